package consent

import (
	"cmp"
	"strings"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// Withdrawal writes the page content on which a consent is taken back with one
// button: a form that posts to the page's own address, so that looking at it, as
// programs that scan mail do, changes nothing. Of a record that has been taken
// back it says so, and what became of the data.
func (p *Printer) Withdrawal(r *Record, e Effect, l *text.Language) []byte {
	w := &l.Consent
	h := &html{p: p, lang: l}
	title := w.WithdrawTitle
	open := r.Status.Counts() || r.Status == Invalidated
	switch {
	case r.Status == Withdrawn:
		title = w.WithdrawDone
	case !open:
		title = h.status(r)
	}
	h.begin("lagrum-form lagrum-withdrawal", string(l.Tag), title)
	h.quote(cmp.Or(r.Said, r.Question.Text, r.Question.Label))
	if open {
		h.paragraph("lagrum-intro", w.WithdrawAsk)
	}
	if open || r.Status == Withdrawn {
		h.effect(e)
		h.paragraph("", w.Before)
	}
	if open {
		h.raw("<form method=\"post\">\n<p class=\"lagrum-submit\"><button type=\"submit\">").text(w.TakeBack).raw("</button></p>\n</form>\n")
	}
	h.paragraph("", w.Again)
	if !open {
		h.link(p.Form, w.OpenForm)
	}
	h.raw("</section>\n")
	return h.out
}

// WithdrawalPage writes what [Printer.Withdrawal] writes as a whole HTML page.
func (p *Printer) WithdrawalPage(r *Record, e Effect, l *text.Language) []byte {
	title := l.Consent.WithdrawTitle
	if r.Status == Withdrawn {
		title = l.Consent.WithdrawDone
	}
	return p.page(l, title, p.Withdrawal(r, e, l))
}

func (h *html) effect(e Effect) {
	lines := e.In(h.lang)
	if len(lines) == 0 {
		return
	}
	h.raw("<ul>\n")
	for _, line := range lines {
		h.raw("<li>").text(line).raw("</li>\n")
	}
	h.raw("</ul>\n")
}

// In says the effect in sentences: which purposes end, which data go, and which
// stay and why.
func (e Effect) In(l *text.Language) []string {
	w := &l.Consent
	var list []string
	for _, what := range e.Stops {
		list = append(list, locale.Format(w.Stops, arg("what", sentence(what))))
	}
	if len(e.Shielded) > 0 {
		var names []string
		for _, label := range e.Shielded {
			names = append(names, locale.Small(label))
		}
		list = append(list, locale.Format(w.Shielded, arg("data", l.Rules.List(names))))
	}
	var gone []string
	for _, d := range e.Data {
		name := locale.Small(d.Label)
		switch {
		case len(d.Why) > 0:
			list = append(list, locale.Format(w.Stays, arg("data", name), arg("why", sentence(strings.Join(d.Why, "; ")))))
		case len(d.Kept) > 0:
			list = append(list, locale.Format(w.GoesWhen, arg("data", name), arg("kept", strings.Join(d.Kept, " "))))
		default:
			gone = append(gone, name)
		}
	}
	if len(gone) > 0 {
		list = append(list, locale.Format(w.Goes, arg("data", l.Rules.List(gone))))
	}
	return list
}

// sentence ends a phrase with a full stop, unless it has its own end.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}
