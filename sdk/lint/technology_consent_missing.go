package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var technologyConsentMissing = Rule{
	Code: "technology-consent-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{Other: "Article 5(3) of Directive 2002/58/EC", Source: eprivacyText, Verified: true},
		{GDPR: "6(1)(a)", Source: gdprText, Verified: true},
		{Other: "Court of Justice, C-673/17 (Planet49)", Source: "general knowledge"},
	},
	Title:   "A cookie that is not needed is set without asking",
	Message: `technology "{technology}" is not necessary and names no consent: name one under "consent", or set necessary if the service fails without it`,
	Explanation: `What is stored on somebody's telephone or read from it belongs to that person.
Unless the service that they asked for does not work without it, they must be
asked first, and no must be as easy as yes. That holds for scripts and pixels as
for cookies, and whether or not the data are personal.`,
	Avoid: `technologies:
  - {id: statistics, kind: cookie}`,
	Prefer: `technologies:
  - {id: statistics, kind: cookie, consent: statistics}
  - {id: session, kind: cookie, necessary: true}`,
	check: func(p *pass) {
		for i := range p.doc.Technologies {
			if t := &p.doc.Technologies[i]; t.Kind != policy.Log && !t.Necessary && t.Consent == "" {
				p.report(entry("technologies", i, "consent"), arg("technology", label(t.ID, entry("technologies", i))))
			}
		}
	},
}
