package core

import "github.com/lagrum/lagrum/sdk/notice"

// notice writes a notice as HTML. The request has notice, as package notice writes
// its tree, and may have printer: an object with headingLevel and idPrefix. What comes
// back has html.
func (r *request) notice() []byte {
	n, p := r.Get("notice"), r.Get("printer")
	printer := notice.Printer{HeadingLevel: small(p, "headingLevel", 6), IDPrefix: p.StrOf("idPrefix")}
	r.blame("printer", len(printer.IDPrefix) <= maxName)
	doc := notice.ReadNode(n)
	if !r.blame("notice", doc.Title != "" && fitsAll(n, "", maxText)) || r.fault != "" {
		return nil
	}
	return html(printer.HTML(doc))
}
