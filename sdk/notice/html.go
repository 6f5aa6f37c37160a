package notice

import (
	"strconv"

	"github.com/lagrum/lagrum/internal/markup"
)

// HTML writes the notice as one article element, to be put into a page. It
// holds no style and no script. All text is escaped, and a link whose scheme
// is not http, https, mailto or tel is written as text.
func (p *Printer) HTML(d *Doc) []byte {
	h := &htmlPrinter{out: make([]byte, 0, 1<<14), prefix: p.prefix()}
	h.raw(`<article class="lagrum-notice lagrum-notice-`)
	h.attr(string(d.Layer))
	h.raw(`" lang="`)
	h.attr(string(d.Language))
	h.raw("\">\n<header>\n")
	h.heading(p.level(), "title", d.Title)
	h.blocks(d.Lead)
	h.raw("</header>\n")
	h.contents(d)
	h.sections(d.Sections, p.level()+1)
	h.raw("</article>\n")
	return h.out
}

// htmlPrinter appends to out. Only raw writes unescaped text, and only
// constants are given to it.
type htmlPrinter struct {
	out    []byte
	prefix string
}

func (h *htmlPrinter) raw(s string)  { h.out = append(h.out, s...) }
func (h *htmlPrinter) text(s string) { h.out = markup.AppendText(h.out, s) }
func (h *htmlPrinter) attr(s string) { h.out = markup.AppendAttr(h.out, s) }

// id writes an id attribute: the prefix avoids DOM clobbering.
func (h *htmlPrinter) id(id string) {
	h.raw(` id="`)
	h.attr(h.prefix)
	h.attr(anchor(id))
	h.raw(`"`)
}

// anchor makes an id fit for HTML and for fragments: policy ids are checked by
// the loader, but a document built in Go may hold anything.
func anchor(id string) string {
	out := []byte(id)
	for i, c := range out {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_', c == '.':
		default:
			out[i] = '_'
		}
	}
	return string(out)
}

func (h *htmlPrinter) heading(level int, id, title string) {
	tag := "h" + strconv.Itoa(min(level, 6))
	h.raw("<" + tag)
	h.id(id)
	h.raw(">")
	h.text(title)
	h.raw("</" + tag + ">\n")
}

// contents is the table of contents, of the first two levels.
func (h *htmlPrinter) contents(d *Doc) {
	if d.Contents == "" || len(d.Sections) == 0 {
		return
	}
	h.raw(`<nav class="lagrum-contents" aria-labelledby="`)
	h.attr(h.prefix)
	h.raw("contents\">\n<p")
	h.id("contents")
	h.raw(">")
	h.text(d.Contents)
	h.raw("</p>\n<ol>\n")
	for i := range d.Sections {
		h.raw("<li>")
		h.sectionLink(&d.Sections[i])
		h.raw("</li>\n")
	}
	h.raw("</ol>\n</nav>\n")
}

func (h *htmlPrinter) sectionLink(s *Section) {
	h.raw(`<a href="#`)
	h.attr(h.prefix)
	h.attr(anchor(s.ID))
	h.raw(`">`)
	h.text(s.Title)
	h.raw("</a>")
}

func (h *htmlPrinter) sections(list []Section, level int) {
	for i := range list {
		s := &list[i]
		h.raw(`<section aria-labelledby="`)
		h.attr(h.prefix)
		h.attr(anchor(s.ID))
		h.raw("\">\n")
		h.heading(level, s.ID, s.Title)
		h.blocks(s.Blocks)
		h.sections(s.Sections, level+1)
		h.raw("</section>\n")
	}
}

func (h *htmlPrinter) blocks(list []Block) {
	for _, b := range list {
		switch b := b.(type) {
		case *Paragraph:
			h.raw("<p>")
			h.spans(b.Spans)
			h.raw("</p>\n")
		case *List:
			h.list(b)
		case *Table:
			h.table(b)
		case *Definitions:
			h.definitions(b)
		case *Callout:
			h.callout(b)
		}
	}
}

func (h *htmlPrinter) list(l *List) {
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	h.raw("<" + tag + ">\n")
	for i := range l.Items {
		h.raw("<li>")
		h.spans(l.Items[i].Spans)
		if sub := l.Items[i].Sub; sub != nil {
			h.raw("\n")
			h.list(sub)
		}
		h.raw("</li>\n")
	}
	h.raw("</" + tag + ">\n")
}

// table gives every cell the heading of its column as data-label, so that a
// stylesheet can turn rows into cards on a narrow screen. Where the table is wider
// than its place, the keyboard can reach it to scroll.
func (h *htmlPrinter) table(t *Table) {
	h.raw(`<div class="lagrum-table" role="group" tabindex="0" aria-label="`)
	h.attr(t.Caption)
	h.raw("\">\n<table>\n<caption>")
	h.text(t.Caption)
	h.raw("</caption>\n<thead>\n<tr>")
	for _, title := range t.Head {
		h.raw(`<th scope="col">`)
		h.text(title)
		h.raw("</th>")
	}
	h.raw("</tr>\n</thead>\n<tbody>\n")
	for _, row := range t.Rows {
		h.raw("<tr>")
		for i, c := range row {
			h.cell(c, i == 0, t.Head[min(i, len(t.Head)-1)])
		}
		h.raw("</tr>\n")
	}
	h.raw("</tbody>\n</table>\n</div>\n")
}

func (h *htmlPrinter) cell(c Cell, first bool, label string) {
	end := "</td>"
	if first {
		h.raw(`<th scope="row">`)
		end = "</th>"
	} else {
		h.raw(`<td data-label="`)
		h.attr(label)
		h.raw(`">`)
	}
	switch {
	case len(c) == 1:
		h.spans(c[0])
	case len(c) > 1:
		for _, p := range c {
			h.raw("<p>")
			h.spans(p)
			h.raw("</p>")
		}
	}
	h.raw(end)
}

func (h *htmlPrinter) definitions(d *Definitions) {
	h.raw("<dl>\n")
	for i := range d.Items {
		h.raw("<div>\n<dt>")
		h.spans(d.Items[i].Label)
		h.raw("</dt>\n<dd>\n")
		h.blocks(d.Items[i].Body)
		h.raw("</dd>\n</div>\n")
	}
	h.raw("</dl>\n")
}

func (h *htmlPrinter) callout(c *Callout) {
	h.raw(`<div class="lagrum-callout lagrum-callout-`)
	h.attr(string(c.Kind))
	h.raw("\" role=\"note\">\n")
	if c.Title != "" {
		h.raw("<p><strong>")
		h.text(c.Title)
		h.raw("</strong></p>\n")
	}
	h.blocks(c.Blocks)
	h.raw("</div>\n")
}

func (h *htmlPrinter) spans(list []Span) {
	for i := range list {
		h.span(&list[i])
	}
}

func (h *htmlPrinter) span(s *Span) {
	if s.Text == "" {
		return
	}
	url, safe := markup.SafeURL(s.URL)
	lang := s.Lang != ""
	end := ""
	switch {
	case safe:
		h.raw(`<a href="`)
		h.attr(url)
		h.raw(`"`)
		end = "</a>"
	case lang:
		h.raw("<span")
		end = "</span>"
	}
	if lang {
		h.raw(` lang="`)
		h.attr(string(s.Lang))
		h.raw(`"`)
	}
	if end != "" {
		h.raw(">")
	}
	if s.Strong {
		h.raw("<strong>")
		end = "</strong>" + end
	}
	h.text(s.Text)
	h.raw(end)
}
