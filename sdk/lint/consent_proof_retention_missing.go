package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentProofRetentionMissing = Rule{
	Code: "consent-proof-retention-missing", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(e)", Source: gdprText, Verified: true},
		{GDPR: "7(1)", Source: gdprText, Verified: true},
	},
	Title:   "Nothing says how long the proof of a consent is kept",
	Message: `nothing says how long the proof of consent "{consent}" is kept: give a datum the term dpv:ConsentRecord, and the activity that has it a retention rule`,
	Explanation: `Whoever relies on consent must be able to prove it, and so keeps who said
yes to what, and when. These are personal data too, and may be kept after the consent has
ended only for as long as somebody can question it. Describe them as a datum with the term
dpv:ConsentRecord, in an activity that names the consent or, for all consents, none.
Its rule runs from the day on which the consent ended (trigger consent-withdrawn), and the log
of consents follows it. A waiver of secrecy is no consent to processing, and an answer about
storage on a device can be kept there alone.`,
	Avoid: `activities:
  - {id: newsletter, consents: [newsletter]}
consents:
  - id: newsletter`,
	Prefer: `data:
  - {id: answers, term: "dpv:ConsentRecord"}
activities:
  - {id: newsletter, consents: [newsletter]}
  - {id: proof-of-consent, data: [answers], retention: [two-years]}
retention:
  - {id: two-years, trigger: consent-withdrawn, period: P2Y}
consents:
  - id: newsletter`,
	check: func(p *pass) {
		if p.doc.AsPublished {
			return // a notice need not tell of it
		}
		proved, all := p.proved()
		for i := range p.doc.Consents {
			c := &p.doc.Consents[i]
			waits := c.Kind != policy.SecrecyWaiver && c.Kind != policy.DeviceStorage && len(p.usersOf("consent", c.ID)) > 0
			if waits && !all && !proved[c.ID] {
				p.reportConsent(i)
			}
		}
	},
}

// proved gives the consents whose proof has a retention rule, or says that all have.
func (p *pass) proved() (consents map[string]bool, all bool) {
	consents = map[string]bool{}
	for i := range p.doc.Activities {
		a := &p.doc.Activities[i]
		if !p.limitsProof(a) {
			continue
		}
		all = all || len(a.Consents) == 0
		for _, id := range a.Consents {
			consents[id] = true
		}
	}
	return consents, all
}

// limitsProof reports whether the activity has the proof of consent, and a
// retention rule for it.
func (p *pass) limitsProof(a *policy.Activity) bool {
	return slices.ContainsFunc(a.Data, func(datum string) bool {
		d := p.datum(datum)
		return d != nil && d.IsConsentRecord() && slices.ContainsFunc(a.Retention, func(id string) bool {
			r := named(p, p.doc.Retention, "retention", id)
			return r != nil && (len(r.Data) == 0 || slices.Contains(r.Data, datum))
		})
	})
}
