package toolchain

import (
	"bytes"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/wasm"
)

// What is committed is what its sources give.
func TestElementsAreBuiltOfTheirSources(t *testing.T) {
	var modules []wasm.Asset
	for _, name := range wasm.Modules {
		a, _ := wasm.Find(name + ".wasm")
		modules = append(modules, a)
	}
	files, err := Elements(root(t), modules)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		a, _ := wasm.Find(f.Name)
		kept, _ := wasm.Files.ReadFile("dist/" + a.File)
		if !bytes.Equal(kept, f.Content) {
			t.Errorf("%s is not what its sources give; run make elements", f.Name)
		}
	}
}

func TestBundle(t *testing.T) {
	modules := []wasm.Asset{{Name: "signup.wasm", File: "signup-0123.wasm", Integrity: "sha384-abc"}}
	content, err := bundle(root(t)+"/internal/toolchain/testdata/entry.js", modules)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"signup-0123.wasm", "sha384-abc", "import.meta.url"} {
		if !strings.Contains(string(content), want) {
			t.Errorf("%s does not hold %q", content, want)
		}
	}
	if strings.Contains(string(content), "beside") || strings.Contains(string(content), "\n\n") {
		t.Errorf("not small: %s", content)
	}
	if _, err := bundle(root(t)+"/internal/toolchain/testdata/broken.js", modules); err == nil || !strings.Contains(err.Error(), "broken.js:2") {
		t.Errorf("a script that is broken: %v", err)
	}
}
