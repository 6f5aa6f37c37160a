package accountability

import (
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/locale"
)

// Markdown writes the report as CommonMark. Text is escaped, so that nothing in a
// policy becomes markup.
func (r *Report) Markdown() []byte {
	m := &markdown{report: r}
	m.heading(1, r.Title)
	for _, s := range r.Intro {
		m.paragraph(s)
	}
	missing, check := r.Left()
	m.paragraph(fill(r.lang.Accountability.CountMissing, "n", strconv.Itoa(missing)) + ". " + fill(r.lang.Accountability.CountCheck, "n", strconv.Itoa(check)) + ".")
	m.rows(r.Common, false)
	for i := range r.Groups {
		g := &r.Groups[i]
		m.heading(2, g.Title)
		if len(g.Parts) == 0 {
			m.paragraph(g.None)
		}
		m.rows(g.Common, false)
		for j := range g.Parts {
			m.heading(3, g.Parts[j].Title)
			for _, s := range g.Parts[j].Notes {
				m.paragraph(s)
			}
			m.rows(g.Parts[j].Rows, r.isMatrix())
		}
	}
	return m.out
}

type markdown struct {
	report *Report
	out    []byte
}

func (m *markdown) raw(s string)  { m.out = append(m.out, s...) }
func (m *markdown) text(s string) { m.out = markup.AppendMarkdown(m.out, s) }

func (m *markdown) heading(level int, s string) {
	m.raw(strings.Repeat("#", level) + " ")
	m.text(s)
	m.raw("\n\n")
}

func (m *markdown) paragraph(s string) {
	m.text(s)
	m.raw("\n\n")
}

// rows writes each row as an item with a list below it.
func (m *markdown) rows(rows []Row, numbered bool) {
	for i := range rows {
		r := &rows[i]
		m.raw("- **")
		if numbered {
			m.raw(strconv.Itoa(i+1) + ". ")
		}
		m.text(r.Heading)
		m.raw("**")
		var marks []string
		if by := m.report.demandedBy(r); by != "" {
			marks = append(marks, locale.Capital(by))
		}
		if r.State != Stated {
			marks = append(marks, r.State.In(&m.report.lang.Accountability))
		}
		if len(marks) > 0 {
			m.raw(" (")
			m.text(strings.Join(marks, "; "))
			m.raw(")")
		}
		m.raw("\n")
		for _, s := range r.Says {
			m.raw("  - ")
			m.text(s.Text)
			m.raw("\n")
		}
		for _, s := range r.Left {
			m.raw("  - *")
			m.text(s.Text)
			m.raw("*\n")
		}
	}
	if len(rows) > 0 {
		m.raw("\n")
	}
}
