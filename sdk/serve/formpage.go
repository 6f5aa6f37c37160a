package serve

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
)

// formPage is the page of a form, or of its first part, as the state has it.
func (s *site) formPage(a *asked, seal string, state form.State) []byte {
	t := &a.lang.Form
	title := formName(a.form, a.q.lang)
	if len(state.Problems) > 0 {
		title = t.ErrorMark + " " + title
	}
	var languages []choice
	fresh := len(state.Problems) == 0 // another language would lose what was typed
	if fresh {
		languages = s.formLanguages(a)
	}
	h := s.beginForm(a, title, languages)
	if fresh {
		s.scriptSwitch(h, a.lang, signupScript, a.q, func(q query) string { return s.formAddress(a.e, a.form, q) })
		s.eventChooser(h, a)
	}
	p := s.printer(a, seal)
	if p.Continue = a.first != a.def; p.Continue {
		s.endTools(h, a, t.TwoParts)
	} else {
		s.endTools(h, a, "")
	}
	s.signup(h, a, &p, a.first, state)
	return h.end()
}

// secondPage is the page of the second part. What has been received of the first
// is shown below it, if it is known: there is more to come.
func (s *site) secondPage(a *asked, second *form.Definition, seal string, state form.State, first *form.Submission) []byte {
	title := formName(a.form, a.q.lang)
	if len(state.Problems) > 0 {
		title = a.lang.Form.ErrorMark + " " + title
	}
	h := s.beginForm(a, title, nil)
	s.endTools(h, a, a.lang.Form.FirstPart)
	p := s.printer(a, seal)
	s.signup(h, a, &p, second, state)
	if first != nil {
		below := form.Printer{HeadingLevel: 2, IDPrefix: "received-"}
		h.out = append(h.out, below.Answers(first.Form(), first)...)
	}
	return h.end()
}

// receivedPage is what the person reads at the end, where there is no receipt.
func (s *site) receivedPage(a *asked, d *Delivery) []byte {
	t := &a.lang.Form
	h := s.beginForm(a, t.Received+" – "+formName(a.form, a.q.lang), nil)
	s.endTools(h, a, "")
	p := s.printer(a, "")
	h.out = append(h.out, p.Received(d.Submission.Form(), d.Submission)...)
	h.aside(a, d.Records)
	s.another(h, a)
	return h.end()
}

// another leads back to the form.
func (s *site) another(h *html, a *asked) {
	h.raw("<p>")
	h.choice(choice{name: a.lang.Form.Another, url: s.addressOf(a)})
	h.raw("</p>\n")
}

func (s *site) printer(a *asked, seal string) form.Printer {
	return form.Printer{
		Action: s.addressOf(a), NoticeURL: s.address(a.e, a.q),
		Hidden: []form.Value{{Name: stampName, Text: seal}},
	}
}

// beginForm writes what stands above a form: as above a notice.
func (s *site) beginForm(a *asked, title string, languages []choice) *html {
	h := s.beginIn(&s.formStyle, a.lang, title, languages)
	s.bar(h, a.lang.Serve.Overview, languages)
	h.beginTools(serviceName(a.e.Doc, a.q.lang))
	return h
}

// endTools begins the content, with what must be known before all else: that
// nothing is kept, if so, what the host has to say, and which part of the form
// this is.
func (s *site) endTools(h *html, a *asked, part string) {
	h.endTools()
	h.main("lagrum-filling")
	var notes []string
	if s.Receive == nil && !a.e.isRequest(a.form) {
		notes = append(notes, a.lang.Form.DemoOnly)
	}
	for _, note := range append(notes, s.Note.In(a.lang.Tag), part) {
		if note != "" {
			h.raw("<div class=\"lagrum-note\">\n")
			h.paragraph(note)
			h.raw("</div>\n")
		}
	}
}

func (s *site) formLanguages(a *asked) []choice {
	var list []choice
	for _, tag := range a.e.Doc.Languages {
		to := a.q
		to.lang = tag
		list = append(list, languageChoice(tag, s.formAddress(a.e, a.form, to), tag == a.q.lang))
	}
	return list
}

// eventChooser is the form that chooses an event, if what is asked for depends
// on that.
func (s *site) eventChooser(h *html, a *asked) {
	events := scopes(a.e.Doc, true)
	needs := needsEvent(a.e.Doc, a.form)
	if len(events) == 0 || isEvent(a.e.Doc, a.form.Scope) || !needs && !dependsOnEvent(a.e.Doc, a.form) {
		return
	}
	nothing := a.lang.Serve.AnyEvent
	if needs {
		nothing = ""
	}
	h.raw(`<form class="lagrum-chooser" method="get"`).attr("action", s.formAddress(a.e, a.form, query{})).raw(">\n")
	h.selection("event", a.lang.Form.Event, nothing, options(events, a.q.event, a.q.lang))
	h.raw(`<input type="hidden" name="lang"`).attr("value", string(a.q.lang)).raw(">\n")
	if a.q.script != "" {
		h.raw(`<input type="hidden" name="script"`).attr("value", a.q.script).raw(">\n")
	}
	h.raw("<button>").text(a.lang.Serve.Show).raw("</button>\n</form>\n")
}

func dependsOnEvent(doc *policy.Document, f *policy.Form) bool {
	return slices.ContainsFunc(f.Fields, func(field policy.Field) bool {
		datum := doc.Datum(field.Datum)
		return field.When != "" || datum != nil && datum.When != ""
	})
}
