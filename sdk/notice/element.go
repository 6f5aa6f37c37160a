package notice

import "github.com/lagrum/lagrum/sdk/text"

// Element writes what [Printer.HTML] writes inside the element lagrum-notice, which
// its script makes alive, with the words of the buttons that it adds. It reads as
// well without. Where the notice has a link to the full one, full is its address, so
// that the script can show that one in place; else it is empty.
func (p *Printer) Element(d *Doc, full string) []byte {
	h := &htmlPrinter{out: make([]byte, 0, 1<<14)}
	h.raw("<lagrum-notice")
	if l := text.In(d.Language); l != nil {
		h.named("print", l.Notice.Print)
		h.named("link", l.Notice.CopyLink)
		h.named("copied", l.Notice.Copied)
	}
	if full != "" {
		h.named("full", full)
	}
	h.raw(">\n")
	h.out = append(h.out, p.HTML(d)...)
	h.raw("</lagrum-notice>\n")
	return h.out
}

// named writes an attribute; the name is a constant.
func (h *htmlPrinter) named(name, value string) {
	h.raw(" " + name + `="`)
	h.attr(value)
	h.raw(`"`)
}
