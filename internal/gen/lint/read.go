package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A rule is one Rule of package lint, as far as lists and pages need it.
type rule struct {
	variable, code, severity, since, title, message string
	hints                                           []string
	explanation, avoid, prefer                      string
	cites                                           []cite
}

// A cite is one Cite of a rule.
type cite struct {
	gdpr, other, source string
	verified            bool
}

// read parses the rules in the Go files of a folder, sorted by code.
func read(dir string) ([]rule, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	reader := reader{fset: token.NewFileSet(), constants: map[string]ast.Expr{}}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || filepath.Base(name) == filepath.Base(list) {
			continue
		}
		f, err := parser.ParseFile(reader.fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
		reader.take(f)
	}
	var rules []rule
	for _, f := range files {
		found, err := reader.rules(f)
		if err != nil {
			return nil, err
		}
		rules = append(rules, found...)
	}
	slices.SortFunc(rules, func(a, b rule) int { return cmp.Compare(a.code, b.code) })
	for i := 1; i < len(rules); i++ {
		if rules[i].code == rules[i-1].code {
			return nil, fmt.Errorf("two rules have the code %s", rules[i].code)
		}
	}
	return rules, nil
}

// A reader reads rules. It knows the constants of the package.
type reader struct {
	fset      *token.FileSet
	constants map[string]ast.Expr
}

// take notes the constants of a file.
func (r *reader) take(f *ast.File) {
	for _, decl := range f.Decls {
		d, ok := decl.(*ast.GenDecl)
		if !ok || d.Tok != token.CONST {
			continue
		}
		for _, spec := range d.Specs {
			s := spec.(*ast.ValueSpec)
			for i := range s.Values {
				r.constants[s.Names[i].Name] = s.Values[i]
			}
		}
	}
}

// rules finds the rules of a file. Each stands alone in the file of its code.
func (r *reader) rules(f *ast.File) ([]rule, error) {
	var found []rule
	for _, decl := range f.Decls {
		d, ok := decl.(*ast.GenDecl)
		if !ok || d.Tok != token.VAR {
			continue
		}
		for _, spec := range d.Specs {
			s := spec.(*ast.ValueSpec)
			for i, value := range s.Values {
				if lit, ok := value.(*ast.CompositeLit); ok && isIdent(lit.Type, "Rule") {
					one, err := r.rule(s.Names[i].Name, lit)
					if err != nil {
						return nil, err
					}
					found = append(found, one)
				}
			}
		}
	}
	if len(found) > 1 {
		return nil, fmt.Errorf("%s holds more than one rule", r.fset.Position(f.Pos()).Filename)
	}
	for _, one := range found {
		name := strings.TrimSuffix(filepath.Base(r.fset.Position(f.Pos()).Filename), ".go")
		if one.code != strings.ReplaceAll(name, "_", "-") {
			return nil, fmt.Errorf("the rule %s stands in %s.go", one.code, name)
		}
	}
	return found, nil
}

func (r *reader) rule(variable string, lit *ast.CompositeLit) (rule, error) {
	one := rule{variable: variable}
	into := map[string]*string{
		"Code": &one.code, "Since": &one.since, "Title": &one.title, "Message": &one.message,
		"Explanation": &one.explanation, "Avoid": &one.avoid, "Prefer": &one.prefer,
	}
	for _, elt := range lit.Elts {
		pair, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return rule{}, r.problem(elt, "a rule names its fields")
		}
		var err error
		switch key := pair.Key.(*ast.Ident).Name; key {
		case "Severity":
			one.severity, err = r.severity(pair.Value)
		case "Cites":
			one.cites, err = r.cites(pair.Value)
		case "Hints":
			one.hints, err = r.texts(pair.Value)
		case "check":
		default:
			if into[key] == nil {
				return rule{}, r.problem(pair, "a rule has no field that this program knows as "+key)
			}
			*into[key], err = r.text(pair.Value)
		}
		if err != nil {
			return rule{}, err
		}
	}
	return one, nil
}

func (r *reader) problem(at ast.Node, what string) error {
	return fmt.Errorf("%s: %s", r.fset.Position(at.Pos()), what)
}

// severity reads diag.Error as "error".
func (r *reader) severity(x ast.Expr) (string, error) {
	sel, ok := x.(*ast.SelectorExpr)
	if !ok || !isIdent(sel.X, "diag") {
		return "", r.problem(x, "a severity is one of package diag")
	}
	return strings.ToLower(sel.Sel.Name), nil
}

func (r *reader) cites(x ast.Expr) ([]cite, error) {
	lit, ok := x.(*ast.CompositeLit)
	if !ok {
		return nil, r.problem(x, "cites are written out")
	}
	var cites []cite
	for _, elt := range lit.Elts {
		entry, ok := elt.(*ast.CompositeLit)
		if !ok {
			return nil, r.problem(elt, "a cite is written out")
		}
		var c cite
		into := map[string]*string{"GDPR": &c.gdpr, "Other": &c.other, "Source": &c.source}
		for _, member := range entry.Elts {
			pair, ok := member.(*ast.KeyValueExpr)
			if !ok {
				return nil, r.problem(member, "a cite names its fields")
			}
			key := pair.Key.(*ast.Ident).Name
			if key == "Verified" {
				c.verified = isIdent(pair.Value, "true")
				continue
			}
			if into[key] == nil {
				return nil, r.problem(pair, "a cite has no field that this program knows as "+key)
			}
			var err error
			if *into[key], err = r.text(pair.Value); err != nil {
				return nil, err
			}
		}
		cites = append(cites, c)
	}
	return cites, nil
}

// texts reads a list of texts, with or without the constants that number them.
func (r *reader) texts(x ast.Expr) ([]string, error) {
	lit, ok := x.(*ast.CompositeLit)
	if !ok {
		return nil, r.problem(x, "hints are written out")
	}
	texts := make([]string, len(lit.Elts))
	for i, elt := range lit.Elts {
		at, value := i, elt
		if pair, ok := elt.(*ast.KeyValueExpr); ok {
			value = pair.Value
			number, ok := r.constants[pair.Key.(*ast.Ident).Name].(*ast.BasicLit)
			if !ok {
				return nil, r.problem(pair, "the number of a hint is a constant")
			}
			var err error
			if at, err = strconv.Atoi(number.Value); err != nil || at >= len(texts) {
				return nil, r.problem(pair, "hints are numbered from 0 without gaps")
			}
		}
		var err error
		if texts[at], err = r.text(value); err != nil {
			return nil, err
		}
	}
	return texts, nil
}

// text reads a string: a literal or a constant. White space around it is not
// part of it.
func (r *reader) text(x ast.Expr) (string, error) {
	switch e := x.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		if err != nil {
			return "", r.problem(x, "not a text")
		}
		return strings.TrimSpace(s), nil
	case *ast.Ident:
		if value := r.constants[e.Name]; value != nil {
			return r.text(value)
		}
	}
	return "", r.problem(x, "not a text that can be read without running the program")
}

func isIdent(x ast.Expr, name string) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == name
}
