package policyfile_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// Each file of testdata/ignore is a case: what it shows, a policy, what is
// found in it, and what comments ignore, with the place of the comment and the
// reason. Of what rules find, only those count that the policy names.
func TestSift(t *testing.T) {
	names, err := filepath.Glob("testdata/ignore/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file := policyfile.Parse(archive.Files[0].Name, archive.Files[0].Data)
			found := slices.DeleteFunc(lint.Check(file.Doc), func(f diag.Finding) bool {
				return !bytes.Contains(archive.Files[0].Data, []byte(f.Code))
			})
			kept, ignored := file.Sift(append(file.Findings, found...))
			var outputs [2]strings.Builder
			for _, f := range kept {
				fmt.Fprintln(&outputs[0], f)
			}
			for _, i := range ignored {
				fmt.Fprintf(&outputs[1], "%s\n  ignored at %s: %s\n", i.Finding, i.Comment, i.Reason)
			}
			for i := range outputs {
				want, got := &archive.Files[i+1].Data, outputs[i].String()
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
		})
	}
}

// Without comments that ignore, Sift is Place; and calling it twice gives the same.
func TestSiftChangesNothingElse(t *testing.T) {
	plain := policyfile.Parse("p.yaml", []byte("languages: [en]\nactivities:\n- id: a\n"))
	found := lint.Check(plain.Doc)
	kept, ignored := plain.Sift(found)
	if diff := cmp.Diff(plain.Place(found), kept); diff != "" || ignored != nil {
		t.Errorf("ignored %v; findings (-placed +sifted):\n%s", ignored, diff)
	}
	file := policyfile.Parse("p.yaml", []byte("languages: [en]\nactivities:\n- id: a # lagrum:ignore activity-basis-missing so it is\n"))
	before, silenced := file.Sift(found)
	after, again := file.Sift(found)
	if diff := cmp.Diff(before, after); diff != "" || len(silenced) != 1 || len(again) != 1 {
		t.Errorf("ignored %v, then %v; findings (-first +second):\n%s", silenced, again, diff)
	}
	empty := policyfile.Parse("p.yaml", []byte("# lagrum:ignore activity-basis-missing so it is\n"))
	if kept, ignored := empty.Sift(nil); kept != nil || ignored != nil {
		t.Errorf("in a file without a policy: %v, %v", kept, ignored)
	}
}

func TestLinesAndCharacters(t *testing.T) {
	file := policyfile.Parse("p.yaml", []byte("id: a\r\ntitle: {sv: \"åäö😀\", xx: 1}\n"))
	at := diag.Position{File: "p.yaml", Line: 2, Column: strings.Index("title: {sv: \"åäö😀\", xx", "xx") + 1}
	if got := file.Characters(at); got != 21 {
		t.Errorf("character %d, want 21", got)
	}
	if got := file.Characters(diag.Position{Line: 9, Column: 4}); got != 4 {
		t.Errorf("on a line that there is not: %d", got)
	}
	for n, want := range map[int]string{0: "", 1: "id: a", 2: `title: {sv: "åäö😀", xx: 1}`, 3: "", 4: ""} {
		if got := string(file.Line(n)); got != want {
			t.Errorf("line %d: %q, want %q", n, got, want)
		}
	}
}

// Comments that stand above each other, or are wrong, take no more time each
// than one does.
func TestManyComments(t *testing.T) {
	src := "languages: [en]\n" + strings.Repeat("  # lagrum:ignore activity-basis-mising x\n\n", 20_000) + "id: 'a'\n"
	file := policyfile.Parse("p.yaml", []byte(src))
	kept, _ := file.Sift(nil)
	if len(file.Findings) > 0 {
		t.Fatal(file.Findings)
	}
	if len(kept) != 1000 || kept[999].Code != "ignore-code-unknown" {
		t.Errorf("%d findings, the last of them %v", len(kept), kept[len(kept)-1])
	}
}

// Whatever the file holds, no comment breaks it or silences its shape.
func FuzzSift(f *testing.F) {
	names, _ := filepath.Glob("testdata/ignore/*.txtar")
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	f.Add([]byte("\"a\": |\n\n# lagrum:ignore text-missing x\n"))
	f.Add([]byte("a: >1\n\n  # lagrum:ignore text-missing x\n &a 'b"))
	limits := policyfile.Limits{Size: 1 << 16, Values: 10_000}
	f.Fuzz(func(t *testing.T, src []byte) {
		file := limits.Parse("p.yaml", src)
		kept, ignored := file.Sift(append(file.Findings, lint.Check(file.Doc)...))
		for _, i := range ignored {
			if _, ok := lint.Explain(i.Code); !ok || i.Reason == "" || !i.Comment.IsValid() {
				t.Errorf("%s is ignored at %v for %q", i.Finding, i.Comment, i.Reason)
			}
		}
		shape := 0
		for _, k := range kept {
			if _, ok := lint.Explain(k.Code); !ok && !strings.HasPrefix(k.Code, "ignore-") {
				shape++
			}
		}
		if want := len(file.Place(file.Findings)); shape != want {
			t.Errorf("%d findings of the shape are left of %d", shape, want)
		}
	})
}
