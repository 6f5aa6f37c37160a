package main

import (
	"strings"
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
	if strings.Contains(string(want), `: "",`) {
		t.Error("a field of the model has no doc comment")
	}
}
