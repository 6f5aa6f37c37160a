package choices

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Panel is what a panel for choices shows, in one language.
type Panel struct {
	Policy    string       // the policy's id
	Version   string       // its version; may be empty
	Language  locale.Tag   // the language of all text
	Service   string       // what the service is called; may be empty
	Choices   []Choice     // what is asked, in the order of the policy
	Necessary []Technology // what is stored whatever one answers, since the service does not work without it
}

// A Choice is one question, and what is stored after a yes to it.
type Choice struct {
	consent.Question
	Technologies []Technology // what a yes lets in
}

// A Technology is a [policy.Technology] in words.
type Technology struct {
	Name     string   // its name
	Kind     string   // what it is, such as a cookie; empty if the policy does not say
	Purpose  string   // what it is for
	Provider string   // who provides it, if that is another party
	Notice   string   // the address of that party's own notice; may be empty
	Data     []string // which data
	Kept     string   // how long it keeps them, as a sentence
	Refuse   string   // how to refuse or remove it
	Stored   []string // the names under which it stands on the device; with * at the end, all that begin so
}

// Derive makes the panel of a policy as it stands in the context. It has no
// choices if nothing is stored that the service could do without. The error is a
// *form.ContextError if the policy lacks the language or the event.
//
// Of each hash that Sum gives, the first 16 characters are kept: they need to show a
// change, not to resist an attack, and the device keeps them.
func Derive(doc *policy.Document, c form.Context) (*Panel, error) {
	if c.Language == "" && len(doc.Languages) > 0 {
		c.Language = doc.Languages[0]
	}
	lang := text.In(c.Language)
	if lang == nil || !slices.Contains(doc.Languages, c.Language) {
		return nil, &form.ContextError{Field: "language", Value: string(c.Language), Known: tags(doc)}
	}
	if sum := c.Sum; sum != nil {
		c.Sum = func(text string) string { return short(sum(text)) }
	}
	x := deriver{doc, lang}
	p := &Panel{Policy: doc.ID, Version: doc.Version, Language: c.Language, Service: x.in(doc.Service)}
	for i := range doc.Consents {
		id := doc.Consents[i].ID
		if doc.Consents[i].Kind != policy.DeviceStorage {
			continue
		}
		q, err := consent.Ask(doc, id, c)
		if err != nil {
			return nil, err
		}
		p.Choices = append(p.Choices, Choice{q, x.technologies(func(t *policy.Technology) bool { return !t.Necessary && t.Consent == id })})
	}
	p.Necessary = x.technologies(func(t *policy.Technology) bool { return t.Necessary })
	return p, nil
}

// IsOf reports whether a hash that a device kept is that of what the question shows.
func IsOf(q *consent.Question, hash string) bool { return hash != "" && hash == short(q.Sum) }

func short(hash string) string { return hash[:min(len(hash), 16)] }

func tags(doc *policy.Document) []string {
	var list []string
	for _, tag := range doc.Languages {
		list = append(list, string(tag))
	}
	return list
}

type deriver struct {
	doc  *policy.Document
	lang *text.Language
}

func (x deriver) in(t policy.Text) string { return t.In(x.lang.Tag) }

// technologies gives those that store on the device and are wanted. A log is kept
// elsewhere.
func (x deriver) technologies(wanted func(*policy.Technology) bool) []Technology {
	var list []Technology
	for i := range x.doc.Technologies {
		if t := &x.doc.Technologies[i]; t.Kind != policy.Log && wanted(t) {
			list = append(list, x.technology(t))
		}
	}
	return list
}

func (x deriver) technology(t *policy.Technology) Technology {
	out := Technology{
		Name: locale.Capital(x.in(t.Name)), Kind: kind(t.Kind, &x.lang.Data), Purpose: x.in(t.Purpose), Refuse: x.in(t.Refuse), Stored: t.Stored,
	}
	if out.Name == "" {
		out.Name = t.ID
	}
	if p := x.doc.Party(t.Provider); p != nil {
		out.Provider, out.Notice = x.in(p.Name), p.Notice
	}
	for _, id := range t.Data {
		if d := x.doc.Datum(id); d != nil {
			out.Data = append(out.Data, x.in(d.Label))
		}
	}
	if r := x.doc.RetentionRule(t.Retention); r != nil {
		out.Kept = retention.Words(r, x.lang).Keep
	}
	return out
}

func kind(k policy.TechnologyKind, w *text.Data) string {
	switch k {
	case policy.Cookie:
		return w.Cookie
	case policy.LocalStorage:
		return w.LocalStorage
	case policy.Script:
		return w.Script
	case policy.Pixel:
		return w.Pixel
	}
	return ""
}
