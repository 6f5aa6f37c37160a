package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var nationalnumberPublished = Rule{
	Code: "nationalnumber-published", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(f)", Source: gdprText, Verified: true},
		{GDPR: "25(2)", Source: gdprText, Verified: true},
		{Other: "databeskyttelsesloven § 11, stk. 3", Source: dblText, Verified: true},
	},
	Title:   "A national number is shown to everybody",
	Message: `"{datum}" is a national identification number and shown to everybody: take it away there`,
	Explanation: `With a name and a national number a stranger can take a loan,
redirect mail or log in as somebody else. No purpose of a course or a school
calls for showing it in public, and Danish law says in so many words that a
private organisation needs consent to publish it. Show a name, or a number made
up for the purpose.`,
	Avoid: `data:
  - {id: number, nationalNumber: se.personnummer}
visibility:
  - {id: list, audience: public, data: [number]}`,
	Prefer: `data:
  - {id: number, nationalNumber: se.personnummer}
visibility:
  - {id: own, audience: self, data: [number]}`,
	check: func(p *pass) {
		for i := range p.doc.Visibility {
			if v := &p.doc.Visibility[i]; v.Audience == policy.Public || v.Audience == policy.PublicIndexed {
				p.reportNumbers(entry("visibility", i, "data"), v.Data)
			}
		}
		for i := range p.doc.Recipients {
			if r := &p.doc.Recipients[i]; r.Kind == policy.PublicRecipient {
				p.reportNumbers(entry("recipients", i, "data"), r.Data)
			}
		}
	},
}

// reportNumbers notes the national numbers in a list of data.
func (p *pass) reportNumbers(path diag.Path, ids []string) {
	for j, id := range ids {
		if d := p.datum(id); d != nil && d.NationalNumber != "" {
			p.report(path.Index(j), arg("datum", id))
		}
	}
}
