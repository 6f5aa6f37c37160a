package main

import (
	"go/parser"
	"go/token"
	"slices"
	"testing"

	"github.com/lagrum/lagrum/internal/tree"
)

func TestConcurrent(t *testing.T) {
	tests := []struct {
		name, source string
		want         bool
	}{
		{"starts a goroutine", "package p\nfunc f() { go f() }", true},
		{"starts one in a closure", "package p\nvar f = func() { go func() {}() }", true},
		{"guards", "package p\nimport _ \"sync\"", true},
		{"guards with atomics", "package p\nimport _ \"sync/atomic\"", true},
		{"benchmarks in parallel", "package p\nfunc f(b B) { b.RunParallel(nil) }", true},
		{"plain", "package p\nimport _ \"strings\"\nfunc f() { defer f() }", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			syntax, err := parser.ParseFile(token.NewFileSet(), "p.go", tt.source, 0)
			if err != nil {
				t.Fatal(err)
			}
			if got := concurrent(tree.Package{Files: []tree.File{{Syntax: syntax}}}); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestListCore(t *testing.T) {
	core, err := list("core")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(core, "./sdk/diag") || slices.Contains(core, "./internal/tree") {
		t.Errorf("got %v, want the core and nothing else", core)
	}
}

func TestListRefusesAnUnknownKind(t *testing.T) {
	if dirs, err := list("fast"); err == nil {
		t.Errorf("got %v, want an error", dirs)
	}
}
