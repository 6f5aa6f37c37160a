package serve

import (
	"net/http"
	"slices"

	"github.com/lagrum/lagrum/sdk/policy"
)

// lacksEvent reports whether the form cannot be filled in yet: who relies on one of
// its consents depends on the event, and none has been chosen. A consent is
// informed only if the person knows who asks (GDPR recital 42).
func (a *asked) lacksEvent() bool { return a.q.event == "" && needsEvent(a.e.Doc, a.form) }

func needsEvent(doc *policy.Document, f *policy.Form) bool {
	return len(scopes(doc, true)) > 0 && slices.ContainsFunc(f.Fields, func(field policy.Field) bool {
		return field.Consent != "" && ofEvent(doc, field.Consent)
	})
}

// ofEvent reports whether it depends on the event who relies on the consent.
func ofEvent(doc *policy.Document, consent string) bool {
	for i := range doc.Activities {
		if a := &doc.Activities[i]; a.ControllerPer == policy.EventScope && slices.Contains(a.Consents, consent) {
			return true
		}
	}
	return false
}

// askEvent answers with the events to choose from instead of the form.
func (s *site) askEvent(w http.ResponseWriter, r *http.Request, a *asked) {
	if readsOnly(r) && !wantsJSON(r) {
		s.show(w, r, a, http.StatusOK, s.eventPage(a))
		return
	}
	title := a.lang.Serve.BadRequest
	if !readsOnly(r) {
		title = a.lang.Form.NotReceived
	}
	s.fail(w, r, a.lang, problem{status: http.StatusBadRequest, title: title, detail: a.lang.Form.EventFirst, there: s.formEvents(a)})
}

// eventPage is the page on which an event is chosen, and why.
func (s *site) eventPage(a *asked) []byte {
	title := formName(a.form, a.q.lang)
	h := s.beginForm(a, title, s.formLanguages(a))
	s.endTools(h, a, "")
	h.raw("<section class=\"lagrum-form\">\n")
	h.heading("h1", title)
	h.raw("<p class=\"lagrum-intro\" id=\"event-first\">").text(a.lang.Form.EventFirst).raw("</p>\n")
	h.raw("<nav aria-labelledby=\"event-first\">\n")
	h.choices("lagrum-events", s.formEvents(a))
	h.raw("</nav>\n</section>\n")
	return h.end()
}

// formEvents leads to the form for each event.
func (s *site) formEvents(a *asked) []choice {
	var list []choice
	for _, event := range scopes(a.e.Doc, true) {
		to := s.formAddress(a.e, a.form, query{lang: a.q.lang, event: event.ID})
		list = append(list, choice{name: scopeName(event, a.q.lang), url: to})
	}
	return list
}
