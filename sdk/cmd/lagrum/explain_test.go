package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/lint"
)

// What the command tells of a rule is what its page tells: same parts, same
// provisions, same sources and marks.
func TestExplanationIsThePage(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	for r := range lint.Rules() {
		content, err := os.ReadFile(filepath.Join(root, "docs", "rules", r.Code+".md"))
		if err != nil {
			t.Error(err)
			continue
		}
		page, said := string(content), explanation(r)
		for line := range strings.Lines(page) {
			if part, ok := strings.CutPrefix(line, "## "); ok && !strings.Contains(said, "\n"+part+"\n") {
				t.Errorf("%s: there is no part %s", r.Code, part)
			}
		}
		var rows, lines []string
		for _, c := range r.Cites {
			for _, row := range rowsOf(c) {
				mark := "not verified"
				if row.Verified {
					mark = "**verified**"
				}
				source := strings.ReplaceAll(row.Source, "in the tables (docs/law.md)", "in the [tables](../law.md)")
				rows = append(rows, "| "+row.under+" | "+cell(row.provision)+" | "+cell(source)+" | "+mark+" |")
			}
		}
		_, table, _ := strings.Cut(page, "| --- | --- | --- | --- |\n")
		table, _, _ = strings.Cut(table, "\n\n")
		lines = strings.Split(table, "\n")
		if diff := cmp.Diff(lines, rows); diff != "" {
			t.Errorf("%s: provisions (-page +command):\n%s", r.Code, diff)
		}
		if flat := strings.Join(strings.Fields(said), " "); !strings.Contains(flat, strings.Join(strings.Fields(r.Explanation+" Avoid "+r.Avoid+" Prefer "+r.Prefer), " ")) {
			t.Errorf("%s: a part is not as in the rule", r.Code)
		}
	}
}

// cell is how a table in Markdown writes a text.
func cell(s string) string { return strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;").Replace(s) }

// Running text fits a terminal; examples stay as they are.
func TestExplanationFitsATerminal(t *testing.T) {
	for r := range lint.Rules() {
		for line := range strings.Lines(explanation(r)) {
			line = strings.TrimRight(line, "\n")
			code := strings.TrimPrefix(line, "    ")
			example := strings.Contains("\n"+r.Avoid+"\n"+r.Prefer+"\n", "\n"+code+"\n")
			if utf8.RuneCountInString(line) > textWidth && !example && strings.Contains(strings.TrimSpace(line), " ") {
				t.Errorf("%s: longer than %d: %s", r.Code, textWidth, line)
			}
			if line != strings.TrimRight(line, " ") {
				t.Errorf("%s: blanks at the end of %q", r.Code, line)
			}
		}
	}
}
