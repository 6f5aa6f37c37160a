package lint_test

import (
	"os"
	"path/filepath"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/mutate"
	"github.com/lagrum/lagrum/internal/tree"
)

// TestMutations spoils the example policies in thousands of places. The linter
// must catch nine of ten defects after which a notice does not say what it must,
// and whatever it leaves alone needs a written reason. The page on it is fresh.
func TestMutations(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	report, err := mutate.Examples(root)
	if err != nil {
		t.Fatal(err)
	}
	all := report.Total(nil)
	if all.Tried < 500 || all.Must < 200 {
		t.Errorf("%d defects, %d of them of what a notice must say, are too few to show anything", all.Tried, all.Must)
	}
	if all.Share() < 0.9 {
		t.Errorf("%d of %d defects of what a notice must say are caught: %.1f %%, want 90 %%", all.MustCaught, all.Must, 100*all.Share())
	}
	for _, c := range report.Classes {
		if c.WithoutReason > 0 {
			t.Errorf("%s of %s: %d not caught, and no reason is written in internal/mutate: %s", c.Kind, c.Field, c.WithoutReason, c.WithoutReasonPlace)
		}
	}
	got, err := os.ReadFile(filepath.Join(root, "docs", "lint-mutations.md"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(string(report.Page()), string(got)); diff != "" {
		t.Errorf("the page is stale: go run ./internal/gen/mutations (-want +got):\n%s", diff)
	}
}
