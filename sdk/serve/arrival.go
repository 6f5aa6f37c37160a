package serve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
)

// arrivedName is the parameter of a receipt's address that says that the form has
// just arrived. It names the fields that were filled in and not needed, and nothing
// that was typed: whoever has the link of the receipt may read that.
const arrivedName = "arrived"

// arrivalAddress is where a browser is led once a form is on record. A yes that
// does not count is told by its record.
func (s *site) arrivalAddress(a *asked, d *Delivery) string {
	var names []string
	for _, drop := range d.Submission.Dropped() {
		if drop.Field != "" && drop.Why != form.ConsentVoid {
			names = append(names, drop.Field)
		}
	}
	return withParameter(s.receiptAddress(a, d.Reference), arrivedName, strings.Join(names, " "))
}

// arrived says that the form has been received, which fields were not kept, and
// what was not asked.
func (s *site) arrived(h *html, a *asked, dropped []string, records []consent.Record) {
	p := s.printer(a, "")
	h.out = append(h.out, p.Received(a.def)...)
	h.raw("<div class=\"lagrum-form lagrum-received\">\n")
	if s.Receive != nil && len(consent.Asked(a.def)) < len(a.def.Fields) {
		h.paragraph(a.lang.Form.SentOn)
	}
	var needless, void []string
	for _, name := range dropped {
		if f := a.def.Field(name); f != nil {
			needless = append(needless, f.Label)
		}
	}
	for i := range records {
		if records[i].Status == consent.Invalidated {
			void = append(void, titleOf(&records[i].Question))
		}
	}
	if len(needless)+len(void) > 0 {
		h.heading("h2", a.lang.Form.NotKept)
	}
	h.told(a.lang.Form.NotKeptVoid, void)
	h.told(a.lang.Form.NotKeptWhy, needless)
	for _, line := range notAsked(a, records) {
		h.paragraph(line)
	}
	h.raw("</div>\n")
}

// aside says what a page without a receipt must say itself: why a yes does not
// count, and what was not asked.
func (h *html) aside(a *asked, records []consent.Record) {
	reasons, unasked := voids(a, records), notAsked(a, records)
	if len(reasons)+len(unasked) == 0 {
		return
	}
	h.raw("<div class=\"lagrum-form lagrum-received\">\n")
	h.told(a.lang.Consent.Note+":", reasons)
	for _, line := range unasked {
		h.paragraph(line)
	}
	h.raw("</div>\n")
}

// told writes a sentence and the labels that it is about, if there are any.
func (h *html) told(sentence string, labels []string) {
	if len(labels) == 0 {
		return
	}
	h.paragraph(sentence)
	h.raw("<ul>\n")
	for _, label := range labels {
		h.raw("<li>").text(label).raw("</li>\n")
	}
	h.raw("</ul>\n")
}

// voids says why a yes does not count.
func voids(a *asked, records []consent.Record) []string {
	var list []string
	for i := range records {
		for k := range records[i].Reasons {
			if reason := &records[i].Reasons[k]; reason.Voids {
				list = append(list, reason.In(a.lang))
			}
		}
	}
	return list
}

// titleOf is what people call a question.
func titleOf(q *consent.Question) string { return cmp.Or(q.Title, q.Label) }

// notAsked says which fields were not asked, where the person gave one of the
// consents that they need and not the other. Of a field that depends on other
// answers too, nobody here knows why it was not asked.
func notAsked(a *asked, records []consent.Record) []string {
	var list []string
	for i := range a.def.Fields {
		f := &a.def.Fields[i]
		if len(f.NeedsYes) < 2 || depends(a.def, f.Name) {
			continue
		}
		var names []string
		counts, not := false, false
		for _, name := range f.NeedsYes {
			k := slices.IndexFunc(records, func(r consent.Record) bool { return r.Question.Field == name })
			if k < 0 {
				break
			}
			q := &records[k].Question
			names = append(names, titleOf(q)+" ("+locale.Small(consent.Kind(q.Kind, a.lang))+")")
			counts, not = counts || records[k].Status.Counts(), not || !records[k].Status.Counts()
		}
		if len(names) == len(f.NeedsYes) && counts && not {
			list = append(list, locale.Format(a.lang.Form.NotAsked, locale.Arg{Name: "label", Value: locale.Small(f.Label)},
				locale.Arg{Name: "consents", Value: a.lang.Rules.List(names)}))
		}
	}
	return list
}
