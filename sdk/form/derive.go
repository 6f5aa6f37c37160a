package form

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/screen"
	"github.com/lagrum/lagrum/sdk/text"
)

// Derive makes the form with the id, as it stands in the context. The error is
// a *ContextError if the policy has no such form, language or event. What the
// policy lacks otherwise is no error: lint reports it, and a text that is not
// there in the language stays empty.
func Derive(doc *policy.Document, id string, c Context) (*Definition, error) {
	form := doc.Form(id)
	if form == nil {
		var known []string
		for i := range doc.Forms {
			known = append(known, doc.Forms[i].ID)
		}
		return nil, &ContextError{Field: "form", Value: id, Known: known}
	}
	return derive(doc, form, c)
}

// Ask makes a form that asks for the consent with the id and for nothing else: to
// ask somebody again, or to know what a record stands against (package consent).
// It has no id and no title. The error is a *ContextError if the policy has no
// such consent, language or event.
func Ask(doc *policy.Document, consent string, c Context) (*Definition, error) {
	if consent == "" || doc.Consent(consent) == nil {
		var known []string
		for i := range doc.Consents {
			known = append(known, doc.Consents[i].ID)
		}
		return nil, &ContextError{Field: "consent", Value: consent, Known: known}
	}
	return derive(doc, &policy.Form{Fields: []policy.Field{{Consent: consent}}}, c)
}

func derive(doc *policy.Document, form *policy.Form, c Context) (*Definition, error) {
	lang, err := c.language(doc)
	if err != nil {
		return nil, err
	}
	holds, err := c.circumstances(doc)
	if err != nil {
		return nil, err
	}
	x := deriver{doc: doc, form: form, lang: lang, cite: cite.In(doc.Regime, lang), holds: holds, event: doc.Scope(c.Event), sum: c.Sum}
	for _, old := range c.Earlier {
		x.earlier = append(x.earlier, change.Compare(old, doc))
	}
	return x.derive(c), nil
}

// A deriver holds what the parts of a derivation share.
type deriver struct {
	doc   *policy.Document
	form  *policy.Form
	lang  *text.Language
	cite  cite.Writer
	holds map[string]bool // the circumstances that hold; nil for all
	event *policy.Scope   // the event; nil for none

	sum     func(string) string
	earlier []change.Report // from each earlier version to this one
}

func (x *deriver) in(t policy.Text) string { return t.In(x.lang.Tag) }

// asked reports whether what depends on the circumstance is asked for.
func (x *deriver) asked(circumstance string) bool {
	return circumstance == "" || x.holds == nil || x.holds[circumstance]
}

func (x *deriver) derive(c Context) *Definition {
	d := &Definition{
		Policy: x.doc.ID, Version: x.doc.Version, Form: x.form.ID, Language: c.Language,
		Title: x.in(x.form.Title), Intro: x.in(x.form.Intro), Submit: x.in(x.form.Submit), Received: x.in(x.form.Received),
		words: wordsOf(x.lang),
	}
	if d.Submit == "" {
		d.Submit = d.words[wordSend]
	}
	for i := range x.form.Groups {
		g := &x.form.Groups[i]
		d.Groups = append(d.Groups, Group{ID: g.ID, Label: x.in(g.Label), Hint: x.in(g.Hint), About: g.About, If: condition(g.If)})
	}
	for i := range x.form.Fields {
		f := &x.form.Fields[i]
		datum := x.doc.Datum(f.Datum)
		if !x.asked(f.When) || datum != nil && !x.asked(datum.When) {
			continue
		}
		if consent := x.doc.Consent(f.Consent); consent != nil {
			d.Fields = append(d.Fields, x.consent(f, consent))
		} else if datum != nil {
			d.Fields = append(d.Fields, x.field(f, datum))
		}
	}
	d.Transient = x.transient()
	if x.screens(d.Fields) {
		d.Lexicon, _ = screen.Words(string(screenLanguage(c.Language)))
		d.Lexicon = d.Lexicon.Only(x.forbidden()...)
	}
	d.link()
	d.linkScreening()
	return d
}

func condition(a *policy.Answer) *Condition {
	if a == nil {
		return nil
	}
	return &Condition{Field: a.Field, Is: slices.Clone(a.Is)}
}

