package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var controllerRepresentativeMissing = Rule{
	Code: "controller-representative-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "27(1)", Source: gdprText, Verified: true},
	},
	Title:   "A controller outside the EEA has nobody to represent it there",
	Message: `controller "{party}" is established in {country}, outside the EEA: name its representative in the Union`,
	Explanation: `A controller without an establishment in the Union that offers courses to people
there must have a representative, and the notice must name it. Otherwise people
and authorities have nobody within reach. Public authorities of other countries
are free of this duty.`,
	Avoid: `regime: EU-GDPR
parties:
  - id: online-academy
    country: US
activities:
  - id: enrolment
    controllers: [online-academy]`,
	Prefer: `regime: EU-GDPR
parties:
  - id: online-academy
    country: US
    representative: academy-ireland
  - id: academy-ireland
    country: IE
activities:
  - id: enrolment
    controllers: [online-academy]`,
	check: func(p *pass) {
		if p.governing() != law.GDPR {
			return // no other regime in the tables has the duty
		}
		for i := range p.doc.Parties {
			x := &p.doc.Parties[i]
			abroad := x.Country != "" && !law.InEEA(x.Country, p.at)
			if abroad && x.Representative == "" && p.isController(x.ID) && !p.isAuthority(x.ID) {
				p.report(entry("parties", i, "representative"), p.partyArg(i), arg("country", x.Country))
			}
		}
	},
}
