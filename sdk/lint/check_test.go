package lint_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// find gives the first finding with the code.
func find(t *testing.T, l diag.List, code string) diag.Finding {
	t.Helper()
	for _, f := range l {
		if f.Code == code {
			return f
		}
	}
	t.Fatalf("no finding has the code %s: %v", code, l)
	return diag.Finding{}
}

func TestFindingHoldsAllThatAReaderNeeds(t *testing.T) {
	doc := &policy.Document{
		Regime: law.EUDPR, EffectiveFrom: date.Date{Year: 2026, Month: 9, Day: 1},
		Activities: []policy.Activity{{ID: "enrolment", Basis: &policy.Basis{Article: "6(1)(e)"}}},
	}
	want := diag.Finding{
		Code: "article-unknown", Severity: diag.Error, Path: "/activities/0/basis/article",
		Message: `"6(1)(e)" is no legal basis under Regulation (EU) 2018/1725; under the GDPR it is one, and Regulation (EU) 2018/1725 has it as 5(1)(a)`,
		Args: []diag.Arg{
			{Name: "article", Value: "6(1)(e)"}, {Name: "regime", Value: "Regulation (EU) 2018/1725"},
			{Name: "other", Value: "the GDPR"}, {Name: "suggestion", Value: "5(1)(a)"}, {Name: "hint", Value: "0"},
		},
		Cites: []string{"Article 5 of Regulation (EU) 2018/1725", "Article 15(1)(c) of Regulation (EU) 2018/1725"},
	}
	if diff := cmp.Diff(want, find(t, lint.Check(doc), "article-unknown")); diff != "" {
		t.Errorf("finding (-want +got):\n%s", diff)
	}
}