func (x *deriver) field(f *policy.Field, datum *policy.Datum) Field {
	field := Field{
		Name: f.Name(), Datum: f.Datum, Label: x.in(f.Label), Hint: x.in(f.Hint), Missing: x.in(f.Missing),
		Control: f.ControlFor(datum), Group: f.Group, Required: f.Required, If: condition(f.If), OneOf: datum.OneOf,
		MinLength: f.MinLength, MaxLength: f.MaxLength, Pattern: f.Pattern, Min: f.Min, Max: f.Max,
		Accept: slices.Clone(f.Accept), MaxBytes: f.MaxBytes, Autocomplete: f.Autocomplete,
		Reason: x.reason(f, datum),
	}
	if field.Label == "" {
		field.Label = x.in(datum.Label)
	}
	if field.Autocomplete == "" {
		field.Autocomplete = autocompleteOf(datum.Term, datum.About)
	}
	if field.MaxLength == 0 {
		field.MaxLength = field.Control.UsualLength()
	}
	for _, name := range f.Series {
		series, _ := ident.ParseSeries(name)
		field.Series |= series
	}
	for _, kind := range f.Numbers {
		field.Numbers = append(field.Numbers, ident.Kind(kind))
	}
	if len(field.Numbers) == 0 && datum.NationalNumber != "" {
		field.Numbers = []ident.Kind{ident.Kind(datum.NationalNumber)}
	}
	for i := range f.Options {
		field.Options = append(field.Options, Option{Value: f.Options[i].Value, Label: x.in(f.Options[i].Label)})
	}
	if field.Control == policy.CountryControl && len(field.Options) == 0 {
		field.Options = countries(x.lang)
	}
	field.NeedsYes = x.needsYes(datum)
	x.fill(&field, f, datum)
	if datum.FreeText {
		field.Screen = x.forbidden()
	}
	return field
}

// needsYes names the fields of this form that ask for the consent on which the
// datum rests, if it is or may reveal a special category.
func (x *deriver) needsYes(datum *policy.Datum) []string {
	if datum.Special == "" && len(datum.Reveals) == 0 {
		return nil
	}
	var names []string
	explicit := false
	for i := range x.form.Fields {
		f := &x.form.Fields[i]
		c := x.doc.Consent(f.Consent)
		if c == nil || !x.asked(f.When) || !slices.Contains(c.Data, datum.ID) {
			continue
		}
		if c.Kind == policy.ExplicitConsent || c.Kind == policy.SecrecyWaiver {
			names = append(names, f.Name())
			explicit = explicit || c.Kind == policy.ExplicitConsent
		}
	}
	if !explicit && x.lacksConsent(datum) {
		names = append(names, unasked)
	}
	return names
}

// unasked stands among the consents that a field needs for one that the form
// fails to ask for. No field has the name, so that the answer is never kept.
const unasked = "?"

// lacksConsent reports whether explicit consent is the only ground for the datum
// (GDPR Article 9(2)(a)), and people are to give it on a form. One that is signed,
// told or mailed may have been given before.
func (x *deriver) lacksConsent(datum *policy.Datum) bool {
	uses := false
	for i := range x.doc.Activities {
		a := &x.doc.Activities[i]
		if !x.feeds(a) || !slices.Contains(a.Data, datum.ID) {
			continue
		}
		uses = true
		if a.SpecialGround == nil {
			return false
		}
		if ground, ok := law.ConditionOf(x.doc.Regime, a.SpecialGround.Article); !ok || ground.Letter != "a" {
			return false
		}
		for _, id := range a.Consents {
			if c := x.doc.Consent(id); c != nil && !c.IsTicked() && c.Covers(datum.ID) {
				return false
			}
		}
	}
	return uses
}

// feeds reports whether the activity is one that the form is filled in for.
func (x *deriver) feeds(a *policy.Activity) bool {
	return x.asked(a.When) && (len(x.form.Activities) == 0 || slices.Contains(x.form.Activities, a.ID))
}

// fill says from which attribute of a log-in the field is filled in. An attribute
// that carries a transient datum is converted on the way, if this field asks for
// what that becomes and says as which kind of number; else nothing is filled in.
func (x *deriver) fill(field *Field, f *policy.Field, datum *policy.Datum) {
	field.FilledFrom = f.FilledFrom
	if f.FilledFrom == "" || datum.Transient == nil && carried(datum, f.FilledFrom) {
		return
	}
	for i := range x.doc.Data {
		from := &x.doc.Data[i]
		if from.Transient == nil || !carried(from, f.FilledFrom) {
			continue
		}
		if from.Transient.Becomes != f.Datum || len(f.Numbers) == 0 {
			field.FilledFrom = ""
			continue
		}
		field.FilledFrom, field.Was, field.Becomes = f.FilledFrom, ident.Kind(from.NationalNumber), ident.Kind(f.Numbers[0])
		if f.FilledFrom == "norEduPersonNIN" { // which may carry numbers of three kinds
			field.Was = ident.NorEduPersonNIN
		}
		return
	}
}

// transient lists the attributes that carry transient data alone.
func (x *deriver) transient() []string {
	var list []string
	for i := range x.doc.Data {
		if x.doc.Data[i].Transient == nil {
			continue
		}
		for k := range x.doc.Data[i].Sources {
			name := x.doc.Data[i].Sources[k].Attribute
			kept := slices.ContainsFunc(x.doc.Data, func(d policy.Datum) bool { return d.Transient == nil && carried(&d, name) })
			if !kept {
				list = add(list, name)
			}
		}
	}
	return list
}

// carried reports whether the attribute of a log-in carries the datum.
func carried(d *policy.Datum, attribute string) bool {
	return slices.ContainsFunc(d.Sources, func(s policy.Source) bool { return s.Attribute == attribute })
}
