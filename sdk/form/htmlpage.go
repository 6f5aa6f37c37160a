package form

import _ "embed"

// Stylesheet is the stylesheet of forms: light and dark, narrow and wide. It
// styles the class names that [Printer.HTML] writes and nothing else.
//
//go:embed form.css
var Stylesheet string

// PageStylesheet is that of the page around a form, of what [Printer.Received] writes, of
// fields for files, and of paper. It stands after [Stylesheet], which it needs.
//
//go:embed page.css
var PageStylesheet string

// Page writes the form as a whole HTML page. With problems, its title says so
// before all else.
func (p *Printer) Page(d *Definition, s State) []byte {
	title := d.Title
	if len(s.Problems) > 0 {
		title = d.words[wordErrorMark] + " " + title
	}
	return p.page(d, title, p.HTML(d, s))
}

// ReceivedPage writes what [Printer.Received] writes as a whole HTML page.
func (p *Printer) ReceivedPage(d *Definition, parts ...*Submission) []byte {
	return p.page(d, d.words[wordReceived]+" – "+d.Title, p.Received(d, parts...))
}

func (p *Printer) page(d *Definition, title string, body []byte) []byte {
	h := &html{p: p, d: d, out: make([]byte, 0, len(body)+len(Stylesheet)+len(PageStylesheet)+1000)}
	h.raw("<!DOCTYPE html>\n<html").attr("lang", string(d.Language)).raw(">\n<head>\n<meta charset=\"utf-8\">\n<title>").text(title)
	h.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	if p.Stylesheet == "" {
		h.raw("<style>\n").raw(constant(Stylesheet)).raw(constant(PageStylesheet)).raw("</style>\n")
	} else {
		h.raw(`<link rel="stylesheet"`).attr("href", p.Stylesheet).raw(">\n")
	}
	h.raw("</head>\n<body class=\"lagrum-page\">\n<main>\n")
	h.out = append(h.out, body...)
	h.raw("</main>\n</body>\n</html>\n")
	return h.out
}
