package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentActivityMissing = Rule{
	Code: "consent-activity-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "7(1)", Source: gdprText, Verified: true},
		{GDPR: "6(1)(a)", Source: gdprText, Verified: true},
	},
	Title:   "An activity rests on consent that nobody is asked for",
	Message: `activity "{activity}" rests on consent: name under "consents" the one that people give`,
	Explanation: `The controller must be able to show that each person has
consented. Where the policy does not say what people are asked, and how, there
is nothing to show and nothing that they could withdraw. Describe the consent,
and name it in the activity; a waiver of secrecy is not one.`,
	Avoid: `regime: EU-GDPR
activities:
  - id: newsletter
    basis: {article: 6(1)(a)}`,
	Prefer: `regime: EU-GDPR
activities:
  - id: newsletter
    basis: {article: 6(1)(a)}
    consents: [newsletter]
consents:
  - id: newsletter
    text: {en: "Yes, the school may e-mail me its newsletter."}`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			if p.restsOnConsent(i) && !p.asksForConsent(i) {
				p.reportActivity(i, "consents")
			}
		}
	},
}

// asksForConsent reports whether the activity names a consent to processing.
func (p *pass) asksForConsent(i int) bool {
	return p.once("consent", i, func() bool {
		return slices.ContainsFunc(p.doc.Activities[i].Consents, func(id string) bool {
			c := p.consent(id)
			return c == nil || c.Kind != policy.SecrecyWaiver
		})
	})
}
