package tree

import (
	"fmt"
	"go/ast"
	"go/token"
)

// Undocumented gives the exported names of a package that have no comment of
// their own, as "file:line: name". A constant, a variable, a field or a method
// of an interface may carry its comment on its line; the comment above a group
// speaks for none of them, and that of a type written on one line for all of
// its fields. It wants files parsed with comments.
func Undocumented(p Package) []string {
	var missing []string
	for _, f := range p.Production() {
		c := comments{file: f, missing: &missing}
		for _, decl := range f.Syntax.Decls {
			c.decl(decl)
		}
	}
	return missing
}

// comments looks through one file.
type comments struct {
	file    File
	missing *[]string
}

// want notes the name where it is exported and all of its comments are absent.
func (c comments) want(name *ast.Ident, prefix string, groups ...*ast.CommentGroup) {
	if !name.IsExported() {
		return
	}
	for _, g := range groups {
		if g.Text() != "" {
			return
		}
	}
	line := c.file.Fset.Position(name.Pos()).Line
	*c.missing = append(*c.missing, fmt.Sprintf("%s:%d: %s%s", c.file.Path, line, prefix, name.Name))
}

func (c comments) decl(decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		prefix := ""
		if d.Recv != nil {
			name := receiver(d.Recv.List[0].Type)
			if !ast.IsExported(name) {
				return
			}
			prefix = name + "."
		}
		c.want(d.Name, prefix, d.Doc)
	case *ast.GenDecl:
		// Without parentheses, the comment above the keyword is the name's own.
		var above *ast.CommentGroup
		if !d.Lparen.IsValid() {
			above = d.Doc
		}
		for _, spec := range d.Specs {
			c.spec(spec, above)
		}
	}
}

func (c comments) spec(spec ast.Spec, above *ast.CommentGroup) {
	switch s := spec.(type) {
	case *ast.ValueSpec:
		for _, name := range s.Names {
			c.want(name, "", above, s.Doc, s.Comment)
		}
	case *ast.TypeSpec:
		c.want(s.Name, "", above, s.Doc, s.Comment)
		if !s.Name.IsExported() {
			return
		}
		switch t := s.Type.(type) {
		case *ast.StructType:
			c.fields(s.Name.Name, t.Fields)
		case *ast.InterfaceType:
			c.fields(s.Name.Name, t.Methods)
		}
	}
}

func (c comments) fields(owner string, list *ast.FieldList) {
	line := func(pos token.Pos) int { return c.file.Fset.Position(pos).Line }
	if line(list.Opening) == line(list.Closing) {
		return
	}
	for _, field := range list.List {
		for _, name := range field.Names {
			c.want(name, owner+".", field.Doc, field.Comment)
		}
		if nested, ok := field.Type.(*ast.StructType); ok && len(field.Names) > 0 {
			c.fields(owner+"."+field.Names[0].Name, nested.Fields)
		}
	}
}

// receiver is the name of a method's type, without pointer and parameters.
func receiver(expr ast.Expr) string {
	switch x := expr.(type) {
	case *ast.StarExpr:
		return receiver(x.X)
	case *ast.IndexExpr:
		return receiver(x.X)
	case *ast.IndexListExpr:
		return receiver(x.X)
	case *ast.Ident:
		return x.Name
	}
	return ""
}
