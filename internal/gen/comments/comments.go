package comments

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/internal/tree"
)

// Comments are the comments of some packages. The zero Comments knows none.
type Comments struct {
	names  map[string]string  // of a type or, after a dot, its field
	values map[string][]Value // of a type
}

// A Value is a constant that a type of text can have.
type Value struct {
	Word    string // as a file has it: "legal-entity"
	Comment string // what it means, on one line; may be empty
}

// Read reads the Go files in folders of the module, tests excepted. Folders are
// named from the root, with slashes: "sdk/policy".
func Read(root string, dirs ...string) (*Comments, error) {
	c := &Comments{names: map[string]string{}, values: map[string][]Value{}}
	fset := token.NewFileSet()
	for _, dir := range dirs {
		names, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(dir), "*.go"))
		if err != nil {
			return nil, err
		}
		if len(names) == 0 {
			return nil, fmt.Errorf("comments: no Go files in %s", dir)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				return nil, err
			}
			c.file(path.Join(tree.Module, dir), file)
		}
	}
	return c, nil
}

// Of gives the comment of a type, or of its field if one is named. It is one
// line a paragraph, without the brackets of links, and empty if there is none.
func (c *Comments) Of(t reflect.Type, field string) string {
	name := key(t.PkgPath(), t.Name())
	if field != "" {
		name += "." + field
	}
	return c.names[name]
}

// Values gives the constants of a type of text, in the order of the source.
func (c *Comments) Values(t reflect.Type) []Value { return c.values[key(t.PkgPath(), t.Name())] }

func key(pkg, name string) string { return pkg + "." + name }

// file takes up the types and constants of one file.
func (c *Comments) file(pkg string, file *ast.File) {
	for _, decl := range file.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		// Without parentheses, the comment above the keyword is the name's own.
		var above *ast.CommentGroup
		if !group.Lparen.IsValid() {
			above = group.Doc
		}
		for _, spec := range group.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				c.typ(key(pkg, s.Name.Name), s, above)
			case *ast.ValueSpec:
				if group.Tok == token.CONST {
					c.constant(pkg, s, above)
				}
			}
		}
	}
}

func (c *Comments) typ(name string, s *ast.TypeSpec, above *ast.CommentGroup) {
	c.names[name] = first(s.Doc, above, s.Comment)
	body, ok := s.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range body.Fields.List {
		for _, n := range f.Names {
			c.names[name+"."+n.Name] = first(f.Doc, f.Comment)
		}
	}
}

// constant takes up a constant that has a named type and is written as a text.
func (c *Comments) constant(pkg string, s *ast.ValueSpec, above *ast.CommentGroup) {
	t, ok := s.Type.(*ast.Ident)
	if !ok || len(s.Values) != 1 {
		return
	}
	literal, ok := s.Values[0].(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return
	}
	word, err := strconv.Unquote(literal.Value)
	if err != nil {
		return // the parser has let no such literal through
	}
	of := key(pkg, t.Name)
	c.values[of] = append(c.values[of], Value{word, first(s.Comment, s.Doc, above)})
}

// first gives the first comment that says something.
func first(groups ...*ast.CommentGroup) string {
	for _, g := range groups {
		if text := plain(g.Text()); text != "" {
			return text
		}
	}
	return ""
}

// link is a name that go doc makes a link of.
var link = regexp.MustCompile(`\[\*?([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)\]`)

// plain joins the lines of each paragraph and takes the brackets off links.
func plain(text string) string {
	paragraphs := strings.Split(strings.TrimSpace(text), "\n\n")
	for i, p := range paragraphs {
		paragraphs[i] = strings.Join(strings.Fields(p), " ")
	}
	return link.ReplaceAllString(strings.Join(paragraphs, "\n"), "$1")
}
