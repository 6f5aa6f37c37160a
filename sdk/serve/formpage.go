package serve

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
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
		s.eventChooser(h, a)
	}
	p := s.printer(a, seal)
	if p.Continue = a.first != a.def; p.Continue {
		s.endTools(h, a.lang, t.TwoParts)
	} else {
		s.endTools(h, a.lang, "")
	}
	h.out = append(h.out, p.HTML(a.first, state)...)
	return h.end()
}

// secondPage is the page of the second part. What has been received of the
// first is shown below it, if it is known.
func (s *site) secondPage(a *asked, second *form.Definition, seal string, state form.State, first *form.Submission) []byte {
	title := formName(a.form, a.q.lang)
	if len(state.Problems) > 0 {
		title = a.lang.Form.ErrorMark + " " + title
	}
	h := s.beginForm(a, title, nil)
	s.endTools(h, a.lang, a.lang.Form.FirstPart)
	p := s.printer(a, seal)
	h.out = append(h.out, p.HTML(second, state)...)
	if first != nil {
		below := form.Printer{HeadingLevel: 2, IDPrefix: "received-"}
		h.out = append(h.out, below.Received(first.Form(), first)...)
	}
	return h.end()
}

// receivedPage is what the person reads at the end, where there is no receipt.
func (s *site) receivedPage(a *asked, sub *form.Submission) []byte {
	t := &a.lang.Form
	h := s.beginForm(a, t.Received+" – "+formName(a.form, a.q.lang), nil)
	s.endTools(h, a.lang, "")
	p := s.printer(a, "")
	h.out = append(h.out, p.Received(sub.Form(), sub)...)
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
	h.raw("<div class=\"lagrum-tools\">\n<div class=\"lagrum-tools-inner\">\n")
	h.raw(`<p class="lagrum-service">`).text(serviceName(a.e.Doc, a.q.lang)).raw("</p>\n")
	return h
}

// endTools begins the content, with what must be known before all else: that
// nothing is kept, if so, what the host has to say, and which part of the form
// this is.
func (s *site) endTools(h *html, lang *text.Language, part string) {
	h.raw("</div>\n</div>\n")
	h.main("lagrum-filling")
	var notes []string
	if s.Receive == nil {
		notes = append(notes, lang.Form.DemoOnly)
	}
	for _, note := range append(notes, s.Note.In(lang.Tag), part) {
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
	if len(events) == 0 || isEvent(a.e.Doc, a.form.Scope) || !dependsOnEvent(a.e.Doc, a.form) {
		return
	}
	h.raw(`<form class="lagrum-chooser" method="get"`).attr("action", s.formAddress(a.e, a.form, query{})).raw(">\n")
	h.selection("event", a.lang.Form.Event, a.lang.Serve.AnyEvent, options(events, a.q.event, a.q.lang))
	h.raw(`<input type="hidden" name="lang"`).attr("value", string(a.q.lang)).raw(">\n")
	h.raw("<button>").text(a.lang.Serve.Show).raw("</button>\n</form>\n")
}

func dependsOnEvent(doc *policy.Document, f *policy.Form) bool {
	return slices.ContainsFunc(f.Fields, func(field policy.Field) bool {
		datum := doc.Datum(field.Datum)
		return field.When != "" || datum != nil && datum.When != ""
	})
}
