package serve

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/consent"
)

// arrivedName is the parameter of a receipt's address that says that the form has
// just arrived. It names the fields that were filled in and not kept, and nothing
// that was typed: whoever has the link of the receipt may read that.
const arrivedName = "arrived"

// arrivalAddress is where a browser is led once a form is on record.
func (s *site) arrivalAddress(a *asked, d *Delivery) string {
	var names []string
	for _, drop := range d.Submission.Dropped() {
		if drop.Field != "" {
			names = append(names, drop.Field)
		}
	}
	return withParameter(s.receiptAddress(a, d.Reference), arrivedName, strings.Join(names, " "))
}

// arrived says that the form has been received, and which fields were not kept.
func (s *site) arrived(h *html, a *asked, dropped []string) {
	p := s.printer(a, "")
	h.out = append(h.out, p.Received(a.def)...)
	h.raw("<div class=\"lagrum-form lagrum-received\">\n")
	if s.Receive != nil && len(consent.Asked(a.def)) < len(a.def.Fields) {
		h.paragraph(a.lang.Form.SentOn)
	}
	var labels []string
	for _, name := range dropped {
		if f := a.def.Field(name); f != nil {
			labels = append(labels, f.Label)
		}
	}
	if len(labels) > 0 {
		h.heading("h2", a.lang.Form.NotKept)
		h.paragraph(a.lang.Form.NotKeptWhy)
		h.raw("<ul>\n")
		for _, label := range labels {
			h.raw("<li>").text(label).raw("</li>\n")
		}
		h.raw("</ul>\n")
	}
	h.raw("</div>\n")
}
