package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/lint"
)

func TestGeneratedFilesAreFresh(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	files, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		got, err := os.ReadFile(filepath.Join(root, f.path))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(f.content), string(got)); diff != "" {
			t.Errorf("%s is stale: go run ./internal/gen/lint (-want +got):\n%s", f.path, diff)
		}
	}
	left, err := leftBehind(root, files)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range left {
		t.Errorf("%s: the rule is gone", name)
	}
}

// What is read from the source must be what the program has.
func TestSourceIsReadAsItRuns(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	got, err := read(filepath.Join(root, folder))
	if err != nil {
		t.Fatal(err)
	}
	var want []rule
	for r := range lint.Rules() {
		one := rule{
			code: r.Code, severity: r.Severity.String(), since: r.Since, title: r.Title, message: r.Message, hints: r.Hints,
			explanation: r.Explanation, avoid: r.Avoid, prefer: r.Prefer,
		}
		for _, c := range r.Cites {
			one.cites = append(one.cites, cite{c.GDPR, c.Other, c.Source, c.Verified})
		}
		want = append(want, one)
	}
	for i := range got {
		got[i].variable = ""
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(rule{}, cite{})); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
}

const whole = `package lint

const found = "the text"

var textLost = Rule{
	Code: "text-lost", Severity: diag.Warning, Since: "0.1",
	Cites: []Cite{{GDPR: "12(1)", Source: found, Verified: true}, {Other: "a guideline", Source: "general knowledge"}},
	Title: "A text is lost", Message: "{text} is lost", Hints: []string{second: "b", first: "a"},
	Explanation: "Why.", Avoid: "a: b", Prefer: "c: d",
	check: func(p *pass) {},
}

const (
	first  = 0
	second = 1
)
`

// source writes the files of a folder of rules.
func source(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestReadTakesConstantsAndNumberedHints(t *testing.T) {
	got, err := read(source(t, map[string]string{"text_lost.go": whole, "check.go": "package lint\n\nvar x = 1\n", "rules_gen.go": "not Go"}))
	if err != nil {
		t.Fatal(err)
	}
	want := []rule{{
		variable: "textLost", code: "text-lost", severity: "warning", since: "0.1", title: "A text is lost", message: "{text} is lost",
		hints: []string{"a", "b"}, explanation: "Why.", avoid: "a: b", prefer: "c: d",
		cites: []cite{{gdpr: "12(1)", source: "the text", verified: true}, {other: "a guideline", source: "general knowledge"}},
	}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(rule{}, cite{})); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
}

func TestReadRefuses(t *testing.T) {
	alter := func(old, replacement string) map[string]string {
		if !strings.Contains(whole, old) {
			t.Fatalf("the rule has no %s", old)
		}
		return map[string]string{"text_lost.go": strings.Replace(whole, old, replacement, 1)}
	}
	tests := []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"a rule in the file of another", map[string]string{"lost_text.go": whole}, "stands in lost_text.go"},
		{"two rules in a file", alter("const (", "var y = Rule{Code: \"text-lost\"}\n\nconst ("), "more than one rule"},
		{"a computed text", alter(`"Why."`, `why()`), "without running"},
		{"a severity of its own", alter("diag.Warning", "2"), "package diag"},
		{"a field that is not known", alter("Avoid:", "Shun:"), "Shun"},
		{"a field of a cite that is not known", alter("GDPR:", "DSA:"), "DSA"},
		{"hints with a gap", alter("second = 1", "second = 2"), "without gaps"},
		{"no Go", map[string]string{"text_lost.go": "package"}, "text_lost.go"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(source(t, tt.files))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got the error %v, want it to say %q", err, tt.want)
			}
		})
	}
}

func TestRunRemovesThePagesOfRulesThatAreGone(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{"sdk/lint/text_lost.go": whole, "docs/rules/text-found.md": "gone"} {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := run(root); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := tree.Walk(root, func(name string) error {
		got = append(got, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"docs/rules/README.md", "docs/rules/text-lost.md", "sdk/lint/rules_gen.go", "sdk/lint/text_lost.go"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}
