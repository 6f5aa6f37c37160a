//go:build hosts

package toolchain

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/wasm"
)

// What is committed is what its sources give. Where the toolchain is not, or has
// other versions, package wasm still holds what is committed to what Go answers.
func TestModulesAreBuiltOfTheirSources(t *testing.T) {
	tools, err := Find(root(t))
	var missing *MissingError
	if errors.As(err, &missing) {
		t.Log("not built anew, only run, by the tests of package wasm: ", err)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	lock, err := ReadLock(root(t))
	if err != nil {
		t.Fatal(err)
	}
	differs := lock.Differs()
	for _, name := range wasm.Modules {
		built, err := tools.Build("./wasm/" + name)
		if err != nil {
			t.Fatal(err)
		}
		a, _ := wasm.Find(name + ".wasm")
		kept, err := wasm.Files.ReadFile("dist/" + a.File)
		if err != nil {
			t.Fatal(err)
		}
		switch same := bytes.Equal(built, kept); {
		case same:
			t.Logf("%s: built anew, the same %d bytes", name, len(built))
		case len(differs) > 0:
			t.Logf("%s: built anew it has %d bytes for %d, with %s", name, len(built), len(kept), strings.Join(differs, "; "))
		default:
			t.Errorf("%s is not what its sources give, of %d bytes for %d; run make dist", name, len(built), len(kept))
		}
	}
}
