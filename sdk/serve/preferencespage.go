package serve

import (
	"cmp"
	"strconv"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/text"
)

// preferencesPage is the page on which answers are changed. A problem, if there
// is one, says why nothing was changed.
func (s *site) preferencesPage(a *asked, reference string, list []standing, problem string) []byte {
	t := &a.lang.Consent
	title := t.Choices
	if problem != "" {
		title = a.lang.Form.ErrorMark + " " + title
	}
	h := s.beginForm(a, title, nil)
	s.endTools(h, a, "")
	h.raw("<section class=\"lagrum-form lagrum-choices\" aria-labelledby=\"choices-title\">\n<h1 id=\"choices-title\">").text(t.Choices).raw("</h1>\n")
	if problem != "" {
		h.raw("<div class=\"lagrum-problems\" role=\"alert\">\n")
		h.paragraph(problem)
		h.raw("</div>\n")
	}
	h.raw("<p class=\"lagrum-intro\">").text(t.ChoicesIs).raw("</p>\n")
	h.raw(`<form method="post"`).attr("action", s.choicesAddress(a, reference)).raw(">\n")
	seal := s.seal(a, stamp{use: ofChoices, at: s.Now(), reference: reference, fields: versions(list)})
	h.raw(`<input type="hidden"`).attr("name", stampName).attr("value", seal).raw(">\n")
	for i := range list {
		h.standing(a.lang, "choice-"+strconv.Itoa(i+1), &list[i])
	}
	h.raw("<p class=\"lagrum-submit\"><button type=\"submit\">").text(t.SaveChoices).raw("</button></p>\n</form>\n")
	h.profiling(a, list)
	h.raw("<p>").choice(choice{name: t.Receipt, url: s.receiptAddress(a, reference)})
	h.raw("</p>\n</section>\n")
	return h.end()
}

// standing writes one question with yes and no beside each other, as it stands,
// and all that the person reads with it on the form ([form.Field.Shown]).
func (h *html) standing(l *text.Language, id string, x *standing) {
	q := &x.question
	h.raw("<div class=\"lagrum-field\">\n<fieldset class=\"lagrum-ask lagrum-statement\">\n<legend>").text(cmp.Or(q.Label, q.Text)).raw("</legend>\n")
	for _, line := range []string{q.Text, x.hint} {
		if line != "" && line != q.Label {
			h.paragraph(line)
		}
	}
	h.raw("<dl class=\"lagrum-facts\">\n")
	h.fact(l.Consent.For, q.Purposes...)
	h.fact(l.Consent.About, l.Rules.List(q.Data))
	h.fact(l.Consent.To, l.Rules.List(q.Controllers), q.Audience)
	h.fact(l.Consent.Kept, q.Kept...)
	h.fact(l.Form.Instead, q.Instead)
	h.fact(l.Form.Withdraw, q.Withdraw)
	h.fact(l.Consent.AskedAnew, x.reasons...)
	h.raw("</dl>\n<p class=\"lagrum-hint\">").text(statusWords(&l.Consent, x.last.Status)).raw("</p>\n")
	h.radio(id+"-yes", q.Field, form.Yes, l.Form.Yes, x.answer)
	h.radio(id+"-no", q.Field, form.No, l.Form.No, x.answer)
	h.raw("</fieldset>\n</div>\n")
}

// fact writes a label and what it tells, if it tells anything.
func (h *html) fact(label string, told ...string) {
	begun := false
	for _, s := range told {
		if s == "" {
			continue
		}
		if !begun {
			h.raw("<div><dt>").text(label).raw("</dt>")
			begun = true
		}
		h.raw("<dd>").text(s).raw("</dd>")
	}
	if begun {
		h.raw("</div>\n")
	}
}

func (h *html) radio(id, name, value, label, chosen string) {
	h.raw(`<div class="lagrum-choice"><input type="radio"`).attr("id", id).attr("name", name).attr("value", value)
	if value == chosen {
		h.raw(" checked")
	}
	h.raw("><label").attr("for", id).raw(">").text(label).raw("</label></div>\n")
}

// statusWords says how an answer stands.
func statusWords(t *text.Consent, status consent.Status) string {
	switch status {
	case consent.Given, consent.Renewed:
		return t.YouSaidYes
	case consent.Refused:
		return t.YouSaidNo
	case consent.Withdrawn:
		return t.YouWithdrew
	case consent.Expired:
		return t.HasExpired
	case consent.Invalidated:
		return t.DoesNotCount
	}
	return t.NotAnswered
}
