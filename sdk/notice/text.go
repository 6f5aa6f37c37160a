package notice

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/lagrum/lagrum/internal/markup"
)

// Text writes the notice as plain text in lines of at most 78 characters.
// Control characters that a terminal could obey are replaced.
func (p *Printer) Text(d *Doc) []byte {
	t := &textPrinter{}
	t.underlined(d.Title, "=")
	t.blocks(d.Lead, "")
	for i := range d.Sections {
		t.section(&d.Sections[i], strconv.Itoa(i+1), "-")
	}
	return t.out
}

type textPrinter struct{ out []byte }

func (t *textPrinter) raw(s string) { t.out = append(t.out, s...) }

func (t *textPrinter) underlined(title, with string) {
	start := len(t.out)
	t.wrap("", "", title)
	if with != "" {
		width := 0
		for line := range strings.SplitSeq(string(t.out[start:]), "\n") {
			width = max(width, utf8.RuneCountInString(line))
		}
		t.raw(strings.Repeat(with, min(width, markup.LineWidth)) + "\n")
	}
	t.raw("\n")
}

func (t *textPrinter) section(s *Section, number, underline string) {
	t.underlined(number+". "+s.Title, underline)
	t.blocks(s.Blocks, "")
	for i := range s.Sections {
		t.section(&s.Sections[i], number+"."+strconv.Itoa(i+1), "")
	}
}

func (t *textPrinter) blocks(list []Block, indent string) {
	for _, b := range list {
		switch b := b.(type) {
		case *Paragraph:
			t.wrap(indent, indent, flat(b.Spans))
			t.raw("\n")
		case *List:
			t.list(b, indent)
			t.raw("\n")
		case *Table:
			t.table(b, indent)
		case *Definitions:
			for i := range b.Items {
				t.wrap(indent, indent, label(flat(b.Items[i].Label)))
				t.blocks(b.Items[i].Body, indent+"  ")
			}
		case *Callout:
			t.wrap(indent+"! ", indent+"! ", b.Title)
			t.blocks(b.Blocks, indent+"! ")
		}
	}
}

func (t *textPrinter) list(l *List, indent string) {
	for i := range l.Items {
		mark := "- "
		if l.Ordered {
			mark = strconv.Itoa(i+1) + ". "
		}
		t.wrap(indent+mark, indent+strings.Repeat(" ", len(mark)), flat(l.Items[i].Spans))
		if sub := l.Items[i].Sub; sub != nil {
			t.list(sub, indent+strings.Repeat(" ", len(mark)))
		}
	}
}

// table writes each row as a small card: its heading, then the other cells
// behind the titles of their columns.
func (t *textPrinter) table(table *Table, indent string) {
	t.wrap(indent, indent, "["+table.Caption+"]")
	for _, row := range table.Rows {
		for i, c := range row {
			words := flatCell(c)
			switch {
			case words == "":
			case i == 0:
				t.wrap(indent+"* ", indent+"  ", words)
			default:
				t.wrap(indent+"    ", indent+"      ", label(table.Head[min(i, len(table.Head)-1)])+" "+words)
			}
		}
	}
	t.raw("\n")
}

// label ends a label with a colon, unless it is a question.
func label(s string) string {
	if strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") {
		return s
	}
	return s + ":"
}

// flat joins spans; the address of a link follows in brackets where it says
// more than the text.
func flat(spans []Span) string {
	var b strings.Builder
	for i := range spans {
		s := &spans[i]
		b.WriteString(s.Text)
		if address := shownAddress(s); address != "" {
			b.WriteString(" <" + address + ">")
		}
	}
	return b.String()
}

// shownAddress is the address to print after a link: none that the other
// formats would not lead to, no telephone number a second time, no place on a
// page.
func shownAddress(s *Span) string {
	url, safe := markup.SafeURL(s.URL)
	address := strings.TrimPrefix(url, "mailto:")
	if !safe || address == s.Text || strings.HasPrefix(url, "tel:") || strings.HasPrefix(url, "#") {
		return ""
	}
	return address
}

func flatCell(c Cell) string {
	var b strings.Builder
	for i, p := range c {
		words := flat(p)
		if before := b.String(); i > 0 && before != "" {
			if !strings.HasSuffix(before, ".") && !strings.HasSuffix(before, ":") {
				b.WriteString(".")
			}
			b.WriteString(" ")
		}
		b.WriteString(words)
	}
	return b.String()
}

// wrap writes words in lines: the first behind one indent, the others behind
// another.
func (t *textPrinter) wrap(first, others, words string) {
	t.out = markup.AppendLines(t.out, first, others, words)
}
