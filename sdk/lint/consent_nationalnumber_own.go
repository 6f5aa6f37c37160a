package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentNationalnumberOwn = Rule{
	Code: "consent-nationalnumber-own", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "87", Source: gdprText, Verified: true},
		{Other: "Recital 43 of the GDPR", Source: gdprText, Verified: true},
		{Other: "databeskyttelsesloven § 11, stk. 2, nr. 2", Source: dblText, Verified: true},
		{Other: "tietosuojalaki 29 §", Source: tslText, Verified: true},
	},
	Title:   "A consent mixes a national number with other data",
	Message: `consent "{consent}" is about "{datum}" and about other data: ask for consent to the national number on its own`,
	Explanation: `A national identification number opens many doors, and some laws
let a private organisation use it only if the person agrees to just that. Hidden
in a consent to something else, the number is given away unseen. Make a consent
of its own that names the number and says why it is needed.`,
	Avoid: `data:
  - {id: cpr, nationalNumber: dk.cpr}
  - {id: email}
consents:
  - {id: enrolment, data: [email, cpr]}`,
	Prefer: `data:
  - {id: cpr, nationalNumber: dk.cpr}
  - {id: email}
consents:
  - {id: enrolment, data: [email]}
  - {id: number, data: [cpr]}`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			c := &p.doc.Consents[i]
			if len(c.Data) < 2 || c.Kind == policy.SecrecyWaiver {
				continue
			}
			for j, id := range c.Data {
				if d := p.datum(id); d != nil && d.NationalNumber != "" {
					p.report(entry("consents", i, "data").Index(j), arg(p.consentArg(i)), arg("datum", id))
					break
				}
			}
		}
	},
}
