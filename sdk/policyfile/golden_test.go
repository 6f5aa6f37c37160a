package policyfile_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/lagrum/lagrum/sdk/policyfile"
)

var update = flag.Bool("update", false, "write what was found into the files of testdata")

// Each file of testdata is a case: what it shows, a policy, and what is found
// in it, one finding a line with the path after it.
func TestFindings(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			input, want := archive.Files[0], &archive.Files[1]
			var got strings.Builder
			for _, f := range policyfile.Parse(input.Name, input.Data).Findings {
				got.WriteString(f.String() + " " + string(f.Path) + "\n")
				if _, ok := policyfile.Explain(f.Code); !ok {
					t.Errorf("%s has no explanation", f.Code)
				}
			}
			if *update {
				want.Data = []byte(got.String())
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got.String()); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}
