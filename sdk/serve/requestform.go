package serve

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
)

// requestID is the last part of the address of requests, and the id of their form.
const requestID = "requests"

// The names of the fields of a request.
const (
	fieldRight     = "right"
	fieldBy        = "by"
	fieldPerson    = "person"
	fieldAge       = "age"
	fieldDied      = "died"
	fieldCorrect   = "correct"
	fieldSituation = "situation"
	fieldAbout     = "about"
	fieldDetails   = "details"
	fieldName      = "name"
	fieldReach     = "reach"
)

// bySelf is the answer of those who ask for themselves.
const bySelf = "self"

// requestDocument makes the policy of handling requests under another: what is asked
// for, why, and on which basis. So the form of requests is made, checked and
// shown as all others are. It is nil where nobody has a right that can be used by it.
func requestDocument(doc *policy.Document) *policy.Document {
	wishes := wishesOf(doc)
	if len(wishes) == 0 {
		return nil
	}
	b := requestBuilder{doc: doc, out: &policy.Document{
		ID: doc.ID, Title: doc.Title, Service: doc.Service, Version: doc.Version, EffectiveFrom: doc.EffectiveFrom,
		Languages: doc.Languages, Regime: doc.Regime, Jurisdiction: doc.Jurisdiction, TextRules: doc.TextRules,
		Purposes: []policy.Purpose{{ID: requestID, Text: say(func(l *text.Language) string { return l.Ask.Purpose })}},
	}}
	b.form = policy.Form{ID: requestID, Title: ask(func(t *text.Ask) string { return t.Title }), Intro: ask(func(t *text.Ask) string { return t.Intro }),
		Submit: ask(func(t *text.Ask) string { return t.Send }), Activities: []string{requestID}}
	b.fields(wishes)
	// Why it is asked for is told where people say who they are; beside each question it would be noise.
	activity := policy.Activity{ID: requestID, Purposes: []string{requestID}, Necessity: policy.Voluntary, Data: []string{fieldPerson, fieldName, fieldReach}}
	if article, ok := law.LegalObligation.Article(doc.Regime); ok {
		activity.Basis = &policy.Basis{Article: article}
	}
	b.out.Activities, b.out.Forms = []policy.Activity{activity}, []policy.Form{b.form}
	return b.out
}

// say gives a text in all languages.
func say(of func(*text.Language) string) policy.Text {
	t := policy.Text{}
	for _, tag := range text.Languages {
		t[tag] = of(text.In(tag))
	}
	return t
}

func ask(of func(*text.Ask) string) policy.Text {
	return say(func(l *text.Language) string { return of(&l.Ask) })
}

// A requestBuilder puts the form of requests together.
type requestBuilder struct {
	doc, out *policy.Document
	form     policy.Form
}

// field adds a field with a datum of its own.
func (b *requestBuilder) field(f policy.Field, d policy.Datum) {
	d.ID, f.Datum = f.ID, f.ID
	d.Label = f.Label
	b.out.Data = append(b.out.Data, d)
	b.form.Fields = append(b.form.Fields, f)
}

// fields adds all fields: first what is asked for, at the end who asks. Of who they
// are, no more than the name and a way to answer (GDPR Articles 5(1)(c), 12(6)).
func (b *requestBuilder) fields(wishes []policy.Option) {
	var d policy.Datum
	b.field(policy.Field{ID: fieldRight, Control: policy.RadioControl, Required: true, Options: wishes, Label: ask(func(t *text.Ask) string { return t.Right }), Missing: ask(func(t *text.Ask) string { return t.RightMissing })}, d)
	offers := func(r law.Right) bool {
		return slices.ContainsFunc(wishes, func(o policy.Option) bool { return o.Value == string(r) })
	}
	if offers(law.Rectification) {
		b.field(policy.Field{ID: fieldCorrect, Control: policy.LongTextControl, Required: true, If: when(fieldRight, string(law.Rectification)),
			Label: ask(func(t *text.Ask) string { return t.Correct }), Missing: ask(func(t *text.Ask) string { return t.CorrectMissing })}, policy.Datum{FreeText: true})
	}
	if offers(law.Objection) {
		b.field(policy.Field{ID: fieldSituation, Control: policy.LongTextControl, If: when(fieldRight, string(law.Objection)),
			Label: ask(func(t *text.Ask) string { return t.Situation })}, policy.Datum{FreeText: true})
	}
	if uses := usesOf(b.doc); len(uses) > 1 {
		b.field(policy.Field{ID: fieldAbout, Control: policy.CheckboxesControl, Options: uses,
			Label: ask(func(t *text.Ask) string { return t.About }), Hint: ask(func(t *text.Ask) string { return t.AboutHint })}, d)
	}
	b.field(policy.Field{ID: fieldDetails, Control: policy.LongTextControl,
		Label: ask(func(t *text.Ask) string { return t.Details }), Hint: ask(func(t *text.Ask) string { return t.LeaveOut })}, policy.Datum{FreeText: true})
	b.who()
}

