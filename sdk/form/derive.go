package form

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/ident"
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
	lang, err := c.language(doc)
	if err != nil {
		return nil, err
	}
	holds, err := c.circumstances(doc)
	if err != nil {
		return nil, err
	}
	x := deriver{doc: doc, form: form, lang: lang, cite: cite.In(doc.Regime, lang), holds: holds}
	return x.derive(c), nil
}

// A deriver holds what the parts of a derivation share.
type deriver struct {
	doc   *policy.Document
	form  *policy.Form
	lang  *text.Language
	cite  cite.Writer
	holds map[string]bool // the circumstances that hold; nil for all
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
	if x.screens(d.Fields) {
		d.Lexicon, _ = screen.Words(string(screenLanguage(c.Language)))
		d.Lexicon = d.Lexicon.Only(x.forbidden()...)
	}
	d.link()
	return d
}

func condition(a *policy.Answer) *Condition {
	if a == nil {
		return nil
	}
	return &Condition{Field: a.Field, Is: slices.Clone(a.Is)}
}

// name is the field's own id, or that of what it asks for.
func name(f *policy.Field) string {
	switch {
	case f.ID != "":
		return f.ID
	case f.Datum != "":
		return f.Datum
	}
	return f.Consent
}

func (x *deriver) field(f *policy.Field, datum *policy.Datum) Field {
	field := Field{
		Name: name(f), Datum: f.Datum, Label: x.in(f.Label), Hint: x.in(f.Hint), Missing: x.in(f.Missing),
		Control: f.Control, Group: f.Group, Required: f.Required, If: condition(f.If), OneOf: datum.OneOf,
		MinLength: f.MinLength, MaxLength: f.MaxLength, Pattern: f.Pattern, Min: f.Min, Max: f.Max,
		Accept: slices.Clone(f.Accept), MaxBytes: f.MaxBytes, Autocomplete: f.Autocomplete, FilledFrom: f.FilledFrom,
		Reason: x.reason(f, datum),
	}
	if field.Label == "" {
		field.Label = x.in(datum.Label)
	}
	if field.Control == "" {
		field.Control = controlOf(datum)
	}
	if field.Autocomplete == "" {
		field.Autocomplete = autocompleteOf(datum.Term, datum.About)
	}
	if field.MaxLength == 0 {
		field.MaxLength = usualLength(field.Control)
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
	field.Was, field.Becomes = x.becomes(f)
	if datum.FreeText {
		field.Screen = x.forbidden()
	}
	return field
}

func (x *deriver) consent(f *policy.Field, c *policy.Consent) Field {
	label := x.in(f.Label)
	if label == "" {
		label = x.in(c.Text)
	}
	return Field{
		Name: name(f), Label: label, Hint: x.in(f.Hint), Missing: x.in(f.Missing), Control: policy.ConsentControl,
		Group: f.Group, Required: f.Required, If: condition(f.If), Reason: x.consentReason(c),
		Consent: &Consent{
			ID: c.ID, Kind: c.Kind, Text: x.in(c.Text), Audience: x.in(c.AudienceText),
			Instead: x.in(c.Alternative), Withdraw: x.in(c.Withdraw),
		},
	}
}

// needsYes names the fields of this form that ask for the consent on which the
// datum rests, if it is or may reveal a special category.
func (x *deriver) needsYes(datum *policy.Datum) []string {
	if datum.Special == "" && len(datum.Reveals) == 0 {
		return nil
	}
	var names []string
	for i := range x.form.Fields {
		f := &x.form.Fields[i]
		c := x.doc.Consent(f.Consent)
		if c == nil || !x.asked(f.When) || !slices.Contains(c.Data, datum.ID) {
			continue
		}
		if c.Kind == policy.ExplicitConsent || c.Kind == policy.SecrecyWaiver {
			names = append(names, name(f))
		}
	}
	return names
}

// becomes gives the kind of number that the attribute of a log-in carries, and
// that which it is converted to: it carries a transient datum, and this field
// asks for what that becomes.
func (x *deriver) becomes(f *policy.Field) (was, becomes ident.Kind) {
	if f.FilledFrom == "" {
		return "", ""
	}
	for i := range x.doc.Data {
		from := &x.doc.Data[i]
		if from.Transient == nil || from.Transient.Becomes != f.Datum {
			continue
		}
		for k := range from.Sources {
			if from.Sources[k].Attribute != f.FilledFrom || len(f.Numbers) == 0 {
				continue
			}
			was = ident.Kind(from.NationalNumber)
			if f.FilledFrom == "norEduPersonNIN" { // which may carry numbers of three kinds
				was = ident.NorEduPersonNIN
			}
			return was, ident.Kind(f.Numbers[0])
		}
	}
	return "", ""
}
