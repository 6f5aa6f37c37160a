package lint

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

var titleRequired = Rule{
	Code: "title-required", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "6(1)", Source: gdprText, Verified: true},
		{Other: "C-394/23 Mousse", Source: "ceelegalmatters.com and bailii.org on the judgment of 2025-01-09", Verified: false},
	},
	Title:   "A title or sex must be given",
	Message: `"{datum}" asks for a title or sex and must be answered: let it be optional, or leave it out`,
	Explanation: `Nobody needs to be a Mr or a Mrs to take a course. The Court of
Justice has held that a compulsory form of address is needed neither for the
contract nor for ordinary politeness, and it hurts those who fit neither box. A
law that demands the sex, for statistics say, is another thing; the activity
then says so.`,
	Avoid: `languages: [en]
data:
  - {id: title, label: {en: Mr/Mrs}}
forms:
  - id: enrolment
    fields:
      - {datum: title, required: true}`,
	Prefer: `languages: [en]
data:
  - {id: title, label: {en: Mr/Mrs}}
forms:
  - id: enrolment
    fields:
      - {datum: title}`,
	check: func(p *pass) {
		words := p.titles()
		asked := map[string]bool{}
		for i := range p.doc.Forms {
			for j := range p.doc.Forms[i].Fields {
				f := &p.doc.Forms[i].Fields[j]
				asked[f.Datum] = true
				if f.Required && !p.statutory(f.Datum) && p.isTitle(p.datum(f.Datum), f, words) {
					p.report(entry("forms", i, "fields").Index(j).Key("required"),
						arg("datum", label(f.Datum, entry("forms", i, "fields").Index(j))))
				}
			}
		}
		for i := range p.doc.Data {
			d := &p.doc.Data[i]
			if d.Provision == policy.Required && !asked[d.ID] && !p.statutory(d.ID) && p.isTitle(d, nil, words) {
				p.report(entry("data", i, "provision"), arg("datum", label(d.ID, entry("data", i))))
			}
		}
	},
}

// statutory reports whether an activity that uses the datum rests on a duty by law.
func (p *pass) statutory(datum string) bool {
	return slices.ContainsFunc(p.usersOf("datum", datum), func(i int) bool {
		return p.doc.Activities[i].Necessity == policy.Statutory
	})
}

// titles lists the words for forms of address and for the sex, per language of
// the policy.
func (p *pass) titles() map[locale.Tag][]string {
	concept, _ := law.FindInference("gender_title")
	titles := map[locale.Tag][]string{}
	for _, tag := range p.doc.Languages {
		lang := string(tag)
		if tag == locale.NN {
			lang = string(locale.NB)
		}
		for _, c := range cluesOf(&concept, lang) {
			titles[tag] = append(titles[tag], strings.TrimSuffix(c.word, "."))
		}
	}
	return titles
}

// isTitle reports whether a datum, or a field that asks for it, is a form of
// address or the sex.
func (p *pass) isTitle(d *policy.Datum, f *policy.Field, titles map[locale.Tag][]string) bool {
	if d != nil && (d.Term == "pd:Gender" || p.onlyWords(d.Label, titles)) {
		return true
	}
	if f == nil {
		return false
	}
	choices := len(f.Options) > 0
	for i := range f.Options {
		choices = choices && p.onlyWords(f.Options[i].Label, titles)
	}
	return choices || p.onlyWords(f.Label, titles)
}

// onlyWords reports whether a text consists of the words alone, in a language
// of the policy.
func (p *pass) onlyWords(t policy.Text, words map[locale.Tag][]string) bool {
	for _, tag := range p.doc.Languages {
		parts := strings.FieldsFunc(strings.ToLower(t.In(tag)), func(r rune) bool { return !isLetter(r) })
		foreign := func(part string) bool { return !slices.Contains(words[tag], part) }
		if len(parts) > 0 && !slices.ContainsFunc(parts, foreign) {
			return true
		}
	}
	return false
}
