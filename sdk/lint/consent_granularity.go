package lint

import (
	"strconv"

	"github.com/lagrum/lagrum/sdk/diag"
)

var consentGranularity = Rule{
	Code: "consent-granularity", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "4(11)", Source: gdprText, Verified: true},
		{Other: "Recital 43 of the GDPR", Source: gdprText, Verified: true},
		{Other: "EDPB Guidelines 05/2020 on consent", Source: "general knowledge"},
	},
	Title:   "One consent covers several purposes",
	Message: `consent "{consent}" covers {count} purposes: ask for each on its own`,
	Explanation: `Consent is given for a specific purpose. Somebody who wants the
newsletter but no pictures on the web has no way to say so if one tick stands
for both, so the tick is not a free choice. Make a consent of each purpose, with
a box of its own.`,
	Avoid: `consents:
  - id: everything
    purposes: [newsletter, pictures]
purposes:
  - id: newsletter
  - id: pictures`,
	Prefer: `consents:
  - id: newsletter
    purposes: [newsletter]
  - id: pictures
    purposes: [pictures]
purposes:
  - id: newsletter
  - id: pictures`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			if n := len(p.doc.Consents[i].Purposes); n > 1 {
				p.report(entry("consents", i, "purposes"), arg(p.consentArg(i)), arg("count", strconv.Itoa(n)))
			}
		}
	},
}
