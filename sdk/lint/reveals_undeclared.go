package lint

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var revealsUndeclared = Rule{
	Code: "reveals-undeclared", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "9(1)", Source: gdprText, Verified: true},
		{Other: "C-184/20 Vyriausioji tarnybinės etikos komisija", Source: "general knowledge"},
	},
	Title:   "Data reveal something sensitive and the policy does not say so",
	Message: `"{word}" reveals {categories}: say so under "special" or "reveals"`,
	Explanation: `Whoever asks for allergies asks about health, and a wish for halal
food tells of a faith. The Court of Justice counts what can be deduced, so these
data need a condition that allows them, explicit consent or a law, and more care
in every other way. Declare the category, so that the notice, the form and the
other rules can act on it. If the data reveal less than the words suggest,
declare them as weak.`,
	Avoid: `languages: [en]
data:
  - {id: diet, label: {en: allergies}}`,
	Prefer: `languages: [en]
data:
  - {id: diet, label: {en: allergies}, reveals: [{category: health, strength: strong}]}`,
	check: func(p *pass) {
		p.reportUndeclared(law.Strong)
	},
}

// reportUndeclared notes the data, systems and form fields whose words reveal a
// special category so surely, while nothing is declared. It belongs to two rules.
func (p *pass) reportUndeclared(strength law.Strength) {
	all := p.guardedData()
	for i, g := range all {
		if g.clue.word != "" {
			p.reportClue(entry("data", i), strength, g.clue)
		}
	}
	p.reportSystems(strength)
	for i := range p.doc.Forms {
		for j := range p.doc.Forms[i].Fields {
			f := &p.doc.Forms[i].Fields[j]
			if n, ok := p.number("datum", f.Datum); f.Consent != "" || ok && (all[n].declared || all[n].clue.word != "") {
				continue
			}
			texts := []policy.Text{f.Label, f.Hint}
			for k := range f.Options {
				texts = append(texts, f.Options[k].Label)
			}
			if c, ok := p.betrays(texts...); ok {
				p.reportClue(entry("forms", i, "fields").Index(j), strength, c)
			}
		}
	}
}

// reportSystems notes the systems whose words reveal a special category so
// surely, while no datum of the policy declares it.
func (p *pass) reportSystems(strength law.Strength) {
	declared := map[law.SpecialCategory]bool{}
	for i := range p.doc.Data {
		declared[p.doc.Data[i].Special] = true
		for _, r := range p.doc.Data[i].Reveals {
			declared[r.Category] = true
		}
	}
	for i := range p.doc.Systems {
		s := &p.doc.Systems[i]
		if s.NoPersonalData {
			continue
		}
		c, ok := p.betrays(s.Name, s.Function)
		if ok && !slices.ContainsFunc(c.concept.Categories, func(c law.SpecialCategory) bool { return declared[c] }) {
			p.reportClue(entry("systems", i), strength, c)
		}
	}
}

// reportClue notes what a word reveals, if it reveals it so surely.
func (p *pass) reportClue(path diag.Path, strength law.Strength, c clue) {
	if c.concept.Strength != strength {
		return
	}
	names := make([]string, len(c.concept.Categories))
	for i, category := range c.concept.Categories {
		names[i] = categoryName(category)
	}
	p.report(path, arg("word", c.word), arg("categories", strings.Join(names, " or ")))
}
