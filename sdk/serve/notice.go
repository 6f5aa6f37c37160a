package serve

import (
	"errors"
	"net/http"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// notice answers with a policy's notice in the language, layer and format that
// the address or else the browser asks for.
func (s *site) notice(w http.ResponseWriter, r *http.Request) {
	e := s.byID[r.PathValue("policy")]
	if e == nil {
		s.noPage(w, r)
		return
	}
	q, explicit, p := s.read(e, r)
	h := w.Header()
	vary(h, explicit, q.format != "")
	lang := text.In(q.lang)
	if p != nil {
		s.fail(w, r, lang, *p)
		return
	}
	f, ok := formatNamed(q.format)
	if !ok {
		if f, ok = formatAccepted(header(r, "Accept")); !ok {
			s.fail(w, r, lang, problem{
				status: http.StatusNotAcceptable, title: lang.Serve.NotAcceptable, detail: lang.Serve.NoType,
				there: s.formatChoices(e, query{lang: q.lang}),
			})
			return
		}
	}
	doc, err := notice.Build(e.Doc, s.context(e, q))
	if err != nil {
		s.noNotice(w, r, e, q, err)
		return
	}
	h.Set("Content-Language", string(q.lang))
	s.linkOthers(h, e, q)
	s.allow(w, noticeScript, q)
	send(w, r, f.kind, s.body(e, q, f, doc))
}

// context turns a query into the notice's context: the day on which it is read
// is today unless the address says otherwise.
func (s *site) context(e *entry, q query) notice.Context {
	c := notice.Context{Language: q.lang, Layer: q.layer, Scope: q.scope, Event: q.event, At: q.at()}
	if c.At.IsZero() {
		year, month, day := s.Now().Date()
		c.At = date.Date{Year: year, Month: int(month), Day: day}
	}
	if q.layer != notice.Full {
		full := q
		full.layer, full.format = notice.Full, ""
		c.FullURL = s.address(e, full)
	}
	return c
}

// noNotice says which events or scopes there are, where one was asked for that
// there is not.
func (s *site) noNotice(w http.ResponseWriter, r *http.Request, e *entry, q query, err error) {
	lang := text.In(q.lang)
	t := &lang.Serve
	unknown, ok := errors.AsType[*notice.ContextError](err)
	known := query{lang: q.lang}
	switch {
	case ok && unknown.Field == "event":
		s.fail(w, r, lang, *s.missing(t, t.NoEvent, s.scopeChoices(e, known, true)))
	case ok && unknown.Field == "scope":
		s.fail(w, r, lang, *s.missing(t, t.NoScope, append(s.scopeChoices(e, known, false), s.scopeChoices(e, known, true)...)))
	default:
		s.internal(w, r, lang, e, err)
	}
}

// vary names the headers that the answer depends on (RFC 9110 12.5.5): none
// that the address overrules.
func vary(h http.Header, language, kind bool) {
	if !language {
		h.Add("Vary", "Accept-Language")
	}
	if !kind {
		h.Add("Vary", "Accept")
	}
}

// linkOthers names the same notice in the policy's other languages (RFC 8288).
func (s *site) linkOthers(h http.Header, e *entry, q query) {
	for _, c := range s.languageChoices(e, q) {
		if !c.current {
			h.Add("Link", "<"+c.url+`>; rel="alternate"; hreflang="`+string(c.leads)+`"`)
		}
	}
}

func (s *site) body(e *entry, q query, f format, doc *notice.Doc) []byte {
	var p notice.Printer
	switch f.name {
	case "md":
		return p.Markdown(doc)
	case "txt":
		return p.Text(doc)
	case "json":
		return p.JSON(doc)
	}
	return s.noticePage(e, q, doc)
}

// noticePage puts the article into a page where the reader can choose.
func (s *site) noticePage(e *entry, q query, doc *notice.Doc) []byte {
	lang := text.In(q.lang)
	t := &lang.Serve
	q.format = ""
	languages := s.languageChoices(e, q)
	h := s.begin(lang, doc.Title, languages)
	s.bar(h, t.Overview, languages)
	h.beginTools(serviceName(e.Doc, q.lang))
	h.nav("lagrum-layers", t.Layer, s.layerChoices(e, q))
	s.scriptSwitch(h, lang, noticeScript, q, func(q query) string { return s.address(e, q) })
	if e.Source != nil {
		h.raw(`<p class="lagrum-source">`)
		h.choice(choice{name: t.File, url: s.fileAddress(e, q)})
		h.raw("</p>\n")
	}
	h.labelled("lagrum-forms", lang.Form.Forms, s.formChoices(e, q))
	s.chooser(h, e, q)
	h.endTools()
	h.main("lagrum-reading")
	s.reading(h, e, q, doc)
	h.raw("</main>\n")
	s.foot(h, e, q)
	h.raw("</body>\n</html>\n")
	return h.out
}

// foot offers the notice in other formats.
func (s *site) foot(h *html, e *entry, q query) {
	t := &text.In(q.lang).Serve
	h.raw("<footer class=\"lagrum-foot\">\n<div class=\"lagrum-foot-inner\">\n")
	h.nav("lagrum-formats", t.Formats, s.formatChoices(e, q)[1:])
	h.raw("</div>\n</footer>\n")
}

// chooser is the form that chooses an event or a part of the service, where
// the policy has any.
func (s *site) chooser(h *html, e *entry, q query) {
	t := &text.In(q.lang).Serve
	events, parts := scopes(e.Doc, true), scopes(e.Doc, false)
	if len(events)+len(parts) == 0 {
		return
	}
	h.raw(`<form class="lagrum-chooser" method="get"`).attr("action", s.Base+"/"+e.Doc.ID).raw(">\n")
	kept := query{lang: q.lang, layer: q.layer, asOf: q.asOf}
	if len(parts) > 0 {
		h.selection("scope", t.Scope, t.AnyScope, options(parts, q.scope, q.lang))
	} else {
		kept.scope = q.scope
	}
	if len(events) > 0 {
		h.selection("event", t.Event, t.AnyEvent, options(events, q.event, q.lang))
	}
	for _, p := range kept.parts() {
		if p.value != "" {
			h.raw(`<input type="hidden"`).attr("name", p.name).attr("value", p.value).raw(">\n")
		}
	}
	h.raw("<button>").text(t.Show).raw("</button>\n</form>\n")
}

func options(list []*policy.Scope, chosen string, lang locale.Tag) []option {
	var out []option
	for _, scope := range list {
		out = append(out, option{value: scope.ID, label: scopeName(scope, lang), selected: scope.ID == chosen})
	}
	return out
}
