package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentExpiryMissing = Rule{
	Code: "consent-expiry-missing", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(e)", Source: gdprText, Verified: true},
		{GDPR: "7(1)", Source: gdprText, Verified: true},
		{Other: "EDPB Guidelines 05/2020 on consent", Source: "general knowledge"},
	},
	Title:   "A consent is asked for once and for ever",
	Message: `consent "{consent}" goes on until somebody withdraws it: write under "expires" after how long you ask again`,
	Explanation: `The law sets no time after which a consent lapses. But people
forget what they once agreed to, and after some years a yes says little about
what they want today. Guidelines advise to ask again at intervals; two years
suit most newsletters. Where the data go at a fixed time anyway, the consent
ends with them and nothing need be written.`,
	Avoid: `activities:
  - {id: newsletter, consents: [newsletter], retention: [until-withdrawn]}
retention:
  - {id: until-withdrawn, trigger: consent-withdrawn, period: P0D}
consents:
  - id: newsletter`,
	Prefer: `activities:
  - {id: newsletter, consents: [newsletter], retention: [until-withdrawn]}
retention:
  - {id: until-withdrawn, trigger: consent-withdrawn, period: P0D}
consents:
  - id: newsletter
    expires: P2Y`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			c := &p.doc.Consents[i]
			if c.Kind == policy.SecrecyWaiver || c.Expires != (date.Period{}) {
				continue
			}
			users := p.usersOf("consent", c.ID)
			if len(users) > 0 && !slices.ContainsFunc(users, p.endsByItself) {
				p.reportConsent(i, "expires")
			}
		}
	},
}

// endsByItself reports whether a retention rule of the activity has an end that
// does not wait for somebody to withdraw a consent.
func (p *pass) endsByItself(i int) bool {
	return p.once("end", i, func() bool {
		return slices.ContainsFunc(p.doc.Activities[i].Retention, func(id string) bool {
			r := named(p, p.doc.Retention, "retention", id)
			return r != nil && r.Lasts == "" && r.Trigger != policy.ConsentWithdrawn && r.Period != (date.Period{})
		})
	})
}
