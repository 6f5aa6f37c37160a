package notice

import (
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/internal/markup"
)

// Markdown writes the notice as CommonMark with the tables of GitHub Flavored
// Markdown. Text is escaped, so that nothing in a policy becomes markup.
func (p *Printer) Markdown(d *Doc) []byte {
	m := &markdownPrinter{}
	m.heading(p.level(), d.Title)
	m.blocks(d.Lead, "")
	m.sections(d.Sections, p.level()+1)
	return m.out
}

type markdownPrinter struct{ out []byte }

func (m *markdownPrinter) raw(s string) { m.out = append(m.out, s...) }

func (m *markdownPrinter) heading(level int, title string) {
	m.raw(strings.Repeat("#", min(level, 6)) + " ")
	m.out = markup.AppendMarkdown(m.out, title)
	m.raw("\n\n")
}

func (m *markdownPrinter) sections(list []Section, level int) {
	for i := range list {
		m.heading(level, list[i].Title)
		m.blocks(list[i].Blocks, "")
		m.sections(list[i].Sections, level+1)
	}
}

// blocks writes blocks, each line behind the indent.
func (m *markdownPrinter) blocks(list []Block, indent string) {
	for _, b := range list {
		switch b := b.(type) {
		case *Paragraph:
			m.raw(indent)
			m.spans(b.Spans)
			m.raw("\n\n")
		case *List:
			m.list(b, indent)
			m.raw("\n")
		case *Table:
			m.table(b)
		case *Definitions:
			m.definitions(b, indent)
		case *Callout:
			m.callout(b)
		}
	}
}

func (m *markdownPrinter) list(l *List, indent string) {
	for i := range l.Items {
		mark := "- "
		if l.Ordered {
			mark = strconv.Itoa(i+1) + ". "
		}
		m.raw(indent + mark)
		m.spans(l.Items[i].Spans)
		m.raw("\n")
		if sub := l.Items[i].Sub; sub != nil {
			m.list(sub, indent+strings.Repeat(" ", len(mark)))
		}
	}
}

func (m *markdownPrinter) table(t *Table) {
	m.strong(t.Caption)
	m.raw("\n\n|")
	for _, title := range t.Head {
		m.raw(" ")
		m.out = markup.AppendMarkdown(m.out, title)
		m.raw(" |")
	}
	m.raw("\n|" + strings.Repeat(" --- |", len(t.Head)) + "\n")
	for _, row := range t.Rows {
		m.raw("|")
		for _, c := range row {
			m.raw(" ")
			for i, p := range c {
				if i > 0 {
					m.raw("<br>")
				}
				m.spans(p)
			}
			m.raw(" |")
		}
		m.raw("\n")
	}
	m.raw("\n")
}

// definitions are items with a strong label; Markdown has no list of them.
func (m *markdownPrinter) definitions(d *Definitions, indent string) {
	for i := range d.Items {
		m.raw(indent + "- ")
		for _, s := range d.Items[i].Label {
			m.strong(s.Text)
		}
		m.raw("\n\n")
		m.blocks(d.Items[i].Body, indent+"  ")
	}
}

// callout is a block quote.
func (m *markdownPrinter) callout(c *Callout) {
	inner := &markdownPrinter{}
	if c.Title != "" {
		inner.strong(c.Title)
		inner.raw("\n\n")
	}
	inner.blocks(c.Blocks, "")
	for line := range strings.SplitSeq(strings.TrimRight(string(inner.out), "\n"), "\n") {
		m.raw(strings.TrimRight("> "+line, " ") + "\n")
	}
	m.raw("\n")
}

func (m *markdownPrinter) spans(list []Span) {
	for i := range list {
		s := &list[i]
		if s.Text == "" {
			continue
		}
		url, safe := markup.SafeURL(s.URL)
		if safe {
			m.raw("[")
		}
		switch {
		case s.Strong:
			m.strong(s.Text)
		case safe && (s.Text == "x" || s.Text == "X"): // [x] is the box of a task in GitHub's dialect
			m.raw("&#" + strconv.Itoa(int(s.Text[0])) + ";")
		default:
			m.out = markup.AppendMarkdown(m.out, s.Text)
		}
		if safe {
			m.raw("](<" + destination.Replace(url) + ">)")
		}
	}
}

// destination escapes an address that [markup.SafeURL] has passed, which has
// no backslash in it.
var destination = strings.NewReplacer("<", "%3C", ">", "%3E", "&", "&amp;")

// strong writes text between marks; without text they would be a rule.
func (m *markdownPrinter) strong(s string) {
	if s == "" {
		return
	}
	m.raw("**")
	m.out = markup.AppendMarkdown(m.out, s)
	m.raw("**")
}
