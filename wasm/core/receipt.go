package core

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/consent"
)

// receipt writes the receipt of consents as HTML. The request has receipt, as package
// consent writes it, and words, as [AppendWords] does, and may have printer: an object
// with headingLevel, idPrefix, download and form. What comes back has html.
func (r *request) receipt() []byte {
	n := r.Get("receipt")
	r.blame("receipt", n.Kind == wire.Object)
	l, p := r.words(), r.pages()
	if r.fault != "" {
		return nil
	}
	receipt := consent.ReadReceiptNode(n)
	return html(p.ReceiptIn(&receipt, l))
}

// withdrawal writes the page content on which a consent is taken back. The request
// has record and words, and may have printer and effect: an object with stops, a list
// of texts, shielded, another, and data, a list of objects with label, kept and why. What
// comes back has html.
func (r *request) withdrawal() []byte {
	n := r.Get("record")
	r.blame("record", n.Kind == wire.Object)
	l, p := r.words(), r.pages()
	if r.fault != "" {
		return nil
	}
	record := consent.ReadRecordNode(n)
	return html(p.Withdrawal(&record, effect(r.Get("effect")), l))
}

func (r *request) pages() *consent.Printer {
	n := r.Get("printer")
	p := &consent.Printer{HeadingLevel: small(n, "headingLevel", 6), IDPrefix: n.StrOf("idPrefix"), Download: n.StrOf("download"), Form: n.StrOf("form")}
	r.blame("printer", len(p.IDPrefix) <= maxName)
	return p
}

func effect(n wire.Node) consent.Effect {
	e := consent.Effect{Stops: texts(n.Get("stops")), Shielded: texts(n.Get("shielded"))}
	for _, c := range n.Get("data").Children {
		e.Data = append(e.Data, consent.DataEffect{Label: c.StrOf("label"), Kept: texts(c.Get("kept")), Why: texts(c.Get("why"))})
	}
	return e
}

// texts reads a list of strings.
func texts(n wire.Node) []string {
	var list []string
	for _, c := range n.Children {
		if s, ok := c.Str(); ok {
			list = append(list, s)
		}
	}
	return list
}