func TestProvisionsAreThoseOfTheRegime(t *testing.T) {
	tests := []struct {
		name   string
		regime law.ActID
		year   int
		want   []string
	}{
		{"the Regulation", law.GDPR, 2026, []string{"Article 13(2)(a) of the GDPR", "Article 5(1)(e) of the GDPR"}},
		{"institutions of the Union", law.EUDPR, 2026, []string{"Article 15(2)(a) of Regulation (EU) 2018/1725", "Article 4(1)(e) of Regulation (EU) 2018/1725"}},
		{"numbered as the Regulation", law.UKGDPR, 2026, []string{"Article 13(2)(a) of the UK GDPR", "Article 5(1)(e) of the UK GDPR"}},
		{"sections, and no such principle", law.PUL, 2018, []string{"23 § PuL"}},
		{"what came after a repealed act", law.PUL, 2026, []string{"Article 13(2)(a) of the GDPR", "Article 5(1)(e) of the GDPR"}},
		{"no table of provisions", law.Persondatalov, 2018, []string{}},
		{"no regime", "", 2026, []string{"Article 13(2)(a) of the GDPR", "Article 5(1)(e) of the GDPR"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := &policy.Document{
				Regime: tt.regime, EffectiveFrom: date.Date{Year: tt.year, Month: 1, Day: 15},
				Activities: []policy.Activity{{ID: "enrolment"}},
			}
			got := find(t, lint.Check(doc), "activity-retention-missing").Cites
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("cites (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOtherLawIsCitedUnderEveryRegime(t *testing.T) {
	for _, regime := range []law.ActID{law.GDPR, law.PUL, ""} {
		cites := find(t, lint.Check(&policy.Document{Regime: regime}), "effective-date-missing").Cites
		if len(cites) == 0 || cites[len(cites)-1] != "WP260 rev.01, points 29 to 31" {
			t.Errorf("%s: got %v", regime, cites)
		}
	}
}

func TestLawIsThatOfTheDay(t *testing.T) {
	doc := &policy.Document{Regime: law.PUL, EffectiveFrom: date.Date{Year: 2018, Month: 5, Day: 24}}
	repealed := func(l diag.List) bool {
		for _, f := range l {
			if f.Code == "act-repealed" {
				return true
			}
		}
		return false
	}
	if repealed(lint.Check(doc)) {
		t.Error("on the last day of the act: taken for repealed")
	}
	if !repealed(lint.CheckAt(doc, date.Date{Year: 2018, Month: 5, Day: 25})) {
		t.Error("on the next day: taken for in force")
	}
	if !repealed(lint.CheckAt(doc, date.Date{})) {
		t.Error("on no day: an act with a known end is taken for in force")
	}
}

func TestNoDocumentHasNoFindings(t *testing.T) {
	if l := lint.Check(nil); l != nil {
		t.Errorf("got %v", l)
	}
	if l := lint.CheckAt(nil, date.Date{Year: 2026, Month: 1, Day: 1}); l != nil {
		t.Errorf("got %v", l)
	}
}

// Texts are maps, whose order is not the same at each run.
func TestFindingsHaveOneOrder(t *testing.T) {
	text := policy.Text{"sv": "a", "da": "b", "nb": "c", "nn": "d", "fi": "e", "is": "f", "en": "g", "de": "h"}
	doc := &policy.Document{Languages: []locale.Tag{locale.SV}, Title: text, Summary: text}
	for range 12 {
		doc.Activities = append(doc.Activities, policy.Activity{Title: text})
	}
	first := lint.Check(doc)
	var paths []diag.Path
	for _, f := range first {
		if f.Code == "activity-data-missing" {
			paths = append(paths, f.Path)
		}
	}
	want := []diag.Path{
		"/activities/0/data", "/activities/1/data", "/activities/2/data", "/activities/3/data", "/activities/4/data", "/activities/5/data",
		"/activities/6/data", "/activities/7/data", "/activities/8/data", "/activities/9/data", "/activities/10/data", "/activities/11/data",
	}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
	for range 20 {
		if diff := cmp.Diff(first, lint.Check(doc)); diff != "" {
			t.Fatalf("another run (-first +this):\n%s", diff)
		}
	}
}

// A policy in which everything is wrong must not stop a rule.
func TestNothingIsTooWrongToCheck(t *testing.T) {
	docs := map[string]*policy.Document{
		"empty":     {},
		"no ids":    {Parties: make([]policy.Party, 3), Activities: make([]policy.Activity, 3), Purposes: make([]policy.Purpose, 3), Forms: make([]policy.Form, 1), Data: make([]policy.Datum, 1)},
		"odd words": {Regime: "~/0", Jurisdiction: "??", Authority: "\x00", Languages: []locale.Tag{"", "mul", "x"}, Title: policy.Text{"": ""}},
		"circles":   {Parties: []policy.Party{{ID: "a", PartOf: "b"}, {ID: "b", PartOf: "a"}}, Processors: []policy.Processor{{ID: "p", SubProcessorOf: "p"}}},
	}
	for name, doc := range docs {
		t.Run(name, func(t *testing.T) {
			if len(lint.Check(doc)) == 0 {
				t.Error("nothing is found")
			}
		})
	}
}

// The look-ups of package policy go through a list each time. A rule that calls
// one for each activity would be quadratic; the index answers at once.
func TestRulesLookUpInTheIndex(t *testing.T) {
	slow := map[string]bool{}
	docType := reflect.TypeFor[*policy.Document]()
	for i := range docType.NumMethod() {
		if m := docType.Method(i); m.Type.NumIn() == 2 && m.Type.NumOut() == 1 {
			slow[m.Name] = true
		}
	}
	if !slow["Party"] || slow["Walk"] {
		t.Fatalf("these are not the look-ups: %v", slow)
	}
	fset := token.NewFileSet()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && slow[sel.Sel.Name] && len(call.Args) == 1 && endsInDoc(sel.X) {
				t.Errorf("%s: a look-up that goes through a list", fset.Position(call.Pos()))
			}
			return true
		})
	}
}

// endsInDoc reports whether the expression is doc or p.doc.
func endsInDoc(x ast.Expr) bool {
	switch e := x.(type) {
	case *ast.Ident:
		return e.Name == "doc"
	case *ast.SelectorExpr:
		return e.Sel.Name == "doc"
	}
	return false
}
