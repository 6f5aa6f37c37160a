package export

import (
	"bytes"
	"encoding/csv"
	"strings"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/locale"
	words "github.com/lagrum/lagrum/sdk/text"
)

// CSV gives a report as a table for spreadsheets (RFC 4180): a line of headings,
// then one line for each activity, processor or transfer. What holds for all of
// them, such as who keeps a record, stands in each line. No cell is empty: where
// nothing is said, it says so.
//
// The separator is a comma, a semicolon or a tab; spreadsheets of many European
// languages expect a semicolon. The text is UTF-8 and begins with a byte order
// mark, by which they know. A cell that a spreadsheet would take for a formula
// gets an apostrophe before it.
func CSV(r *accountability.Report, separator rune) ([]byte, error) {
	t := &sheet{report: r, words: &words.In(r.Language).Accountability}
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = separator, true
	for _, line := range t.lines() {
		for i, cell := range line {
			line[i] = unformula(cell)
		}
		if err := w.Write(line); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// unformula keeps a spreadsheet from taking text for a formula. The apostrophe is
// what they themselves put before text.
func unformula(s string) string {
	if strings.HasPrefix(strings.TrimLeft(s, " "), "'") || strings.ContainsAny(first(s), "=+-@\t\r\n＝＋－＠") {
		return "'" + s
	}
	return s
}

// first gives the first character that is no space.
func first(s string) string {
	for _, c := range strings.TrimLeft(s, " ") {
		return string(c)
	}
	return ""
}

// A sheet lays out a report as a table.
type sheet struct {
	report *accountability.Report
	words  *words.Accountability
}

// lines gives the headings and the lines.
func (t *sheet) lines() [][]string {
	var columns []accountability.Column
	for i := range t.report.Groups {
		g := &t.report.Groups[i]
		columns = add(columns, headings(g.Common)...)
		columns = add(columns, g.Columns...)
	}
	common := headings(t.report.Common)
	head := []string{t.words.Item}
	for _, c := range common {
		head = append(head, c.Heading)
	}
	head = append(head, t.words.Remarks)
	for _, c := range columns {
		head = append(head, c.Heading)
	}
	list := [][]string{head}
	for i := range t.report.Groups {
		g := &t.report.Groups[i]
		for j := range g.Parts {
			list = append(list, t.line(g, &g.Parts[j], columns))
		}
	}
	return list
}

func headings(rows []accountability.Row) []accountability.Column {
	var list []accountability.Column
	for i := range rows {
		list = append(list, accountability.Column{ID: rows[i].ID, Heading: rows[i].Heading})
	}
	return list
}

func (t *sheet) line(g *accountability.Group, p *accountability.Part, columns []accountability.Column) []string {
	line := []string{p.Title}
	for i := range t.report.Common {
		line = append(line, t.cell(&t.report.Common[i]))
	}
	notes := p.Notes
	if len(t.report.Groups) > 1 {
		notes = append([]string{g.Title}, notes...)
	}
	if len(notes) == 0 {
		notes = []string{t.words.NoRemarks}
	}
	line = append(line, strings.Join(notes, "\n"))
	for _, c := range columns {
		line = append(line, t.find(g, p, c))
	}
	return line
}

// find gives the cell of a column. A group that has no such row is not asked for it.
func (t *sheet) find(g *accountability.Group, p *accountability.Part, c accountability.Column) string {
	for _, rows := range [][]accountability.Row{p.Rows, g.Common} {
		for i := range rows {
			if rows[i].ID == c.ID && rows[i].Heading == c.Heading {
				return t.cell(&rows[i])
			}
		}
	}
	return t.words.NotAsked
}

// cell writes a row, one statement a line, and before what is left why it is.
func (t *sheet) cell(r *accountability.Row) string {
	var lines []string
	if r.State == accountability.Met || r.State == accountability.Unmet {
		lines = append(lines, locale.Capital(r.State.In(t.words)))
	}
	for _, s := range r.Says {
		lines = append(lines, s.Text)
	}
	for _, s := range r.Left {
		lines = append(lines, locale.Capital(r.State.In(t.words))+": "+s.Text)
	}
	return strings.Join(lines, "\n")
}
