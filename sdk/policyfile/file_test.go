package policyfile_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// The file is JSON written from a document in which every field has a value.
func TestEveryFieldLoads(t *testing.T) {
	want := specimen.Full()
	file := policyfile.Parse("full.json", specimen.File(want))
	if len(file.Findings) > 0 {
		t.Fatalf("findings: %v", file.Findings)
	}
	if diff := cmp.Diff(want, file.Doc); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
}

// Indented JSON with a comment is read as YAML, to the same document.
func TestJSONAndYAMLGiveTheSame(t *testing.T) {
	src := specimen.File(specimen.Full())
	yaml := append([]byte("# YAML\n"), src...)
	a, b := policyfile.Parse("", src), policyfile.Parse("", yaml)
	if len(b.Findings) > 0 {
		t.Fatalf("findings: %v", b.Findings)
	}
	if diff := cmp.Diff(a.Doc, b.Doc); diff != "" {
		t.Errorf("documents (-JSON +YAML):\n%s", diff)
	}
	path := diag.Path("/activities/1/basis/law/0/note/sv")
	p, q := a.Position(path), b.Position(path)
	if p.Line+1 != q.Line || p.Column != q.Column || !p.IsValid() {
		t.Errorf("JSON at %v, YAML a line below at %v", p, q)
	}
}

func TestTextIsTakenAsItIsWritten(t *testing.T) {
	file := policyfile.Parse("", []byte(`
id: 0123
version: 1.10
title: {no: Ja, nn: Nei, sv: yes, da: 1e3, fi: 0x1F, is: 2026-09-01, en: "null"}
service: true
authority: 12:30:45
effectiveFrom: 2026-09-01
parties:
- {id: "a", country: NO, orgNumber: 0016, signsAgreements: no, publicAuthority: false, phone: +46 1}
- {id: b, orgNumber: 1_000, phone: .inf, name: 007}
textRules:
- examples: [!!!!]
- examples: ["!!!!", "####", y, N, on]
summary: |
  En rad.
  En till.
updates: >-
  En lång
  rad.
`))
	if len(file.Findings) != 1 || file.Findings[0].Code != "tag-refused" {
		t.Fatalf("findings: %v", file.Findings)
	}
	want := &policy.Document{
		ID:      "0123",
		Version: "1.10",
		Title: policy.Text{
			"no": "Ja", locale.NN: "Nei", locale.SV: "yes", locale.DA: "1e3", locale.FI: "0x1F", locale.IS: "2026-09-01", locale.EN: "null",
		},
		Service:       policy.Text{locale.Any: "true"},
		Authority:     "12:30:45",
		EffectiveFrom: date.Date{Year: 2026, Month: 9, Day: 1},
		Parties: []policy.Party{
			{ID: "a", Country: "NO", OrgNumber: "0016", SignsAgreements: policy.No, Phone: "+46 1"},
			{ID: "b", OrgNumber: "1_000", Phone: ".inf", Name: policy.Text{locale.Any: "007"}},
		},
		TextRules: []policy.TextRule{{Examples: []string{""}}, {Examples: []string{"!!!!", "####", "y", "N", "on"}}},
		Summary:   policy.Text{locale.Any: "En rad.\nEn till.\n"},
		Updates:   policy.Text{locale.Any: "En lång rad."},
	}
	if diff := cmp.Diff(want, file.Doc); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
}

func TestPositionIsThatOfTheValue(t *testing.T) {
	file := policyfile.Parse("p.yaml", []byte(`id: a
title:
  sv: "å" # not the key
  en: b
parties:
- &school {id: é, name: skola}
- *school
activities:
  - id: first

    data: [x, y]
`))
	for path, want := range map[diag.Path]string{
		"":                           "p.yaml:1:1",
		"/id":                        "p.yaml:1:5",
		"/title":                     "p.yaml:3:3",
		"/title/en":                  "p.yaml:4:7",
		"/title/fi":                  "p.yaml:3:3", // not there: where it would be
		"/parties/0":                 "p.yaml:6:3",
		"/parties/0/name":            "p.yaml:6:26", // in bytes, and é has two
		"/parties/1":                 "p.yaml:7:3",  // the alias
		"/parties/1/name":            "p.yaml:6:26", // what it stands for
		"/parties/2":                 "p.yaml:6:1",
		"/parties/-1":                "p.yaml:6:1",
		"/activities/0":              "p.yaml:9:5",
		"/activities/0/data/1":       "p.yaml:11:15",
		"/activities/0/data/1/x":     "p.yaml:11:15",
		"/activities/0/basis/law/2":  "p.yaml:9:5",
		"/a~1b/c~0d":                 "p.yaml:1:1",
		"no pointer":                 "p.yaml:1:1",
		"/activities/99999999999999": "p.yaml:9:3",
	} {
		if got := file.Position(path).String(); got != want {
			t.Errorf("%q: got %s, want %s", path, got, want)
		}
	}
	if got := policyfile.Parse("q.yaml", nil).Position("/id"); got != (diag.Position{File: "q.yaml"}) {
		t.Errorf("in an empty file: got %v", got)
	}
}

