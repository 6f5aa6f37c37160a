package policyfile_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// fix makes one round of fixes.
func fix(name string, src []byte) (text []byte, fixed diag.List) {
	file := policyfile.Parse(name, src)
	return file.Fix(file.Place(append(file.Findings, lint.Check(file.Doc)...)))
}

// Each file of testdata/fix is a case: what it shows, a policy, the policy with
// its fixes, and the findings that were fixed.
func TestFix(t *testing.T) {
	names, err := filepath.Glob("testdata/fix/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			input := archive.Files[0]
			text, fixed := fix(input.Name, input.Data)
			var said strings.Builder
			for _, f := range fixed {
				fmt.Fprintln(&said, f)
			}
			for i, got := range []string{string(text), said.String()} {
				want := &archive.Files[i+1].Data
				if diff := cmp.Diff(string(*want), got); diff != "" && !*update {
					t.Errorf("%s (-want +got):\n%s", archive.Files[i+1].Name, diff)
				}
				*want = []byte(got)
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			checkFix(t, input.Name, input.Data)
		})
	}
}

func TestFixKeepsMarksAndLineEnds(t *testing.T) {
	const src = "\uFEFFid: a\r\ntitel: {SV: å}\r\n# end\r\n"
	text, fixed := fix("p.yaml", []byte(src))
	if want := "\uFEFFid: a\r\ntitle: {SV: å}\r\n# end\r\n"; string(text) != want || len(fixed) != 1 {
		t.Errorf("got %q after %v", text, fixed)
	}
	text, fixed = fix("p.yaml", text)
	if want := "\uFEFFid: a\r\ntitle: {sv: å}\r\n# end\r\n"; string(text) != want || len(fixed) != 1 {
		t.Errorf("got %q after %v", text, fixed)
	}
}

// A fix whose old word does not stand where the finding does is not made, nor one
// of two that contradict each other.
func TestFixIsMadeOnlyWhereItFits(t *testing.T) {
	const src = "id: alpha # alpha\nversion: 'beta'\n"
	file := policyfile.Parse("p.yaml", []byte(src))
	at := func(line, column int, old, meant string) diag.Finding {
		return diag.Finding{Position: diag.Position{File: "p.yaml", Line: line, Column: column}, Fix: &diag.Fix{Old: old, New: meant}}
	}
	elsewhere := at(1, 5, "alpha", "x")
	elsewhere.Position.File = "q.yaml"
	for name, l := range map[string]diag.List{
		"another word": {at(1, 5, "beta", "x")}, "a part of the word": {at(1, 5, "alp", "x")}, "within the word": {at(1, 6, "lpha", "")},
		"no word": {at(1, 5, "alpha", "x: y")}, "nothing": {at(1, 5, "", "x")}, "two fixes": {at(1, 5, "alpha", "x"), at(1, 5, "alpha", "y")},
		"a part in quotation marks": {at(2, 10, "bet", "x")}, "no place": {at(0, 0, "alpha", "x")}, "below the file": {at(9, 1, "alpha", "x")},
		"behind the file": {at(2, 900, "alpha", "x")}, "another file": {elsewhere}, "no fix": {{Code: "x"}},
	} {
		if text, fixed := file.Fix(l); text != nil || fixed != nil {
			t.Errorf("%s: got %q after %v", name, text, fixed)
		}
	}
	text, fixed := file.Fix(diag.List{at(2, 10, "beta", "x"), at(1, 5, "alpha", "y"), at(1, 5, "alpha", "y")})
	if want := "id: y # alpha\nversion: 'x'\n"; string(text) != want || len(fixed) != 2 {
		t.Errorf("got %q after %v", text, fixed)
	}
}

// checkFix checks what holds of any file: fixing ends, the result loads, and no
// line without a fixed finding changes.
func checkFix(t *testing.T, name string, src []byte) {
	t.Helper()
	for round := 0; ; round++ {
		text, fixed := fix(name, src)
		if len(fixed) == 0 {
			if text != nil {
				t.Errorf("without a fix there is a text, %q", text)
			}
			return
		}
		if round > 100 {
			t.Fatalf("there is no end to the fixes of %q", src)
		}
		changed := map[int]bool{}
		for _, f := range fixed {
			changed[f.Position.Line] = true
		}
		before, after := lines(src), lines(text)
		if len(before) != len(after) {
			t.Fatalf("%d lines become %d", len(before), len(after))
		}
		for i := range before {
			if before[i] != after[i] && !changed[i+1] {
				t.Errorf("line %d has no fix and changes from %q to %q", i+1, before[i], after[i])
			}
		}
		if policyfile.Parse(name, text).Doc == nil {
			t.Fatalf("%q does not load", text)
		}
		src = text
	}
}

// lines splits a text as editors do.
func lines(text []byte) []string {
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(text)), "\n")
}

func FuzzFix(f *testing.F) {
	names, _ := filepath.Glob("testdata/*/*.txtar")
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) < 1<<14 {
			checkFix(t, "p.yaml", src)
		}
	})
}
