package docs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/docs"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// guide reads the guide and gives the pieces of its policy.
func guide(t *testing.T) (docs.Page, []string) {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	page, err := docs.Read(root, "docs/writing-a-policy.md")
	if err != nil {
		t.Fatal(err)
	}
	pieces := page.Code("yaml")
	if len(pieces) != 11 {
		t.Fatalf("the guide has %d pieces for its eleven steps", len(pieces))
	}
	return page, pieces
}

// join puts pieces together as a reader does: with an empty line between them.
func join(pieces []string) string { return strings.Join(pieces, "\n") }

// findings is what lagrum lint prints for a policy.
func findings(t *testing.T, policy string) diag.List {
	t.Helper()
	file := policyfile.Parse("policy.yaml", []byte(policy))
	if file.Doc == nil {
		t.Fatal(file.Findings)
	}
	return file.Place(append(slices.Clone(file.Findings), lint.Check(file.Doc)...))
}

func TestGuideLoadsAfterEachStep(t *testing.T) {
	_, pieces := guide(t)
	for i := range pieces {
		for _, f := range policyfile.Parse("policy.yaml", []byte(join(pieces[:i+1]))).Findings {
			t.Errorf("after step %d: %s", i+1, f)
		}
	}
}

func TestGuideEndsWithoutFindings(t *testing.T) {
	_, pieces := guide(t)
	for _, f := range findings(t, join(pieces)) {
		t.Error(f)
	}
}

func TestGuideShowsTheFindingThatLintGives(t *testing.T) {
	page, pieces := guide(t)
	shown := page.Code("text finding")
	if len(shown) != 1 {
		t.Fatalf("the guide shows %d findings", len(shown))
	}
	const right, wrong = "article: 6(1)(b)", "article: 6(1)"
	policy := strings.Replace(join(pieces), right, wrong, 1)
	got := findings(t, policy)
	if len(got) != 1 || got[0].String()+"\n" != shown[0] {
		t.Errorf("lint gives %v, and the guide shows\n%s", got, shown[0])
	}
	explained, ok := lint.Explain(got[0].Code)
	if !ok || !strings.Contains(page.Text, "lagrum explain "+explained.Code) {
		t.Errorf("the guide does not tell how to have %s explained", got[0].Code)
	}
}

func TestGuideShowsWhatTheNoticeSays(t *testing.T) {
	page, pieces := guide(t)
	file := policyfile.Parse("policy.yaml", []byte(join(pieces)))
	for _, lang := range file.Doc.Languages {
		for _, layer := range notice.Layers(file.Doc) {
			d, err := notice.Build(file.Doc, notice.Context{Language: lang, Layer: layer, Event: "throwing-weekend"})
			if err != nil {
				t.Errorf("%s, %s: %v", lang, layer, err)
				continue
			}
			var p notice.Printer
			text := strings.Join(strings.Fields(string(p.Text(d))), " ")
			for _, shown := range page.Code("text notice") {
				if lang == "en" && layer == notice.Full && !strings.Contains(text, strings.TrimSpace(shown)) {
					t.Errorf("the notice does not say: %s", shown)
				}
			}
		}
	}
	if len(notice.Layers(file.Doc)) != 3 {
		t.Errorf("the guide speaks of three layers, and its policy has %v", notice.Layers(file.Doc))
	}
}

// Events must differ in what the guide says of them.
func TestGuideAsksForAllergiesOnlyWhereLunchIsServed(t *testing.T) {
	_, pieces := guide(t)
	file := policyfile.Parse("policy.yaml", []byte(join(pieces)))
	for event, want := range map[string]bool{"throwing-weekend": true, "holiday-clay": false} {
		d, err := notice.Build(file.Doc, notice.Context{Language: "en", Event: event})
		if err != nil {
			t.Fatal(err)
		}
		d.Sections = slices.DeleteFunc(d.Sections, func(s notice.Section) bool { return s.ID != "purposes" && s.ID != "data" })
		var p notice.Printer
		text := string(p.Text(d))
		if !strings.Contains(text, "Your place on the course") || !strings.Contains(text, "Year of birth") {
			t.Errorf("%s: the sections have other names:\n%s", event, text)
		}
		if got := strings.Contains(text, "allergies"); got != want {
			t.Errorf("%s: allergies among purposes and data: %v", event, got)
		}
	}
}