func TestPlaceSortsAndKeepsWhatIsKnown(t *testing.T) {
	file := policyfile.Parse("p.yaml", []byte("id: a\nversion: b\n"))
	known := diag.Position{File: "other.yaml", Line: 7, Column: 1}
	given := diag.List{{Code: "x", Path: "/version"}, {Code: "y", Path: "/id"}, {Code: "z", Path: "/id", Position: known}}
	var got []string
	for _, f := range file.Place(given) {
		got = append(got, f.Code+" "+f.Position.String())
	}
	if diff := cmp.Diff([]string{"z other.yaml:7:1", "y p.yaml:1:5", "x p.yaml:2:10"}, got); diff != "" {
		t.Errorf("placed (-want +got):\n%s", diff)
	}
	if given[0].Position.IsValid() {
		t.Error("the list that was passed has changed")
	}
}

// Whatever is wrong with it, a personal value is never repeated.
func TestFindingsKeepPersonalValuesToThemselves(t *testing.T) {
	values := []string{
		"anna.andersson@school.example", "070-123 45 67", "19121212-1212", "0701234567", "Anna Andersson",
	}
	shapes := []string{
		"%s: x\n", "id: %s\n", "jurisdiction: %s\n", "parties: %s\n", "parties: [%s]\n", "parties: [{kind: %s}]\n",
		"parties: [{email: \"<%s>\"}]\n", "parties: [{web: %s}]\n", "effectiveFrom: %s\n", "retention: [{period: %s}]\n",
		"title: {%s: x}\n", "title: {sv: x, %s}\n", "data: [{nationalNumber: %s}]\n", "asPublished: %s\n", "title: [%s]\n",
		"id: \"%s\n", "id: 'x' %s\n", "id: [%s\n", "id: *%s\n", "id: !%s x\n", "id: a\n%s\nversion: b\n", "%%%s\n", "\"%s\": [x",
	}
	for _, value := range values {
		for _, shape := range shapes {
			src := fmt.Sprintf(shape, value)
			for _, f := range policyfile.Parse("p.yaml", []byte(src)).Findings {
				if all := fmt.Sprintf("%v %+v", f, f); strings.Contains(all, value) {
					t.Errorf("%q: %s", src, all)
				}
			}
		}
	}
}

// Work grows with the file and not faster: what an activity costs is the same
// in a policy of a hundred and of four thousand.
func TestParsingIsLinear(t *testing.T) {
	cost := func(n int) float64 {
		src := specimen.Policy(n)
		return testing.AllocsPerRun(1, func() { policyfile.Parse("", src) }) / float64(n)
	}
	few, many := cost(100), cost(4000)
	if many > few*1.05 {
		t.Errorf("an activity costs %.0f allocations among a hundred, %.0f among four thousand", few, many)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "id: a", "title: {sv: a, en: b}", "{\"id\": \"a\"}", "[[[[", "{{{{", "- - - -", "? ? ?", "a: &a [*a]", "a: *b",
		"purposes: &p [{parts: *p}]", "id: !!int x", "<<: {id: a}", "id: a\n---\nid: b", "id: \"\\ud800\"", "a:\n\tb: c", "\uFEFFid: a",
		"id: \x00", "\xFF\xFEi\x00", "id: a\xC3", "%YAML 1.2\n---\nid: a", "parties:\n- id: \"a\n", "title: |\n  a\n b", "data: [{reveals: [{strength: weak}]}]",
		"retention: [{period: P5Y}]", "effectiveFrom: 2026-02-30", "languages: [sv, xx-yy]", "{\"a\":1e999,\"b\":[null,true]}", "# a\r\n\rid: a\r", "id: a #b\n#c\n",
	} {
		f.Add([]byte(seed))
	}
	f.Add(specimen.Policy(1))
	f.Add(specimen.HostileFile())
	f.Fuzz(func(t *testing.T, src []byte) {
		file := policyfile.Parse("f", src)
		lines := bytes.Count(src, []byte("\n")) + bytes.Count(src, []byte("\r")) + 1
		for _, finding := range file.Findings {
			if p := finding.Position; p.Line < 1 || p.Line > lines || p.Column < 1 || p.Column > len(src)+1 {
				t.Errorf("position outside of the file: %v", finding)
			}
			if _, ok := policyfile.Explain(finding.Code); !ok {
				t.Errorf("%s has no explanation", finding.Code)
			}
			if finding.Message == "" || strings.Contains(finding.Message, "{key}") || strings.Contains(finding.Message, "{name}") {
				t.Errorf("unfinished finding: %+v", finding)
			}
		}
		if file.Doc == nil && !file.Findings.HasErrors() {
			t.Error("no document, and nothing says why")
		}
		if file.Doc != nil {
			file.Doc.Walk(policy.Visitor{Define: func(p diag.Path, _, _ string) {
				if !file.Position(p).IsValid() {
					t.Errorf("%s has no position", p)
				}
			}})
		}
	})
}
