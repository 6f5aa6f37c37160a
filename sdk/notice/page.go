package notice

import _ "embed"

// Stylesheet is the stylesheet of notices: light and dark, narrow and wide,
// screen and paper. It styles the class names that [Printer.HTML] writes and
// nothing else.
//
//go:embed notice.css
var Stylesheet string

// Page writes the notice as a whole HTML page.
func (p *Printer) Page(d *Doc) []byte {
	h := &htmlPrinter{prefix: p.prefix()}
	h.raw("<!DOCTYPE html>\n<html lang=\"")
	h.attr(string(d.Language))
	h.raw("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
	h.text(d.Title)
	h.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	if p.Stylesheet == "" {
		h.raw("<style>\n")
		h.raw(Stylesheet)
		h.raw("</style>\n")
	} else {
		h.raw(`<link rel="stylesheet" href="`)
		h.attr(p.Stylesheet)
		h.raw("\">\n")
	}
	h.raw("</head>\n<body class=\"lagrum-page\">\n<main>\n")
	h.out = append(h.out, p.HTML(d)...)
	h.raw("</main>\n</body>\n</html>\n")
	return h.out
}
