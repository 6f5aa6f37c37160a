package lint_test

import (
	"cmp"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

var update = flag.Bool("update", false, "write the findings into the test files of the rules")

// fileOf is the name of a rule's files, without extension.
func fileOf(r *lint.Rule) string { return strings.ReplaceAll(r.Code, "-", "_") }

// findings lists what one rule finds in a policy, in the order of the file.
func findings(t *testing.T, r *lint.Rule, src []byte) diag.List {
	t.Helper()
	file := policyfile.Parse("", src)
	if file.Doc == nil || len(file.Findings) > 0 {
		t.Fatalf("the policy has not the shape of one: %v", file.Findings)
	}
	var l diag.List
	for _, f := range file.Place(lint.Check(file.Doc)) {
		if f.Code == r.Code {
			l = append(l, f)
		}
	}
	return l
}

func lines(l diag.List) string {
	var b strings.Builder
	for _, f := range l {
		b.WriteString(f.String() + "\n")
	}
	return b.String()
}

// TestRules runs the file of each rule. It holds policies: NAME.yaml, with what
// the rule finds there in NAME.findings, one finding a line. A policy without
// such a file must be silent. Findings of other rules are not looked at.
func TestRules(t *testing.T) {
	for r := range lint.Rules() {
		t.Run(r.Code, func(t *testing.T) {
			name := fileOf(r) + ".txtar"
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var all diag.List
			silent := 0
			want := expected(t, archive)
			for _, f := range slices.Clone(archive.Files) {
				base, ok := strings.CutSuffix(f.Name, ".yaml")
				if !ok {
					continue
				}
				got := findings(t, r, f.Data)
				all = append(all, got...)
				if len(got) == 0 {
					silent++
				}
				if *update {
					setFindings(archive, base, lines(got))
				} else if diff := gocmp.Diff(want[base], lines(got)); diff != "" {
					t.Errorf("%s.yaml (-want +got):\n%s", base, diff)
				}
			}
			if len(all) == 0 || silent == 0 {
				t.Errorf("%d findings and %d silent policies, want one of each at least", len(all), silent)
			}
			testFilled(t, r, all)
			if *update {
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// expected gives the findings that the archive expects, by name of the policy.
func expected(t *testing.T, archive *txtar.Archive) map[string]string {
	t.Helper()
	want := map[string]string{}
	for _, f := range archive.Files {
		if base, ok := strings.CutSuffix(f.Name, ".findings"); ok {
			want[base] = string(f.Data)
		} else if filepath.Ext(f.Name) != ".yaml" {
			t.Errorf("%s is neither a policy nor findings", f.Name)
		}
	}
	return want
}

// setFindings puts findings right behind their policy.
func setFindings(archive *txtar.Archive, base, text string) {
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == base+".findings" })
	if text == "" {
		return
	}
	at := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == base+".yaml" })
	archive.Files = slices.Insert(archive.Files, at+1, txtar.File{Name: base + ".findings", Data: []byte(text)})
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// testFilled wants every finding to have all it needs, and every hint of the
// rule to be shown by some finding.
func testFilled(t *testing.T, r *lint.Rule, l diag.List) {
	t.Helper()
	hinted := map[string]bool{}
	for _, f := range l {
		if rest := placeholder.FindString(f.Message); rest != "" {
			t.Errorf("%s: %s is not filled in", f.Message, rest)
		}
		if f.Severity != r.Severity {
			t.Errorf("%s: severity %s, want that of the rule, %s", f.Message, f.Severity, r.Severity)
		}
		if len(f.Cites) == 0 {
			t.Errorf("%s: cites nothing", f.Message)
		}
		for _, a := range f.Args {
			if a.Name == "hint" {
				hinted[a.Value] = true
			} else if a.Value == "" && a.Name != "id" {
				t.Errorf("%s: the argument %s is empty", f.Message, a.Name)
			}
		}
	}
	if len(hinted) != len(r.Hints) {
		t.Errorf("%d of %d hints are shown by a finding", len(hinted), len(r.Hints))
	}
}

func TestRulesAreDocumented(t *testing.T) {
	code := regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)
	since := regexp.MustCompile(`^\d+\.\d+$`)
	for r := range lint.Rules() {
		t.Run(r.Code, func(t *testing.T) {
			if !code.MatchString(r.Code) {
				t.Error("a code is words in lower case with hyphens")
			}
			if r.Severity.String() == diag.Severity(0).String() || !since.MatchString(r.Since) {
				t.Errorf("severity %s, since %q", r.Severity, r.Since)
			}
			for name, text := range map[string]string{
				"title": r.Title, "message": r.Message, "explanation": r.Explanation, "avoid": r.Avoid, "prefer": r.Prefer,
			} {
				if text == "" || strings.TrimSpace(text) != text {
					t.Errorf("%s: got %q", name, text)
				}
			}
			if strings.HasSuffix(r.Title, ".") || strings.HasSuffix(r.Message, ".") || !strings.HasSuffix(r.Explanation, ".") {
				t.Error("a title and a message are no sentences, an explanation is")
			}
			if n := sentences(r.Explanation); n < 2 || n > 5 {
				t.Errorf("the explanation has %d sentences, want two to five", n)
			}
			if _, err := os.Stat(fileOf(r) + ".go"); err != nil {
				t.Error(err)
			}
		})
	}
}

func sentences(s string) int {
	return len(regexp.MustCompile(`[.?!](\s|$)`).FindAllString(s, -1))
}

func TestRulesAreCited(t *testing.T) {
	for r := range lint.Rules() {
		if len(r.Cites) == 0 {
			t.Errorf("%s cites nothing", r.Code)
		}
		for _, c := range r.Cites {
			if (c.GDPR == "") == (c.Other == "") || c.Source == "" {
				t.Errorf("%s: %+v", r.Code, c)
			}
			if c.Verified && c.Source == "general knowledge" {
				t.Errorf("%s: general knowledge is never verified", r.Code)
			}
		}
	}
}

// What a rule tells people to avoid it must find, and what it tells them to
// prefer it must leave alone.
func TestExamplesOfRulesAreTrue(t *testing.T) {
	for r := range lint.Rules() {
		t.Run(r.Code, func(t *testing.T) {
			avoid := findings(t, r, []byte(r.Avoid))
			if len(avoid) == 0 {
				t.Error("nothing is found in what is to be avoided")
			}
			if prefer := findings(t, r, []byte(r.Prefer)); len(prefer) > 0 {
				t.Errorf("found in what is to be preferred:\n%s", lines(prefer))
			}
		})
	}
}

func TestRulesHaveOneOrder(t *testing.T) {
	var codes []string
	for r := range lint.Rules() {
		codes = append(codes, r.Code)
		if got, ok := lint.Explain(r.Code); !ok || got != r {
			t.Errorf("Explain(%q): got %v, %t", r.Code, got, ok)
		}
	}
	if !slices.IsSortedFunc(codes, cmp.Compare[string]) || len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Errorf("codes are not in order, or repeat: %v", codes)
	}
	if _, ok := lint.Explain("no-such-rule"); ok {
		t.Error("a rule was found that there is not")
	}
}

// A test file without its rule would never run.
func TestEveryTestFileHasItsRule(t *testing.T) {
	names, err := filepath.Glob("*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		code := strings.ReplaceAll(strings.TrimSuffix(name, ".txtar"), "_", "-")
		if _, ok := lint.Explain(code); !ok {
			t.Errorf("%s: there is no rule %s", name, code)
		}
	}
}
