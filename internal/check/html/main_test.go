package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPages(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"a.html", "sv/b.html", "c.txt"} {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := pages([]string{filepath.Join(root, "sv"), root})
	if err != nil {
		t.Fatal(err)
	}
	inner := filepath.Join(root, "sv", "b.html")
	if diff := cmp.Diff([]string{inner, filepath.Join(root, "a.html"), inner}, got); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
}

func TestPagesRefusesAFolderWithoutAny(t *testing.T) {
	if got, err := pages([]string{t.TempDir()}); err == nil {
		t.Errorf("got %v, want an error: nothing was checked", got)
	}
}
