package notice

import (
	"cmp"
	"errors"
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Build makes the notice of a policy for a context. The error is a
// *[ContextError] if the policy does not declare the language, or does not
// have the scope or event; gaps in the policy are no errors and show as gaps.
func Build(doc *policy.Document, c Context) (*Doc, error) {
	if doc == nil {
		return nil, errors.New("notice: there is no policy")
	}
	b, err := newBuilder(doc, c)
	if err != nil {
		return nil, err
	}
	layers := Layers(doc)
	switch {
	case !slices.Contains(layers, b.ctx.Layer):
		var known []string
		for _, l := range layers {
			known = append(known, string(l))
		}
		return nil, &ContextError{Field: "layer", Value: string(c.Layer), Known: known}
	case b.ctx.Layer == Short:
		return b.short(), nil
	case b.ctx.Layer == Child:
		return b.child(), nil
	}
	return b.full(), nil
}

// Layers lists the layers that a policy has: the one for children only where
// it has texts for it.
func Layers(doc *policy.Document) []Layer {
	if doc.Children == nil {
		return []Layer{Full, Short}
	}
	return []Layer{Full, Short, Child}
}

func (b *builder) head(title string) *Doc {
	return &Doc{
		Policy: b.doc.ID, Language: b.lang.Tag, Layer: b.ctx.Layer, Title: title,
		Version: b.doc.Version, Effective: b.doc.EffectiveFrom, Lead: b.warnings(),
	}
}

// full is everything, in the order of Articles 13 and 14.
func (b *builder) full() *Doc {
	d := b.head(b.title())
	d.Contents = b.t.Contents
	d.Lead = say(d.Lead, b.in(b.doc.Summary))
	d.Lead = say(d.Lead, b.forScope())
	d.Lead = say(d.Lead, b.guardians())
	d.Lead = say(d.Lead, b.applicable())
	for _, s := range []Section{
		b.controllers(), b.purposes(), b.subjects(), b.dataSection(), b.consents(),
		b.recipients(), b.processors(), b.systems(), b.access(), b.visibility(),
		b.retention(), b.technologies(), b.security(), b.declarations(), b.textRules(), b.tasks(),
		b.rights(), b.recourse(), b.contacts(), b.advice(), b.codes(), b.glossary(), b.acts(), b.links(), b.changes(),
	} {
		d.Sections = section(d.Sections, s)
	}
	return d
}

// forScope says for which event, part of the site or system the notice is.
func (b *builder) forScope() string {
	if b.scope == nil || b.in(b.scope.Title) == "" {
		return ""
	}
	return sentence(b.t.OnlyIn + ": " + b.in(b.scope.Title))
}

func (b *builder) title() string {
	return cmp.Or(b.in(b.doc.Title), b.in(b.doc.Service), b.doc.ID)
}

// warnings tells of law that no longer, or not yet, applies on the day.
func (b *builder) warnings() []Block {
	act, ok := law.Find(b.doc.Regime)
	if !ok || b.at.IsZero() || act.InForce(b.at) {
		return nil
	}
	name := b.words.Regime().Name
	pattern, day := b.lang.Law.Repealed, act.To.AddDays(1)
	if b.at.Before(act.From) {
		pattern, day = b.lang.Law.NotYet, act.From
	}
	warning := locale.Capital(fill(pattern, "act", name, "date", b.lang.Rules.Date(day)))
	return []Block{&Callout{Kind: Outdated, Blocks: say(nil, warning)}}
}

// applicable says which version this is.
func (b *builder) applicable() string {
	if b.doc.EffectiveFrom.IsZero() {
		return ""
	}
	day := b.lang.Rules.Date(b.doc.EffectiveFrom)
	if b.doc.Version == "" {
		return fill(b.t.AppliesOn, "date", day)
	}
	return fill(b.t.Applies, "version", b.doc.Version, "date", day)
}

// guardians says that the notice speaks to guardians, to them alone or to them
// too, as far as the reader's activities are about people who act through them.
func (b *builder) guardians() string {
	var wards []string
	alone := true
	for i := range b.doc.Subjects {
		s := &b.doc.Subjects[i]
		switch {
		case s.ThirdParty || !b.concerns(b.reader.subjects, s.ID):
		case s.ActsThrough == policy.Guardian:
			wards = append(wards, b.in(s.Label))
		case s.Term != "dpv:GuardianOfDataSubject" && s.Term != "dpv:ParentOfDataSubject":
			alone = false
		}
	}
	switch {
	case len(wards) == 0:
		return ""
	case alone:
		return fill(b.t.Guardians, "subjects", b.lang.Rules.List(wards))
	}
	return fill(b.t.GuardiansToo, "subjects", b.lang.Rules.List(wards))
}

func (b *builder) changes() Section {
	s := Section{ID: "changes", Title: b.t.Changes}
	s.Blocks = say(s.Blocks, b.applicable())
	s.Blocks = say(s.Blocks, b.in(b.doc.Updates))
	return s
}
