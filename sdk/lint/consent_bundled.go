package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentBundled = Rule{
	Code: "consent-bundled", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "7(2)", Source: gdprText, Verified: true},
		{GDPR: "7(4)", Source: gdprText, Verified: true},
		{Other: "EDPB Guidelines 05/2020 on consent", Source: "general knowledge"},
	},
	Title:   "Consent is bundled with registering",
	Message: `consent "{consent}" is taken for given when somebody registers: ask for it apart, by ticking or signing`,
	Explanation: `Somebody who opens an account or enrols wants the account or the
course. If the same click also counts as a consent, that consent cannot be
refused without giving up the service, so it is not free. Ask for it in a
question of its own that leaves the registration as it is, whatever the answer.`,
	Avoid: `consents:
  - id: partners
    givenBy: [registering]`,
	Prefer: `consents:
  - id: partners
    givenBy: [ticking]`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			for j, act := range p.doc.Consents[i].GivenBy {
				if act == policy.ByRegistering {
					p.report(entry("consents", i, "givenBy").Index(j), arg(p.consentArg(i)))
				}
			}
		}
	},
}
