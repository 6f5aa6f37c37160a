package main

import (
	"testing"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/internal/tree"
)

func TestWrittenFilesAreUpToDate(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	all, err := files(root)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 2 {
		t.Errorf("%d files", len(all))
	}
	for name, data := range all {
		golden.Fresh(t, name, data)
	}
}
