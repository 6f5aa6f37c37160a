package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentPurposeMissing = Rule{
	Code: "consent-purpose-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "4(11)", Source: gdprText, Verified: true},
		{Other: "Recital 42 of the GDPR", Source: gdprText, Verified: true},
		{Other: "EDPB Guidelines 05/2020 on consent", Source: "general knowledge"},
	},
	Title:   "A consent is for no purpose",
	Message: `consent "{consent}" does not say what it is for: name its purpose`,
	Explanation: `Consent is given to something specific. Without a purpose nobody
can know what they agree to, and nobody can later tell what the consent allows.
Name the one purpose that it is for.`,
	Avoid: `consents:
  - id: newsletter
    text: {en: "Yes, the school may send me its newsletter."}`,
	Prefer: `consents:
  - id: newsletter
    purposes: [newsletter]
    text: {en: "Yes, the school may send me its newsletter."}`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			if c := &p.doc.Consents[i]; c.Kind != policy.SecrecyWaiver && len(c.Purposes) == 0 {
				p.reportConsent(i, "purposes")
			}
		}
	},
}
