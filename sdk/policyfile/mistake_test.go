package policyfile

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Each code that is explained is made somewhere, once, and told of in the
// package comment; each that is made is explained.
func TestCodesAndTheirExplanations(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var production strings.Builder
	for _, name := range names {
		if name == "mistake.go" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		production.Write(content)
	}
	source := production.String()
	comment, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for m := range Mistakes() {
		if seen[m.Code] {
			t.Errorf("%s is explained twice", m.Code)
		}
		seen[m.Code] = true
		if !strings.Contains(source, `"`+m.Code+`"`) {
			t.Errorf("nothing makes %s", m.Code)
		}
		if !regexp.MustCompile(`\b` + m.Code + `\b`).Match(comment) {
			t.Errorf("doc.go does not tell of %s", m.Code)
		}
		if m.Title == "" || strings.HasSuffix(m.Title, ".") || !strings.HasSuffix(m.Explanation, ".") {
			t.Errorf("%s: the title %q or the explanation ends wrongly", m.Code, m.Title)
		}
		if got, ok := Explain(m.Code); !ok || got != m.Explanation {
			t.Errorf("Explain does not know %s", m.Code)
		}
	}
	if _, ok := Explain("reference-dangling"); ok {
		t.Error("a rule of lint is explained here")
	}
	made := regexp.MustCompile(`"((?:file|ignore|encoding|document|too|key|type|value|format|tag|alias|ignore)-[a-z0-9-]+)"`)
	for _, found := range made.FindAllStringSubmatch(source, -1) {
		if !seen[found[1]] {
			t.Errorf("%s has no explanation", found[1])
		}
	}
}

// explained checks that whatever a test finds can be explained.
func explained(t *testing.T, file *File) {
	t.Helper()
	for _, f := range file.Findings {
		if _, ok := Explain(f.Code); !ok {
			t.Errorf("%s has no explanation", f.Code)
		}
		for m := range Mistakes() {
			if m.Code == f.Code && m.Severity != f.Severity {
				t.Errorf("%s: %s is explained as %s", f.Code, f.Severity, m.Severity)
			}
		}
	}
}
