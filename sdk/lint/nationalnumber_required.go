package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var nationalnumberRequired = Rule{
	Code: "nationalnumber-required", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "25(1)", Source: gdprText, Verified: true},
		{GDPR: "87", Source: gdprText, Verified: true},
	},
	Title:   "A national number must be given though no law demands it",
	Message: `"{datum}" must be given, and no activity that uses it rests on a duty by law: let it be optional, or ask for the birth date`,
	Explanation: `Who must give a national number to take an evening course is asked
for more than the course needs. A law or a public grant may call for it, and
then the activity says so. Else the number is optional at most, with a birth
date or a number of your own in its place.`,
	Avoid: `regime: EU-GDPR
data:
  - {id: number, nationalNumber: se.personnummer}
activities:
  - {id: enrolment, basis: {article: 6(1)(b)}, data: [number]}
forms:
  - id: enrolment
    fields:
      - {datum: number, required: true}`,
	Prefer: `regime: EU-GDPR
data:
  - {id: number, nationalNumber: se.personnummer}
activities:
  - {id: reporting, necessity: statutory, basis: {article: 6(1)(c)}, data: [number]}
forms:
  - id: enrolment
    fields:
      - {datum: number, required: true}`,
	check: func(p *pass) {
		asked := map[string]bool{}
		for i := range p.doc.Forms {
			for j := range p.doc.Forms[i].Fields {
				f := &p.doc.Forms[i].Fields[j]
				asked[f.Datum] = true
				if f.Required && p.freely(p.datum(f.Datum)) {
					p.report(entry("forms", i, "fields").Index(j).Key("required"), arg("datum", f.Datum))
				}
			}
		}
		for i := range p.doc.Data {
			if d := &p.doc.Data[i]; d.Provision == policy.Required && !asked[d.ID] && p.freely(d) {
				p.report(entry("data", i, "provision"), arg("datum", label(d.ID, entry("data", i))))
			}
		}
	},
}

// freely reports whether the datum is a national number that nothing demands by
// law and that nothing else can replace.
func (p *pass) freely(d *policy.Datum) bool {
	return d != nil && d.NationalNumber != "" && d.OneOf == "" && !slices.ContainsFunc(p.usersOf("datum", d.ID), func(i int) bool {
		basis, ok := p.basis(i)
		return p.doc.Activities[i].Necessity == policy.Statutory || ok && basis == law.LegalObligation
	})
}
