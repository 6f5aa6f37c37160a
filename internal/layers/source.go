package layers

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/internal/tree"
)

// ImportsOf gathers what the packages import outside their tests.
func ImportsOf(packages []tree.Package) (Imports, error) {
	imports := Imports{}
	for _, p := range packages {
		files := p.Production()
		if len(files) == 0 {
			continue
		}
		var paths []string
		for _, f := range files {
			for _, spec := range f.Syntax.Imports {
				path, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", f.Path, err)
				}
				paths = append(paths, local(path))
			}
		}
		slices.Sort(paths)
		imports["./"+p.Dir] = slices.Compact(paths)
	}
	return imports, nil
}

// local writes the import path of a package of the module as its folder.
func local(path string) string {
	if rest, ok := strings.CutPrefix(path, tree.Module+"/"); ok {
		return "./" + rest
	}
	return path
}

// ClockReads gives the places, as file:line, where a file uses time.Now, under
// whatever name it imports package time.
func ClockReads(fset *token.FileSet, file *ast.File) []string {
	var places []string
	name := ""
	for _, spec := range file.Imports {
		if spec.Path.Value != `"time"` {
			continue
		}
		name = "time"
		if spec.Name != nil {
			name = spec.Name.Name
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if x, ok := n.(*ast.Ident); ok && name == "." && x.Name == "Now" {
			places = append(places, fset.Position(x.Pos()).String())
		}
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := sel.X.(*ast.Ident); ok && x.Name == name && sel.Sel.Name == "Now" {
			places = append(places, fset.Position(sel.Pos()).String())
		}
		return true
	})
	return places
}

// Stated reads the statement from the test that enforces it, so that programs
// which need the list of packages do not write it a second time.
func Stated(root string) (Text, error) {
	name := filepath.Join(root, "internal", "layers", "layers_test.go")
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		return Text{}, err
	}
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range gen.Specs {
			value, ok := spec.(*ast.ValueSpec)
			if !ok || value.Names[0].Name != "statement" {
				continue
			}
			text, err := strconv.Unquote(value.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				return Text{}, err
			}
			return Parse(text)
		}
	}
	return Text{}, fmt.Errorf("%s holds no statement", name)
}
