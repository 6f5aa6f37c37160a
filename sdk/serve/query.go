package serve

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/text"
)

// A query is what an address chooses of a policy's notice. What is empty is
// left to the browser's wishes, or to what is usual.
type query struct {
	lang   locale.Tag
	layer  notice.Layer
	event  string
	scope  string
	asOf   string // a day, checked
	format string
	script string // "off" for a page without scripts; else empty
}

// at gives the day, zero if none was chosen.
func (q query) at() date.Date {
	d, _ := date.Parse(q.asOf)
	return d
}

// address is the address of the notice that the query chooses.
func (s *site) address(e *entry, q query) string {
	return s.Base + "/" + e.Doc.ID + q.encode()
}

// encode writes the query as the end of an address.
func (q query) encode() string {
	out := ""
	for _, part := range q.parts() {
		if part.value == "" {
			continue
		}
		mark := "&"
		if out == "" {
			mark = "?"
		}
		out += mark + part.name + "=" + url.QueryEscape(part.value)
	}
	return out
}

// A parameter is one choice of a query as it stands in an address.
type parameter struct{ name, value string }

func (q query) parts() []parameter {
	layer := q.layer
	if layer == notice.Full {
		layer = ""
	}
	return []parameter{
		{"lang", string(q.lang)}, {"layer", string(layer)}, {"event", q.event}, {"scope", q.scope},
		{"as-of", q.asOf}, {"format", q.format}, {"script", q.script},
	}
}

// read gives what a request chooses. The language of the result is always one
// that the policy has, and explicit tells whether the address named it. The
// problem says what cannot be had, in that language; events and scopes are left
// to notice.Build.
func (s *site) read(e *entry, r *http.Request) (q query, explicit bool, p *problem) {
	q.lang = e.languages.Match(header(r, "Accept-Language"))
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		t := &text.In(q.lang).Serve
		return q, false, &problem{status: http.StatusBadRequest, title: t.BadRequest, detail: t.BadQuery}
	}
	if name := values.Get("lang"); name != "" {
		tag, ok := declared(e.Doc.Languages, name)
		if !ok {
			t := &text.In(q.lang).Serve
			return q, false, s.missing(t, t.NoLanguage, s.languageChoices(e, query{}))
		}
		q.lang, explicit = tag, true
	}
	q.event, q.scope = values.Get("event"), values.Get("scope")
	q.script = s.readScript(values.Get("script"))
	if q.scope == "" && !values.Has("event") {
		q.event = s.eventOf(e, r)
	}
	t := &text.In(q.lang).Serve
	if name := values.Get("format"); name != "" {
		if _, ok := formatNamed(name); !ok {
			return q, explicit, s.missing(t, t.NoFormat, s.formatChoices(e, query{lang: q.lang}))
		}
		q.format = name
	}
	q.layer = notice.Full
	if name := values.Get("layer"); name != "" {
		if !slices.Contains(e.layers, notice.Layer(name)) {
			return q, explicit, s.missing(t, t.NoLayer, s.layerChoices(e, query{lang: q.lang}))
		}
		q.layer = notice.Layer(name)
	}
	if day := values.Get("as-of"); day != "" {
		if _, ok := date.Parse(day); !ok {
			return q, explicit, &problem{status: http.StatusBadRequest, title: t.BadRequest, detail: t.BadDay}
		}
		q.asOf = day
	}
	return q, explicit, nil
}

// eventOf gives the event that the host says a request is for, if the policy has
// it.
func (s *site) eventOf(e *entry, r *http.Request) string {
	if s.Event == nil {
		return ""
	}
	id, err := s.callEvent(r)
	if err != nil {
		s.Logger.Error("the host could not say for which event a request is", "type", kind(err))
	}
	if !isEvent(e.Doc, id) {
		return ""
	}
	return id
}

// declared finds a language that was asked for: itself, or without its region.
func declared(tags []locale.Tag, name string) (locale.Tag, bool) {
	tag, ok := locale.Parse(name)
	if !ok {
		return "", false
	}
	for _, t := range tag.Fallback() {
		if slices.Contains(tags, t) {
			return t, true
		}
	}
	return "", false
}
