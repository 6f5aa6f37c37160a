package golden

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/tree"
)

// Fresh fails the test unless the file holds exactly what its generator writes
// now. The path is from the root of the module, with slashes.
func Fresh(t *testing.T, path string, want []byte) {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s is not what its generator writes; run make generate (-want +got):\n%s", path, diff)
	}
}
