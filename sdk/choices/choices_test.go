package choices_test

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/lagrum/lagrum/sdk/choices"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/text"
)

var update = flag.Bool("update", false, "write the panels of the test's policies into testdata, where the browser tests find them")

func load(t *testing.T, path string) *policy.Document {
	t.Helper()
	f, err := policyfile.Load(filepath.FromSlash(path))
	if err != nil || f.Doc == nil {
		t.Fatal(path, err)
	}
	return f.Doc
}

func derive(t *testing.T, doc *policy.Document, c form.Context) *choices.Panel {
	t.Helper()
	c.Sum = sum
	p, err := choices.Derive(doc, c)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The browser tests show these panels: of a site, and of the same site later, when one
// of two purposes has changed.
func TestGolden(t *testing.T) {
	for _, name := range []string{"site", "site-later"} {
		for _, tag := range []locale.Tag{"en", "sv"} {
			got := string(derive(t, load(t, "testdata/"+name+".yaml"), form.Context{Language: tag}).AppendJSON(nil)) + "\n"
			file := filepath.Join("testdata", name+"."+string(tag)+".json")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s is not what the policy gives; -update writes it (-want +got):\n%s", file, diff)
			}
		}
	}
}

// The policies of the browser tests are no bad examples.
func TestPoliciesOfTheTestsHaveNoErrors(t *testing.T) {
	for _, name := range []string{"site", "site-later"} {
		for _, f := range lint.Check(load(t, "testdata/"+name+".yaml")) {
			if f.Path != "" && strings.HasPrefix(string(f.Path), "/technologies") || strings.HasPrefix(string(f.Path), "/consents") {
				t.Errorf("%s: %s", name, f)
			}
		}
	}
}

func TestOneKindOfConsentIsAsked(t *testing.T) {
	p := derive(t, load(t, "../../examples/studieskolen/policy.yaml"), form.Context{Language: locale.DA})
	if len(p.Choices) != 1 || p.Choices[0].ID != "statistics" {
		t.Fatalf("choices: %+v", p.Choices)
	}
	want := []choices.Technology{{
		Name: "Google Analytics", Kind: text.In(locale.DA).Data.Cookie, Provider: "Google Ireland Limited", Notice: "https://policies.google.com/privacy",
		Stored: []string{"_ga", "_ga_*"},
	}}
	if diff := cmp.Diff(want, p.Choices[0].Technologies, cmpopts.IgnoreFields(choices.Technology{}, "Purpose", "Data", "Kept", "Refuse")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(p.Necessary) != 1 || p.Necessary[0].Name != "Session" { // the log is kept elsewhere
		t.Errorf("necessary: %+v", p.Necessary)
	}
}

// Every example in every language: a panel that no answer would count for is of no use.
func TestAnswersToTheExamplesCount(t *testing.T) {
	paths, err := filepath.Glob("../../examples/*/policy.yaml")
	if err != nil || len(paths) < 5 {
		t.Fatal(paths, err)
	}
	for _, path := range append(paths, "testdata/site.yaml") {
		doc := load(t, filepath.ToSlash(path))
		for _, tag := range doc.Languages {
			p := derive(t, doc, form.Context{Language: tag})
			for _, c := range p.Choices {
				prepared := c.Prepare()
				status, until, reasons := prepared.Decide(&consent.Answer{
					Yes: true, Act: policy.ByTicking, At: "2026-11-21T12:00:00Z", Shown: c.Sum, Interface: "test",
					Person: consent.Person{Subject: "0123456789abcdef0123456789abcdef"},
				})
				if status != consent.Given || until.IsZero() {
					t.Errorf("%s %s %s: %s until %v, %v", doc.ID, tag, c.ID, status, until, append(prepared.Reasons, reasons...))
				}
			}
			if !json.Valid(p.AppendJSON(nil)) {
				t.Errorf("%s %s gives no JSON", doc.ID, tag)
			}
		}
	}
}

func TestHTMLWeighsYesAndNoAlike(t *testing.T) {
	page := string(derive(t, load(t, "testdata/site.yaml"), form.Context{Language: locale.EN}).HTML())
	for _, does := range []string{"yes", "no"} {
		if n := strings.Count(page, `class="lagrum-button" data-lagrum-do="`+does+`"`); n != 2 {
			t.Errorf("%d buttons for %s, want one with the question and one with the details", n, does)
		}
	}
	for _, bad := range []string{"checked", "style=", "onclick", "<script", "consent-banner", "gdpr"} {
		if strings.Contains(strings.ToLower(page), bad) {
			t.Errorf("the panel has %q", bad)
		}
	}
}

func TestTextsAreEscaped(t *testing.T) {
	doc := load(t, "testdata/site.yaml")
	doc.Consents[0].Text[locale.EN] = `<img src=x onerror="alert(1)">`
	doc.Parties[1].Name = policy.Text{locale.Any: `"><script>`}
	doc.Parties[1].Notice = "javascript:alert(1)"
	p := derive(t, doc, form.Context{Language: locale.EN})
	page := string(p.AppendJSON(nil)) + string(p.HTML())
	for _, bad := range []string{"<img", "<script", "javascript:"} {
		if strings.Contains(page, bad) {
			t.Errorf("the panel has %q", bad)
		}
	}
}

func TestHashesAreShort(t *testing.T) {
	p := derive(t, load(t, "testdata/site.yaml"), form.Context{})
	if n := len(p.Choices[0].Sum); n != 16 {
		t.Errorf("a hash of %d characters", n)
	}
}

func TestLanguageThatThePolicyLacks(t *testing.T) {
	for _, tag := range []locale.Tag{"fi", "de", "xx"} {
		_, err := choices.Derive(load(t, "testdata/site.yaml"), form.Context{Language: tag})
		if e, ok := errors.AsType[*form.ContextError](err); !ok || e.Field != "language" || len(e.Known) != 2 {
			t.Errorf("%s: %v", tag, err)
		}
	}
}

func TestNothingToAsk(t *testing.T) {
	doc := load(t, "testdata/site.yaml")
	doc.Consents, doc.Technologies = nil, nil
	p := derive(t, doc, form.Context{Language: locale.SV})
	if len(p.Choices)+len(p.Necessary) != 0 || !json.Valid(p.AppendJSON(nil)) {
		t.Errorf("%+v", p)
	}
}
