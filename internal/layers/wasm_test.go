package layers

import (
	"go/parser"
	"slices"
	"strings"
	"testing"
)

// What goes into the modules is the portable core, and what the core may import.
var modules = map[string][]string{
	"./wasm/core":      nil,
	"./wasm/host":      {"unsafe"},
	"./wasm/signup":    {"./wasm/core", "./wasm/host"},
	"./wasm/screening": {"./wasm/core", "./wasm/host"},
	"./wasm/choices":   {"./wasm/core", "./wasm/host"},
}

func TestModulesArePortable(t *testing.T) {
	text, _, imports := read(t, parser.ImportsOnly)
	for from, besides := range modules {
		paths, there := imports[from]
		if !there {
			t.Errorf("%s is not in the tree", from)
		}
		for _, path := range paths {
			if !slices.Contains(text.Core(), path) && !slices.Contains(coreImports, path) && !slices.Contains(besides, path) {
				t.Errorf("%s imports %s, which is not for a browser's module", from, path)
			}
		}
	}
	for from := range imports {
		if _, known := modules[from]; strings.HasPrefix(from, "./wasm/") && !known {
			t.Errorf("%s is in no module's list", from)
		}
	}
}
