package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/internal/tree"
)

func TestWrittenFileIsUpToDate(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	want, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	golden.Fresh(t, target, want)
}

func TestKindIsTheNameWithHyphens(t *testing.T) {
	for name, want := range map[string]string{"Party": "party", "TextRule": "text-rule", "CodeOfConduct": "code-of-conduct"} {
		if got := kind(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestFieldWithoutPlainJSONNameIsRefused(t *testing.T) {
	for name, source := range map[string]string{
		"no json name":       "package policy\ntype T struct {\n\tA string `ref:\"party\"`\n}",
		"needs an escape":    "package policy\ntype T struct {\n\tA string `json:\"a/b\"`\n}",
		"embedded structure": "package policy\ntype T struct {\n\tU `json:\"u\"`\n}",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "t.go"), []byte(source), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := read(dir); err == nil {
				t.Error("the model was read")
			}
		})
	}
}
