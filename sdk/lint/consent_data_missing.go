package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentDataMissing = Rule{
	Code: "consent-data-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "4(11)", Source: gdprText, Verified: true},
		{Other: "Recital 42 of the GDPR", Source: gdprText, Verified: true},
		{Other: "EDPB Guidelines 05/2020 on consent", Source: "general knowledge"},
	},
	Title:   "A consent is about no data",
	Message: `consent "{consent}" does not say which data it is about: name them`,
	Explanation: `People can weigh a yes only if they know which of their data it is
about. The kinds of data belong to the least that must be told before a consent
counts as informed. Name them, so that the question can be put with them.`,
	Avoid: `consents:
  - id: newsletter
    text: {en: "Yes, the school may send me its newsletter."}`,
	Prefer: `consents:
  - id: newsletter
    data: [email]
    text: {en: "Yes, the school may send me its newsletter."}`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			if c := &p.doc.Consents[i]; c.Kind != policy.SecrecyWaiver && len(c.Data) == 0 {
				p.reportConsent(i, "data")
			}
		}
	},
}
