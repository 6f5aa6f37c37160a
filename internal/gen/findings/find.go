package main

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// A notice is a published notice with what lint has found in it, by the day
// whose law counts.
type notice struct {
	file  *policyfile.File
	tree  any
	found map[date.Date]diag.List
}

// load reads the published notice of a system. Its name in findings is its
// path from the root, with slashes.
func load(root, system string) (*notice, error) {
	name := path.Join("examples", system, "published.yaml")
	src, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	n := &notice{file: policyfile.Parse(name, src), found: map[date.Date]diag.List{}}
	if n.file.Doc == nil || len(n.file.Findings) > 0 {
		return nil, fmt.Errorf("%s has not the shape of a policy: %v", name, n.file.Findings)
	}
	return n, yaml.Unmarshal(src, &n.tree)
}

// at gives what lint finds by the law of a day.
func (n *notice) at(day date.Date) diag.List {
	if day.IsZero() {
		day = n.file.Doc.EffectiveFrom
	}
	l, ok := n.found[day]
	if !ok {
		l = n.file.Place(lint.CheckAt(n.file.Doc, day))
		n.found[day] = l
	}
	return l
}

// find looks for every mark in the notices. The error joins the marks that
// are missing.
func find(root string, defects []defect) error {
	notices := map[string]*notice{}
	var problems []error
	for i := range defects {
		d := &defects[i]
		n := notices[d.system]
		if n == nil {
			var err error
			if n, err = load(root, d.system); err != nil {
				return err
			}
			notices[d.system] = n
		}
		for _, m := range d.marks {
			f, ok := n.first(m, d.at)
			if !ok {
				problems = append(problems, fmt.Errorf("%s: row %d: %s does not report %s in %s", list, d.number, m.code, m.path, n.file.Name))
			}
			d.found = append(d.found, f)
		}
	}
	return errors.Join(problems...)
}

// first gives the first finding that a mark is for.
func (n *notice) first(m mark, day date.Date) (diag.Finding, bool) {
	for _, f := range n.at(day) {
		if f.Code == m.code && within(named(n.tree, f.Path), m.path) {
			return f, true
		}
	}
	return diag.Finding{}, false
}

// within reports whether a path is that of a value, or of a part of it.
func within(path, value string) bool {
	rest, ok := strings.CutPrefix(path, value)
	return ok && (rest == "" || rest[0] == '/')
}

// named gives a path in which the number of each entry of a list is replaced by
// what the entry is known by, so that it stays the same when others are added.
func named(tree any, p diag.Path) string {
	if p == "" {
		return ""
	}
	var b strings.Builder
	for _, part := range strings.Split(string(p[1:]), "/") {
		switch v := tree.(type) {
		case map[string]any:
			tree = v[part]
		case []any:
			tree = nil
			if i, err := strconv.Atoi(part); err == nil && i < len(v) {
				tree = v[i]
				part = known(v[i], part)
			}
		default:
			tree = nil
		}
		b.WriteString("/" + part)
	}
	return b.String()
}

// known gives what an entry is known by: its id, the right that it is about or
// the act that it cites. Without any, it is the number.
func known(entry any, number string) string {
	m, _ := entry.(map[string]any)
	for _, key := range []string{"id", "right", "act"} {
		if s, ok := m[key].(string); ok {
			return s
		}
	}
	return number
}
