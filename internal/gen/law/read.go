package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A row is one JSON object of a data file.
type row map[string]any

// read gives the rows of a table, refusing members that the table does not know.
func read(root string, t table) ([]row, error) {
	var all []row
	for _, name := range t.data {
		content, err := os.ReadFile(filepath.Join(root, "sdk/law/data", name))
		if err != nil {
			return nil, err
		}
		var rows []row
		if strings.HasSuffix(name, ".tsv") {
			rows = tabbed(t, string(content))
		} else if err := json.Unmarshal(content, &rows); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for i, r := range rows {
			if err := t.check(r); err != nil {
				return nil, fmt.Errorf("%s: row %d: %w", name, i+1, err)
			}
		}
		all = append(all, rows...)
	}
	if t.name == "terms" {
		slices.SortFunc(all, func(a, b row) int {
			return cmp.Or(cmp.Compare(a.text("key"), b.text("key")), cmp.Compare(a.text("lang"), b.text("lang")))
		})
	}
	if t.name == "concepts" {
		slices.SortFunc(all, func(a, b row) int { return cmp.Compare(a.text("curie"), b.text("curie")) })
	}
	return all, nil
}

// tabbed reads tab-separated lines below a heading, in the order of the columns.
func tabbed(t table, content string) []row {
	var rows []row
	for i, line := range strings.Split(strings.TrimSpace(content), "\n") {
		if i == 0 {
			continue
		}
		r := row{}
		for n, cell := range strings.Split(line, "\t") {
			r[t.columns[n].key] = cell
		}
		rows = append(rows, r)
	}
	return rows
}

// check refuses a row with unknown members or without a source.
func (t table) check(r row) error {
	known := map[string]bool{"from": t.dated, "to": t.dated, "source": t.dated, "verified": t.dated}
	for _, c := range t.columns {
		known[c.key] = true
	}
	for _, key := range slices.Sorted(maps.Keys(r)) {
		if !known[key] {
			return fmt.Errorf("unknown member %q", key)
		}
	}
	if !t.dated {
		return nil
	}
	if _, ok := r["verified"].(bool); !ok {
		return fmt.Errorf("verified is missing")
	}
	if r.text("source") == "" {
		return fmt.Errorf("source is missing")
	}
	return nil
}

// text gives a string member, empty where it is missing.
func (r row) text(key string) string {
	s, _ := r[key].(string)
	return s
}

// verified reports whether the row was compared with its source.
func (r row) verified() bool {
	v, _ := r["verified"].(bool)
	return v
}

// list gives a list member.
func (r row) list(key string) []string {
	items, _ := r[key].([]any)
	return asStrings(items)
}

// object gives an object member.
func (r row) object(key string) map[string]any {
	m, _ := r[key].(map[string]any)
	return m
}

func asStrings(items []any) []string {
	var out []string
	for _, item := range items {
		out = append(out, item.(string))
	}
	return out
}
