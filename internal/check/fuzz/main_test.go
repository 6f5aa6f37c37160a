package main

import (
	"go/parser"
	"go/token"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lagrum/lagrum/internal/tree"
)

func TestTargets(t *testing.T) {
	const source = `package wall
func FuzzParse(f *testing.F) {}
func FuzzPrint(f *testing.F) {}
func TestParse(t *testing.T) {}
`
	syntax, err := parser.ParseFile(token.NewFileSet(), "wall_test.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	got := targets([]tree.Package{
		{Dir: "sdk/door"},
		{Dir: "sdk/wall", Files: []tree.File{{Path: "sdk/wall/wall_test.go", Test: true, Syntax: syntax}}},
	})
	want := []target{{"./sdk/wall", "FuzzParse"}, {"./sdk/wall", "FuzzPrint"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(target{})); diff != "" {
		t.Errorf("targets (-want +got):\n%s", diff)
	}
}
