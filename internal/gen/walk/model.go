package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

// A structure is one struct of the model.
type structure struct {
	name   string
	fields []field
}

// A field is one field of a struct, as far as a visit needs to know it.
type field struct {
	name, json, ref string
	typ             ast.Expr
}

// A model is the structs of package policy by name.
type model map[string]structure

// read parses the structs in the Go files of a folder. walk_gen.go is passed
// over: it may be out of step.
func read(dir string) (model, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	m := model{}
	fset := token.NewFileSet()
	for _, name := range names {
		if filepath.Base(name) == filepath.Base(target) || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		if err := m.add(fset, file); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// add takes up the structs of one file.
func (m model) add(fset *token.FileSet, file *ast.File) error {
	for _, decl := range file.Decls {
		types, ok := decl.(*ast.GenDecl)
		if !ok || types.Tok != token.TYPE {
			continue
		}
		for _, spec := range types.Specs {
			t := spec.(*ast.TypeSpec)
			body, ok := t.Type.(*ast.StructType)
			if !ok || !t.Name.IsExported() {
				continue
			}
			s := structure{name: t.Name.Name}
			for _, f := range body.Fields.List {
				if f.Tag == nil {
					continue // Visitor has no tags: it is no part of the model
				}
				one, err := readField(f)
				if err != nil {
					return fmt.Errorf("%s: %w", fset.Position(f.Pos()), err)
				}
				s.fields = append(s.fields, one)
			}
			m[s.name] = s
		}
	}
	return nil
}

func readField(f *ast.Field) (field, error) {
	if len(f.Names) != 1 {
		return field{}, fmt.Errorf("a field of the model has a name of its own")
	}
	literal, err := strconv.Unquote(f.Tag.Value)
	if err != nil {
		return field{}, err
	}
	tag := reflect.StructTag(literal)
	json, _, _ := strings.Cut(tag.Get("json"), ",")
	if json == "" || strings.ContainsAny(json, "~/") {
		return field{}, fmt.Errorf("field %s needs a json name that a path can hold as it is", f.Names[0].Name)
	}
	return field{name: f.Names[0].Name, json: json, ref: tag.Get("ref"), typ: f.Type}, nil
}

// element is the type that a field leads to, and how: "", "[]" or "*".
func element(typ ast.Expr) (form, name string) {
	switch t := typ.(type) {
	case *ast.ArrayType:
		_, name := element(t.Elt)
		return "[]", name
	case *ast.StarExpr:
		_, name := element(t.X)
		return "*", name
	case *ast.Ident:
		return "", t.Name
	case *ast.SelectorExpr:
		return "", t.X.(*ast.Ident).Name + "." + t.Sel.Name
	}
	return "", ""
}
