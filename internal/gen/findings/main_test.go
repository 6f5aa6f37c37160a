package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/diag"
)

// What was found by reading, and how much of it the rules must report.
const (
	inAll   = 63
	atLeast = 50
)

// house gives the root of the module and the list.
func house(t *testing.T) (string, []byte) {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join(root, list))
	if err != nil {
		t.Fatal(err)
	}
	return root, src
}

func TestPageIsFresh(t *testing.T) {
	root, _ := house(t)
	page, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	golden.Fresh(t, target, page)
}

func TestEveryDefectIsThereAndMostAreReported(t *testing.T) {
	_, src := house(t)
	defects, err := read(src)
	if err != nil {
		t.Fatal(err)
	}
	if len(defects) != inAll {
		t.Errorf("the list has %d defects, want %d", len(defects), inAll)
	}
	if n := reported(defects); n < atLeast {
		t.Errorf("%d defects are reported, want %d at least", n, atLeast)
	} else {
		t.Logf("%d of %d are reported", n, len(defects))
	}
}

func TestRuleThatDoesNotReportIsAnError(t *testing.T) {
	root, _ := house(t)
	for name, marks := range map[string][]mark{
		"another rule":         {{"retention-forever", "/retention"}},
		"another place":        {{"right-fee", "/rights/rectification"}},
		"half of a name":       {{"right-fee", "/rights/acc"}},
		"one of two that does": {{"right-fee", "/rights/access/fee"}, {"right-duplicate", "/rights"}},
	} {
		t.Run(name, func(t *testing.T) {
			if err := find(root, []defect{{number: 1, system: "hammarby", marks: marks}}); err == nil {
				t.Error("nobody noticed")
			}
		})
	}
	for name, path := range map[string]string{"the whole": "/rights", "the value": "/rights/access/fee", "a part": "/rights/access"} {
		t.Run(name, func(t *testing.T) {
			if err := find(root, []defect{{number: 1, system: "hammarby", marks: []mark{{"right-fee", path}}}}); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestLinesThatAreWrong(t *testing.T) {
	tests := []struct{ name, line, want string }{
		{"too few columns", "1\thammarby", "columns"},
		{"no number", "x\thammarby\tfee\tright-fee\t/rights\t\tit costs\t", "invalid syntax"},
		{"another number", "2\thammarby\tfee\tright-fee\t/rights\t\tit costs\t", "number 2"},
		{"unknown rule", "1\thammarby\tfee\tno-such-rule\t/rights\t\tit costs\t", "no rule no-such-rule"},
		{"code without a path", "1\thammarby\tfee\tright-fee\t\t\tit costs\t", "1 codes and 0 paths"},
		{"no day", "1\thammarby\tfee\tright-fee\t/rights\tsoon\tit costs\t", "no day"},
		{"unknown system", "1\tbauhaus\tfee\tright-fee\t/rights\t\tit costs\t", "no example bauhaus"},
		{"nothing said", "1\thammarby\tfee\tright-fee\t/rights\t\t\t", "empty"},
		{"neither rule nor reason", "1\thammarby\tfee\t\t\t\tit costs\t", "reason"},
		{"both rule and reason", "1\thammarby\tfee\tright-fee\t/rights\t\tit costs\tnobody can", "reason"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := read([]byte(header + "\n" + test.line + "\n"))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error that says %q", err, test.want)
			}
		})
	}
	if _, err := read([]byte("1\thammarby\n")); err == nil {
		t.Error("a list without its header is taken")
	}
}

func TestPathsNameEntries(t *testing.T) {
	doc := map[string]any{
		"activities": []any{map[string]any{"id": "news", "basis": map[string]any{"law": []any{map[string]any{"act": "SE-PUL"}}}}},
		"rights":     []any{map[string]any{"right": "access"}},
		"languages":  []any{"sv", "en"},
	}
	var got []string
	for _, p := range []diag.Path{"", "/activities", "/activities/0/basis/law/0/act", "/rights/0", "/rights/7/how", "/languages/1", "/title/sv"} {
		got = append(got, named(doc, p))
	}
	want := []string{"", "/activities", "/activities/news/basis/law/SE-PUL/act", "/rights/access", "/rights/7/how", "/languages/1", "/title/sv"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
}
