package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestChanged(t *testing.T) {
	root := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"same", "rewritten alike", "other", "gone"} {
		write(name, "before")
	}
	got, err := changed(root, func() error {
		write("rewritten alike", "before")
		write("other", "after")
		write("new", "after")
		write("node_modules/installed", "after")
		return os.Remove(filepath.Join(root, "gone"))
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"gone", "new", "other"}, got); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
}

func TestChangedFailsWithTheCommand(t *testing.T) {
	want := errors.New("no generator")
	if _, err := changed(t.TempDir(), func() error { return want }); !errors.Is(err, want) {
		t.Errorf("got %v, want %v", err, want)
	}
}
