package main

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// made is the page as the sources make it now.
func made(t *testing.T) string {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	page, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

func TestWrittenPageIsUpToDate(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(root, target))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(made(t), string(got)); diff != "" {
		t.Errorf("run go run ./internal/gen/reference (-want +got):\n%s", diff)
	}
}

// sections cuts the page at its headings of the second level.
func sections(page string) map[string]string {
	parts := map[string]string{}
	for _, part := range strings.Split(page, "\n## ")[1:] {
		heading, body, _ := strings.Cut(part, "\n")
		parts[heading] = body
	}
	return parts
}

// The structs are walked here without the generator's own reader.
func TestEveryFieldOfTheModelIsInThePage(t *testing.T) {
	parts := sections(made(t))
	seen := map[reflect.Type]bool{}
	var visit func(reflect.Type)
	visit = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || !strings.HasSuffix(typ.PkgPath(), "/policy") || seen[typ] {
			return
		}
		seen[typ] = true
		heading := title(words(typ.Name()))
		body, ok := parts[heading]
		if !ok {
			t.Errorf("there is no section %q", heading)
			return
		}
		for i := range typ.NumField() {
			f := typ.Field(i)
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			row := regexp.MustCompile("(?m)^\\| `" + key + "` \\| \\S.* \\| \\S.* \\|$")
			if !row.MatchString(body) {
				t.Errorf("section %q has no full row for %s", heading, key)
			}
			visit(f.Type)
		}
	}
	visit(reflect.TypeFor[policy.Document]())
	if len(seen) < 30 {
		t.Errorf("only %d structs were reached", len(seen))
	}
}

func TestEveryWordOfTheModelIsInThePage(t *testing.T) {
	page := made(t)
	for _, word := range []string{"legal-entity", "public-records", "consent-withdrawn", "per-copy", "criminal", "objection-marketing", "leaves-eea"} {
		if !strings.Contains(page, "\n- `"+word+"`") {
			t.Errorf("%s is not listed", word)
		}
	}
}

func TestLinksInThePageLead(t *testing.T) {
	page := made(t)
	headings := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(page, -1) {
		if headings[anchor(m[1])] {
			t.Errorf("two headings have the anchor %s", anchor(m[1]))
		}
		headings[anchor(m[1])] = true
	}
	for _, m := range regexp.MustCompile(`\]\(#([^)]*)\)`).FindAllStringSubmatch(page, -1) {
		if !headings[m[1]] {
			t.Errorf("#%s is no heading", m[1])
		}
	}
}

// An example that was cut or has lost some languages must still load.
func TestExamplesLoad(t *testing.T) {
	blocks := regexp.MustCompile("(?s)\nFrom [^\n]*\n\n```yaml\n(.*?)```").FindAllStringSubmatch(made(t), -1)
	if len(blocks) < 30 {
		t.Fatalf("only %d examples", len(blocks))
	}
	top := map[string]bool{}
	for i := range reflect.TypeFor[policy.Document]().NumField() {
		key, _, _ := strings.Cut(reflect.TypeFor[policy.Document]().Field(i).Tag.Get("json"), ",")
		top[key] = true
	}
	for _, m := range blocks {
		text := m[1]
		if n := strings.Count(text, "\n"); n > maxLines {
			t.Errorf("%d lines:\n%s", n, text)
		}
		// A part of a part stands under a key that a policy does not have.
		key, _, _ := strings.Cut(text, ":")
		findings := policyfile.Parse("example.yaml", []byte(text)).Findings
		if len(findings) > 0 && (top[key] || !onlyUnknown(findings)) {
			t.Errorf("%s:\n%s", findings[0], text)
		}
	}
}

// onlyUnknown reports whether all that is wrong is a key at the beginning.
func onlyUnknown(findings diag.List) bool {
	return len(findings) == 1 && findings[0].Code == "key-unknown" && findings[0].Position.Line == 1
}

func TestWordsOfNames(t *testing.T) {
	for _, test := range []struct{ name, words, plural, one string }{
		{"CodeOfConduct", "code of conduct", "codes of conduct", "a code of conduct"},
		{"Datum", "datum", "data", "a datum"},
		{"Party", "party", "parties", "a party"},
		{"Activity", "activity", "activities", "an activity"},
		{"Retention", "retention", "retention rules", "a retention rule"},
		{"Access", "access", "rules of access", "access"},
	} {
		w := words(test.name)
		if w != test.words || plural(w) != test.plural || one(w) != test.one {
			t.Errorf("%s: got %q, %q, %q", test.name, w, plural(w), one(w))
		}
	}
}

func TestUnknownFormatHasNoWords(t *testing.T) {
	type sample struct {
		Colour string  `json:"colour" validate:"omitempty,hexcolor"`
		Weight float64 `json:"weight"`
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[sample]()) {
		if words, err := written(f); err == nil {
			t.Errorf("%s: %s", f.Name, words)
		}
	}
}
