package tree

import (
	"fmt"
	"go/ast"
	"path"
	"strings"
)

// HasDoc reports whether the package has a doc.go with a package comment.
func HasDoc(p Package) bool {
	for _, f := range p.Files {
		if path.Base(f.Path) == "doc.go" && f.Syntax.Doc.Text() != "" {
			return true
		}
	}
	return false
}

// HasExample reports whether the package shows its use in a test function
// that go doc prints and go test compiles.
func HasExample(p Package) bool {
	for _, f := range p.Files {
		if !f.Test {
			continue
		}
		for _, decl := range f.Syntax.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil && strings.HasPrefix(fn.Name.Name, "Example") {
				return true
			}
		}
	}
	return false
}

// IsCommand reports whether the package is a program.
func IsCommand(p Package) bool {
	files := p.Production()
	return len(files) > 0 && files[0].Syntax.Name.Name == "main"
}

// Functions gives the names of the top-level test functions that begin with
// the prefix and take one parameter of the type, such as "Fuzz" and "F".
func Functions(p Package, prefix, parameter string) []string {
	var names []string
	for _, f := range p.Files {
		if !f.Test {
			continue
		}
		for _, decl := range f.Syntax.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Recv != nil || !strings.HasPrefix(fn.Name.Name, prefix) {
				continue
			}
			if params := fn.Type.Params.List; len(params) == 1 && testingType(params[0].Type) == parameter {
				names = append(names, fn.Name.Name)
			}
		}
	}
	return names
}

// testingType is the name of a type of package testing: "T" for *testing.T.
func testingType(expr ast.Expr) string {
	if star, ok := expr.(*ast.StarExpr); ok {
		expr = star.X
	}
	sel, ok := expr.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	if x, ok := sel.X.(*ast.Ident); !ok || x.Name != "testing" {
		return ""
	}
	return sel.Sel.Name
}

// Skips gives the places, as "file:line", where a test leaves itself out: a
// Skip of any kind on something whose type is of package testing.
func Skips(f File) []string {
	testers := map[string]bool{}
	ast.Inspect(f.Syntax, func(n ast.Node) bool {
		if field, ok := n.(*ast.Field); ok && testingType(field.Type) != "" {
			for _, name := range field.Names {
				testers[name.Name] = true
			}
		}
		return true
	})
	var places []string
	ast.Inspect(f.Syntax, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		x, ok := sel.X.(*ast.Ident)
		if !ok || !testers[x.Name] {
			return true
		}
		switch sel.Sel.Name {
		case "Skip", "Skipf", "SkipNow":
			places = append(places, fmt.Sprintf("%s:%d", f.Path, f.Fset.Position(sel.Pos()).Line))
		}
		return true
	})
	return places
}