// who adds the fields about who asks, and for whom.
func (b *requestBuilder) who() {
	var d policy.Datum
	askers := askersOf(b.doc)
	b.field(policy.Field{ID: fieldBy, Control: policy.RadioControl, Required: true, Options: askers,
		Label: ask(func(t *text.Ask) string { return t.By }), Missing: ask(func(t *text.Ask) string { return t.ByMissing })}, d)
	var others []string
	for _, o := range askers {
		if o.Value != bySelf && o.Value != string(rights.Child) {
			others = append(others, o.Value)
		}
	}
	b.field(policy.Field{ID: fieldPerson, Control: policy.TextControl, Required: true, If: when(fieldBy, others...),
		Label: ask(func(t *text.Ask) string { return t.Person })}, d)
	if slices.Contains(others, string(rights.Guardian)) {
		b.field(policy.Field{ID: fieldAge, Control: policy.NumberControl, Required: true, If: when(fieldBy, string(rights.Guardian)), Min: "0", Max: "150",
			Label: ask(func(t *text.Ask) string { return t.Age }), Missing: ask(func(t *text.Ask) string { return t.AgeMissing })}, d)
	}
	if slices.Contains(others, string(rights.Relative)) {
		b.field(policy.Field{ID: fieldDied, Control: policy.DateControl, Required: true, If: when(fieldBy, string(rights.Relative)), Max: "today",
			Label: ask(func(t *text.Ask) string { return t.Died }), Missing: ask(func(t *text.Ask) string { return t.DiedMissing })}, d)
	}
	b.field(policy.Field{ID: fieldName, Control: policy.TextControl, Required: true, Autocomplete: "name", FilledFrom: "displayName",
		Label: ask(func(t *text.Ask) string { return t.Name }), Hint: ask(func(t *text.Ask) string { return t.NameHint })}, d)
	b.field(policy.Field{ID: fieldReach, Control: policy.TextControl, Required: true, FilledFrom: "mail",
		Label: ask(func(t *text.Ask) string { return t.Reach }), Hint: ask(func(t *text.Ask) string { return t.ReachHint })}, d)
}

func when(field string, is ...string) *policy.Answer { return &policy.Answer{Field: field, Is: is} }

// wishesOf lists the rights that can be used by a request, in plain words. To be informed is what the
// notice is for, recipients are told without being asked, and complaints go to the authority.
func wishesOf(doc *policy.Document) []policy.Option {
	var list []policy.Option
	for _, g := range rights.Of(doc) {
		switch g.Right {
		case law.Information, law.Notification, law.Complaint:
			continue
		}
		list = append(list, policy.Option{Value: string(g.Right), Label: say(func(l *text.Language) string { return locale.Capital(wish(g.Right, l)) })})
	}
	return list
}

// wish says what somebody wants who uses the right.
func wish(right law.Right, l *text.Language) string { return rights.Words(right, l).Verb }

// usesOf lists what a request can be about: the activities, by what people call them.
func usesOf(doc *policy.Document) []policy.Option {
	var list []policy.Option
	for i := range doc.Activities {
		if doc.Activities[i].ID == "" {
			continue
		}
		label := policy.Text{}
		for _, tag := range doc.Languages {
			label[tag] = rights.ActivityTitle(doc, i, text.In(tag))
		}
		list = append(list, policy.Option{Value: doc.Activities[i].ID, Label: label})
	}
	return list
}

// askersOf lists who may ask: children and guardians where data are about children, relatives
// where the law of the country goes on after death.
func askersOf(doc *policy.Document) []policy.Option {
	list := []policy.Option{{Value: bySelf, Label: ask(func(t *text.Ask) string { return t.Self })}}
	if slices.ContainsFunc(doc.Subjects, func(s policy.Subject) bool { return s.Child }) {
		list = append(list,
			policy.Option{Value: string(rights.Guardian), Label: ask(func(t *text.Ask) string { return t.Guardian })},
			policy.Option{Value: string(rights.Child), Label: ask(func(t *text.Ask) string { return t.Child })})
	}
	list = append(list, policy.Option{Value: string(rights.Representative), Label: ask(func(t *text.Ask) string { return t.Representative })})
	if coversDead(doc) {
		list = append(list, policy.Option{Value: string(rights.Relative), Label: ask(func(t *text.Ask) string { return t.Relative })})
	}
	return list
}

// coversDead reports whether the law of the country covers those who have died.
func coversDead(doc *policy.Document) bool {
	for p := range law.Provisions() {
		if p.Jurisdiction == doc.Jurisdiction && p.Matter == law.MatterDead && p.To.IsZero() {
			return doc.Regime == law.GDPR
		}
	}
	return false
}

// isRequest reports whether the form is that of requests.
func (e *entry) isRequest(f *policy.Form) bool { return e.requests != nil && f == &e.requests.Forms[0] }
