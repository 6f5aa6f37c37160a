package notice

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// dataSection lists the kinds of data, whether each must be given and where it
// comes from (Articles 13(2)(e), 14(1)(d) and 14(2)(f)).
func (b *builder) dataSection() Section {
	s := Section{ID: "data", Title: b.t.DataHeading}
	for _, about := range []policy.About{policy.AboutPerson, policy.AboutOrganisation} {
		rows := &Table{Caption: b.w.AboutPeople, Head: []string{b.w.Datum, b.w.Given, b.w.Origin}}
		if about == policy.AboutOrganisation {
			rows.Caption = b.w.AboutOrgs
		}
		for i := range b.doc.Data {
			d := &b.doc.Data[i]
			if (d.About == policy.AboutOrganisation) == (about == policy.AboutOrganisation) && b.asked(d.When) {
				rows.Rows = append(rows.Rows, []Cell{b.what(d), b.given(d), b.origin(d)})
			}
		}
		s.Blocks = table(s.Blocks, rows)
	}
	return s
}

// what is the first cell of a datum: its label and what to know about it.
func (b *builder) what(d *policy.Datum) Cell {
	c := Cell{plain(locale.Capital(b.in(d.Label)))}
	add := func(s string) {
		if s != "" {
			c = append(c, plain(s))
		}
	}
	add(sentence(b.in(d.Description)))
	if d.NationalNumber != "" {
		add(b.w.NationalNumber + ".")
	}
	if d.Special != "" {
		add(fill(b.w.Special, "category", b.category(d.Special)))
	}
	if len(d.Reveals) > 0 {
		add(fill(b.w.Reveals, "category", strings.Join(b.revealed(d), " "+b.lang.Rules.Or+" ")))
	}
	if len(d.Subjects) > 0 {
		add(sentence(b.t.AboutWhom + ": " + b.lang.Rules.List(b.subjectLabels(d.Subjects))))
	}
	if d.Anonymous {
		add(b.w.Anonymous + ".")
	}
	if by := b.in(d.WrittenBy); by != "" {
		add(fill(b.w.WrittenBy, "who", by) + ".")
	}
	if linked := b.in(d.Linkage); linked != "" {
		add(b.w.Linked + ": " + sentence(linked) + " " + b.w.NotLinked)
	}
	b.transient(d, add)
	return c
}

// transient says that a datum is converted at once and not kept.
func (b *builder) transient(d *policy.Datum, add func(string)) {
	if d.Transient == nil {
		return
	}
	becomes := ""
	if to := b.find.data[d.Transient.Becomes]; to != nil {
		becomes = b.in(to.Label)
	}
	add(fill(b.w.Transient, "datum", b.in(d.Label), "becomes", becomes))
	if by := b.party(d.Transient.By); by != "" {
		add(fill(b.w.TransientBy, "party", by))
	}
	add(b.in(d.Transient.Text))
}

// revealed names the special categories that a datum may reveal.
func (b *builder) revealed(d *policy.Datum) []string {
	var list []string
	for _, inference := range d.Reveals {
		if s := b.category(inference.Category); s != "" && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

func (b *builder) category(c law.SpecialCategory) string {
	t := &b.lang.Categories
	switch c {
	case law.EthnicOrigin:
		return t.EthnicOrigin
	case law.PoliticalOpinion:
		return t.PoliticalOpinion
	case law.Religion:
		return t.Religion
	case law.TradeUnion:
		return t.TradeUnion
	case law.Genetic:
		return t.Genetic
	case law.Biometric:
		return t.Biometric
	case law.Health:
		return t.Health
	case law.SexLife:
		return t.SexLife
	case law.Criminal:
		return t.Criminal
	}
	return ""
}

// given tells whether a datum must be given, when, and what does instead.
func (b *builder) given(d *policy.Datum) Cell {
	words := map[policy.Provision]string{
		policy.Required: b.w.Required, policy.Optional: b.w.Optional, policy.Observed: b.w.Observed,
	}[d.Provision]
	c := cell(sentence(words))
	if when := b.find.circumstances[d.When]; when != nil {
		c = append(c, plain(fill(b.w.OnlyWhen, "circumstance", b.in(when.Text))))
	}
	if d.OneOf != "" {
		var group []string
		for _, other := range b.find.groups[d.OneOf] {
			group = append(group, b.in(other.Label))
		}
		c = append(c, plain(fill(b.w.OneOf, "data", b.lang.Rules.ListOr(group))))
	}
	return c
}

// origin tells where a datum comes from.
func (b *builder) origin(d *policy.Datum) Cell {
	if len(d.Sources) == 0 {
		if d.Anonymous {
			return cell(sentence(b.w.FromDeriving))
		}
		if d.Provision == policy.Observed || b.onlyTechnical(d.ID) {
			return cell(sentence(b.w.FromObserving))
		}
		if b.doc.AsPublished {
			return cell(sentence(b.notStated()))
		}
		return cell(sentence(b.w.FromYou))
	}
	var c Cell
	for i := range d.Sources {
		words := b.source(&d.Sources[i])
		if words != "" {
			c = append(c, plain(words))
		}
	}
	return c
}

// onlyTechnical reports whether a datum is what a technology stores or reads,
// and no form asks for it.
func (b *builder) onlyTechnical(id string) bool {
	return b.reader.stored[id] && !b.reader.asked[id]
}

// source is one origin in words.
func (b *builder) source(s *policy.Source) string {
	var parts []string
	if words := b.sourceKind(s); words != "" {
		if s.Attribute != "" {
			words += ", " + fill(b.w.Attribute, "name", s.Attribute)
		}
		parts = append(parts, sentence(words))
	}
	if more := b.in(s.Text); more != "" {
		parts = append(parts, sentence(more))
	}
	if s.Public {
		parts = append(parts, b.w.FromPublic)
	}
	return strings.Join(parts, " ")
}

func (b *builder) sourceKind(s *policy.Source) string {
	from := b.party(s.Party)
	switch {
	case s.Kind == policy.FromObserving:
		return b.w.FromObserving
	case s.Kind == policy.FromDeriving:
		return b.w.FromDeriving
	case s.Kind == policy.FromController:
		return b.w.FromUs
	case s.Kind == policy.FromThirdParty && from == "":
		return ""
	case s.Channel == policy.ByLogin && from != "":
		return fill(b.w.FromLogin, "party", from)
	case s.Kind == policy.FromThirdParty:
		return fill(b.w.FromOther, "party", from)
	}
	switch s.Channel {
	case policy.ByWeb:
		return b.w.FromYouWeb
	case policy.ByPhone:
		return b.w.FromYouPhone
	case policy.ByEmail:
		return b.w.FromYouEmail
	case policy.ByPaper:
		return b.w.FromYouPaper
	}
	return b.w.FromYou
}
