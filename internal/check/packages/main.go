// Packages prints the folders of the packages of one kind, one a line, so that
// no list of them needs keeping in step with the tree:
//
//	core        the portable core, as the layer text has it
//	worker      what is built for Cloudflare Workers beside the core
//	concurrent  what starts goroutines or guards against them
//	benchmarks  what has benchmarks
//	generators  the programs below internal/gen, which write generated files
//
//	go run ./internal/check/packages core
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"os"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/internal/layers"
	"github.com/lagrum/lagrum/internal/tree"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: packages core|worker|concurrent|benchmarks|generators")
		os.Exit(2)
	}
	dirs, err := list(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "packages:", err)
		os.Exit(1)
	}
	for _, dir := range dirs {
		fmt.Println(dir)
	}
}

// list gives the folders of a kind that are in the tree.
func list(kind string) ([]string, error) {
	root, err := tree.Root()
	if err != nil {
		return nil, err
	}
	packages, err := tree.Read(root, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	switch kind {
	case "core":
		text, err := layers.Stated(root)
		if err != nil {
			return nil, err
		}
		core := text.Core()
		return choose(packages, func(p tree.Package) bool { return slices.Contains(core, "./"+p.Dir) }), nil
	case "worker":
		return choose(packages, func(p tree.Package) bool { return p.Dir == "sdk/serve" || p.Dir == "sdk/edge" }), nil
	case "concurrent":
		return choose(packages, concurrent), nil
	case "benchmarks":
		return choose(packages, func(p tree.Package) bool { return tree.Functions(p, "Benchmark", "B") != nil }), nil
	case "generators":
		return choose(packages, func(p tree.Package) bool {
			return strings.HasPrefix(p.Dir, "internal/gen/") && tree.IsCommand(p)
		}), nil
	}
	return nil, fmt.Errorf("no kind of package is called %q", kind)
}

// choose gives the folders of the packages that the predicate holds for.
func choose(packages []tree.Package, in func(tree.Package) bool) []string {
	var dirs []string
	for _, p := range packages {
		if in(p) {
			dirs = append(dirs, "./"+p.Dir)
		}
	}
	return dirs
}

// concurrent reports whether the package or its tests start a goroutine or
// import something that guards against one.
func concurrent(p tree.Package) bool {
	found := false
	for _, f := range p.Files {
		for _, spec := range f.Syntax.Imports {
			switch spec.Path.Value {
			case `"sync"`, `"sync/atomic"`, `"golang.org/x/sync/errgroup"`:
				found = true
			}
		}
		ast.Inspect(f.Syntax, func(n ast.Node) bool {
			if _, ok := n.(*ast.GoStmt); ok {
				found = true
			}
			if sel, ok := n.(*ast.SelectorExpr); ok && (sel.Sel.Name == "RunParallel") {
				found = true
			}
			return !found
		})
	}
	return found
}
