package form

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

func (x *deriver) consent(f *policy.Field, c *policy.Consent) Field {
	label := x.in(f.Label)
	if label == "" {
		label = x.in(c.Text)
	}
	field := Field{
		Name: f.Name(), Label: label, Hint: x.in(f.Hint), Missing: x.in(f.Missing), Control: policy.ConsentControl,
		Group: f.Group, Required: f.Required, If: condition(f.If), Reason: x.consentReason(c),
		Consent: &Consent{
			ID: c.ID, Kind: c.Kind, Title: x.titles(c.Purposes), Text: x.in(c.Text), Audience: x.audience(c),
			Instead: x.instead(c), Withdraw: x.in(c.Withdraw),
			Purposes: slices.Clone(c.Purposes), Expires: c.Expires, Country: x.doc.Jurisdiction,
			OfferedToChildren: c.OfferedToChildren, ByGuardian: c.ByGuardian,
		},
	}
	x.about(field.Consent, c)
	x.relyOn(field.Consent)
	x.bind(&field)
	return field
}

// titles names the purposes.
func (x *deriver) titles(ids []string) string {
	var list []string
	for _, id := range ids {
		if p := x.doc.Purpose(id); p != nil {
			list = add(list, x.in(p.Title))
		}
	}
	return x.lang.Rules.List(list)
}

// about says which data the consent is about, and what they tell.
func (x *deriver) about(q *Consent, c *policy.Consent) {
	for _, id := range c.Data {
		d := x.doc.Datum(id)
		if d == nil {
			continue
		}
		q.Data = add(q.Data, x.in(d.Label))
		if d.Special != "" {
			q.Special = addCategory(q.Special, d.Special)
		}
		for _, r := range d.Reveals {
			if r.Strength == law.Strong {
				q.Special = addCategory(q.Special, r.Category)
			} else {
				q.MayReveal = addCategory(q.MayReveal, r.Category)
			}
		}
	}
}

func addCategory(list []law.SpecialCategory, c law.SpecialCategory) []law.SpecialCategory {
	if slices.Contains(list, c) {
		return list
	}
	return append(list, c)
}

// relyOn says who relies on the consent, and whether people can well say no
// to them. Some of the names would pass for all of them, so where one is left open
// there are none.
func (x *deriver) relyOn(q *Consent) {
	q.Authority = x.doc.Regime == law.EUDPR
	rests, other, open := false, false, false
	for i := range x.doc.Activities {
		a := &x.doc.Activities[i]
		if !slices.Contains(a.Consents, q.ID) {
			continue
		}
		named, possible := x.controllers(a)
		for _, id := range named {
			if party := x.doc.Party(id); party != nil {
				q.Controllers = add(q.Controllers, x.in(party.Name))
			}
		}
		open = open || len(named) == 0 && len(possible) > 0
		for _, id := range possible {
			party := x.doc.Party(id)
			q.Authority = q.Authority || party != nil && party.PublicAuthority
		}
		for _, id := range a.Subjects {
			if s := x.doc.Subject(id); s != nil && s.IsDependent() {
				q.Dependent = true
			}
		}
		if x.consentIsBasis(a) {
			rests = true
		} else {
			other = true
		}
	}
	if open {
		q.Controllers = nil
	}
	q.OfferedToChildren = q.OfferedToChildren && (rests || !other)
}

// consentIsBasis reports whether consent is the legal basis of the activity: then
// alone the age of children counts (GDPR Article 8(1)).
func (x *deriver) consentIsBasis(a *policy.Activity) bool {
	basis := cmpOr(a.Basis, x.doc.DefaultBasis)
	if basis == nil {
		return false
	}
	is, ok := law.BasisOf(x.doc.Regime, basis.Article)
	return ok && is == law.Consent
}

// controllers gives those who are controllers of an activity: whom the question
// can name, and who they may be. Of many events that have not been chosen from,
// it can name none; the parts of a site are few.
func (x *deriver) controllers(a *policy.Activity) (named, possible []string) {
	switch {
	case a.ControllerPer == "":
		return a.Controllers, a.Controllers
	case a.ControllerPer == policy.EventScope && x.event != nil:
		return x.event.Controllers, x.event.Controllers
	}
	for i := range x.doc.Scopes {
		if s := &x.doc.Scopes[i]; s.Kind == a.ControllerPer {
			possible = append(possible, s.Controllers...)
		}
	}
	if a.ControllerPer == policy.EventScope {
		return a.Controllers, possible
	}
	return possible, possible
}

// bind says what a yes binds to, and what people read with the question. The
// fingerprints hold all languages, so that a yes that was given in another one
// can be held against them; a record keeps the one that the person read.
func (x *deriver) bind(f *Field) {
	if x.sum == nil {
		return
	}
	q := f.Consent
	if print, ok := change.MaterialOf(x.doc, q.ID); ok {
		q.Fingerprint = print.Sum(x.sum)
	}
	for i := range x.earlier {
		r := &x.earlier[i]
		old, ok := change.MaterialOf(r.Old, q.ID)
		if !ok || slices.Contains(r.Again(), q.ID) {
			continue
		}
		if old = old.Sum(x.sum); !old.Agrees(q.Fingerprint) {
			q.Earlier = append(q.Earlier, old)
		}
	}
	q.Sum = x.sum(f.Shown())
}

// Shown gives all that a person reads with the question of consent, in one text:
// the statement, its purposes, who relies on it, the data, what one can do
// instead and how to take it back. It is what [Consent.Sum] is the hash of. It is
// empty for a field that asks for a datum.
func (f *Field) Shown() string {
	c := f.Consent
	if c == nil {
		return ""
	}
	var b strings.Builder
	for _, part := range [][]string{
		{f.Label}, {c.Text}, {f.Hint}, f.Reason.Purposes, c.Controllers, c.Data, {c.Audience}, {c.Instead}, {c.Withdraw}, f.Reason.Kept,
	} {
		for _, line := range part {
			b.WriteString(line)
			b.WriteByte('\n')
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// audience says who may rely on a consent: the policy's words, and the names
// after them.
func (x *deriver) audience(c *policy.Consent) string {
	var names []string
	for _, id := range c.Audience {
		r := x.doc.Recipient(id)
		if r == nil {
			continue
		}
		name := x.in(r.Name)
		if party := x.doc.Party(r.Party); name == "" && party != nil {
			name = x.in(party.Name)
		}
		names = add(names, name)
	}
	words, list := x.in(c.AudienceText), x.lang.Rules.List(names)
	switch {
	case words == "":
		return locale.Capital(list)
	case list == "":
		return words
	case strings.HasSuffix(words, ":"):
		return words + " " + list + "."
	}
	return words + " (" + list + ")"
}
