package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/lint"
)

// A rule is a row of the list.
type rule struct {
	id, severity string
	asks         string   // what the rule asks for
	read, unread string   // its sources: those that were read, and those that were not
	does         string   // what the SDK does about it
	by           []string // a code of package consent, or lint:code, form:reason, api:function
}

// readRules takes the list apart. The error joins every line that is wrong.
func readRules(src string, codes []constant) ([]rule, error) {
	lines := strings.Split(strings.TrimSuffix(src, "\n"), "\n")
	var rules []rule
	var problems []error
	for i, line := range lines[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 7 {
			return nil, fmt.Errorf("%s:%d: %d columns", list, i+2, len(f))
		}
		r := rule{f[0], f[1], f[2], f[3], f[4], f[5], strings.Fields(f[6])}
		for _, by := range r.by {
			if !exists(by, codes) {
				problems = append(problems, fmt.Errorf("%s:%d: there is no %s", list, i+2, by))
			}
		}
		rules = append(rules, r)
	}
	for _, c := range codes {
		if len(rulesOf(c.value, rules)) == 0 {
			problems = append(problems, fmt.Errorf("no rule names the code %s", c.value))
		}
	}
	return rules, errors.Join(problems...)
}

// exists reports whether there is what a rule names: a code, or a rule of lint.
// The compiler and the tests of package consent see to the others.
func exists(by string, codes []constant) bool {
	kind, name, ok := strings.Cut(by, ":")
	switch {
	case !ok:
		return slices.ContainsFunc(codes, func(c constant) bool { return c.value == by })
	case kind == "lint":
		_, ok = lint.Explain(name)
		return ok
	}
	return kind == "form" || kind == "api"
}

// rulesOf gives the rules that name a code, without their titles: "CONS-02".
func rulesOf(code string, rules []rule) []string {
	var ids []string
	for _, r := range rules {
		if slices.Contains(r.by, code) {
			ids = append(ids, number(r.id))
		}
	}
	return ids
}

func number(id string) string { return id[:len("CONS-00")] }

// A constant is one of a type of package consent.
type constant struct {
	value   string
	comment string
}

// constants lists the constants of a type in a file, with the comments that stand
// after them.
func constants(root, file, typ string) ([]constant, error) {
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, sources, file), nil, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	var found []constant
	for _, d := range f.Decls {
		block, ok := d.(*ast.GenDecl)
		if !ok || block.Tok != token.CONST {
			continue
		}
		for _, spec := range block.Specs {
			v := spec.(*ast.ValueSpec)
			if name, ok := v.Type.(*ast.Ident); !ok || name.Name != typ {
				continue
			}
			value, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				return nil, err
			}
			found = append(found, constant{value, strings.TrimSpace(v.Comment.Text())})
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%s has no constants of the type %s", file, typ)
	}
	return found, nil
}

// generate makes the page.
func generate(root string) ([]byte, error) {
	src, err := os.ReadFile(filepath.Join(root, list))
	if err != nil {
		return nil, err
	}
	codes, err := constants(root, "reason.go", "Code")
	if err != nil {
		return nil, err
	}
	statuses, err := constants(root, "status.go", "Status")
	if err != nil {
		return nil, err
	}
	rules, err := readRules(string(src), codes)
	if err != nil {
		return nil, err
	}
	return page(rules, codes, statuses), nil
}
