package serve

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// An asked is the form that a request asks for.
type asked struct {
	e        *entry
	form     *policy.Form
	q        query // language and event
	explicit bool  // the address names the language
	lang     *text.Language
	day      date.Date
	*derived
}

// formAddress is the address of a form. A form that belongs to an event is
// asked for with it.
func (s *site) formAddress(e *entry, f *policy.Form, q query) string {
	if e.isRequest(f) {
		return s.Base + "/" + e.Doc.ID + "/" + requestID + query{lang: q.lang, script: q.script}.encode()
	}
	return s.Base + "/" + e.Doc.ID + "/forms/" + f.ID + query{lang: q.lang, event: q.event, script: q.script}.encode()
}

func (s *site) addressOf(a *asked) string { return s.formAddress(a.e, a.form, a.q) }

// formChoices lists the forms that fit the event or part that the query chooses.
func (s *site) formChoices(e *entry, q query) []choice {
	var list []choice
	for i := range e.Doc.Forms {
		f := &e.Doc.Forms[i]
		elsewhere := f.Scope != "" && (q.event != "" || q.scope != "") && f.Scope != q.event && f.Scope != q.scope
		if !isSlug(f.ID) || e.Doc.Form(f.ID) != f || elsewhere {
			continue
		}
		list = append(list, choice{name: formName(f, q.lang), url: s.formAddress(e, f, q)})
	}
	if e.requests != nil {
		f := &e.requests.Forms[0]
		list = append(list, choice{name: formName(f, q.lang), url: s.formAddress(e, f, q)})
	}
	return list
}

func formName(f *policy.Form, lang locale.Tag) string {
	if name := f.Title.In(lang); name != "" {
		return name
	}
	return f.ID
}

// form answers with a form, or takes one that has been filled in.
func (s *site) form(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	// Without a referrer at all, browsers send no origin either, and a form could not be told from one of
	// another site (Fetch Standard, append a request Origin header).
	h.Set("Referrer-Policy", "same-origin")
	a := s.askedForm(w, r)
	if a == nil {
		return
	}
	s.allow(w, signupScript, a.q)
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		vary(h, a.explicit, r.URL.Query().Has("format"))
		s.offer(w, r, a)
	case http.MethodPost:
		s.take(w, r, a)
	default:
		h.Set("Allow", "GET, HEAD, POST")
		s.refuse(w, r, a, http.StatusMethodNotAllowed, a.lang.Form.Unreadable)
	}
}

// offer shows a form, or the second part that the address asks for, to be filled
// in.
func (s *site) offer(w http.ResponseWriter, r *http.Request, a *asked) {
	if a.lacksEvent() {
		s.askEvent(w, r, a)
		return
	}
	st := stamp{use: ofForm, at: s.Now(), reference: newReference()}
	part := a.first
	if next, genuine := s.unseal(a, ofForm, r.URL.Query().Get(partName)); genuine {
		if second := a.def.SecondOf(next.fields); second != nil {
			part, st = second, next
		}
	}
	state := form.State{Values: s.fromLogin(a, part, r)}
	if wantsJSON(r) {
		s.sendJSON(w, r, a, http.StatusOK, s.formJSON(r, a, part, s.seal(a, st), state.Values))
		return
	}
	s.show(w, r, a, http.StatusOK, s.partPage(a, part, s.seal(a, st), state))
}

// partName is the parameter of an address that asks for the second part, with its
// stamp.
const partName = "part"

// secondAddress is where the second part of a form is shown.
func (s *site) secondAddress(a *asked, st stamp) string {
	return withParameter(s.addressOf(a), partName, s.seal(a, st))
}

// withParameter adds a parameter to an address.
func withParameter(address, name, value string) string {
	mark := "?"
	if strings.Contains(address, "?") {
		mark = "&"
	}
	return address + mark + name + "=" + url.QueryEscape(value)
}

// partPage is the page of the form, or of one of its parts.
func (s *site) partPage(a *asked, part *form.Definition, seal string, state form.State) []byte {
	if part == a.first {
		return s.formPage(a, seal, state)
	}
	return s.secondPage(a, part, seal, state, nil)
}

// askedOf finds the form with the id that a request asks for. Without one it
// answers itself.
func (s *site) askedOf(w http.ResponseWriter, r *http.Request, id string) *asked {
	e := s.byID[r.PathValue("policy")]
	if e == nil {
		s.noPage(w, r)
		return nil
	}
	a := &asked{e: e, form: e.Doc.Form(id)}
	p := s.readForm(a, r)
	a.lang = text.In(a.q.lang)
	if p == nil && a.form != nil && isSlug(a.form.ID) {
		if err := s.deriveForm(a); err == nil {
			return a
		}
	}
	if p == nil {
		p = s.missing(&a.lang.Serve, a.lang.Serve.NoPage, s.formChoices(e, query{lang: a.q.lang}))
	}
	s.fail(w, r, a.lang, *p)
	return nil
}

// deriveForm works the form out as it stands today.
func (s *site) deriveForm(a *asked) (err error) {
	a.day = s.context(a.e, a.q).At
	doc, forms := a.e.Doc, &a.e.forms
	if a.e.isRequest(a.form) {
		doc, forms = a.e.requests, &a.e.asking
	}
	a.derived, err = forms.of(doc, a.form.ID, form.Context{Language: a.q.lang, Event: a.q.event, At: a.day, Earlier: a.e.Earlier})
	return err
}

// readForm reads which language and event a request asks for.
func (s *site) readForm(a *asked, r *http.Request) *problem {
	a.q.lang = a.e.languages.Match(header(r, "Accept-Language"))
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		t := &text.In(a.q.lang).Serve
		return &problem{status: http.StatusBadRequest, title: t.BadRequest, detail: t.BadQuery}
	}
	if name := values.Get("lang"); name != "" {
		tag, ok := declared(a.e.Doc.Languages, name)
		if !ok {
			t := &text.In(a.q.lang).Serve
			return s.missing(t, t.NoPage, s.formChoices(a.e, a.q))
		}
		a.q.lang, a.explicit = tag, true
	}
	if name := values.Get("format"); name != "" && name != "html" && name != "json" {
		t := &text.In(a.q.lang).Serve
		return s.missing(t, t.NoFormat, nil)
	}
	a.q.script = s.readScript(values.Get("script"))
	if a.q.event = values.Get("event"); !values.Has("event") {
		a.q.event = s.eventOf(a.e, r)
	}
	if a.form != nil && a.form.Scope != "" && isEvent(a.e.Doc, a.form.Scope) {
		if values.Get("event") != "" && a.q.event != a.form.Scope {
			t := &text.In(a.q.lang).Serve
			return s.missing(t, t.NoPage, s.formChoices(a.e, query{lang: a.q.lang, event: a.q.event}))
		}
		a.q.event = a.form.Scope
	}
	return nil
}

func isEvent(doc *policy.Document, id string) bool {
	return slices.ContainsFunc(scopes(doc, true), func(s *policy.Scope) bool { return s.ID == id })
}

// formThere leads to the form as it stands before it is filled in.
func (s *site) formThere(a *asked) []choice {
	return []choice{{name: formName(a.form, a.q.lang), url: s.addressOf(a)}}
}

// show answers with a page that is for nobody else and is kept nowhere.
func (s *site) show(w http.ResponseWriter, r *http.Request, a *asked, status int, page []byte) {
	h := w.Header()
	h.Set("Content-Type", htmlType)
	h.Set("Content-Language", string(a.q.lang))
	h.Set("Content-Length", strconv.Itoa(len(page)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(page)
	}
}
