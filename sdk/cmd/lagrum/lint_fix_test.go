package main

import (
	"os"
	"path/filepath"
	"testing"
)

// A file that somebody else saves meanwhile is not overwritten, and nothing is
// left beside it.
func TestReplaceKeepsWhatOthersWrote(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "policy.yaml")
	if err := os.WriteFile(name, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := replace(name, []byte("what was read"), []byte("ours"))
	content, readErr := os.ReadFile(name)
	if err == nil || readErr != nil || string(content) != "theirs" {
		t.Errorf("the file holds %q, and the error is %v", content, err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
	if err := replace(filepath.Join(dir, "none.yaml"), nil, nil); err == nil {
		t.Error("a file that is not there is written")
	}
	if err := replace(dir, nil, nil); err == nil {
		t.Error("a folder is written")
	}
}
