package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var rightWithdrawalMissing = Rule{
	Code: "right-withdrawal-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(c)", Source: gdprText, Verified: true},
		{GDPR: "7(3)", Source: gdprText, Verified: true},
	},
	Title:   "Nothing says that consent can be withdrawn",
	Message: `the notice rests on consent and does not say that it can be withdrawn: list the right "withdraw-consent" under rights, and say how`,
	Explanation: `A yes that cannot be taken back is no consent. Where anything rests on consent,
the notice must say that people can withdraw it at any time, and that what was
done before stays lawful. A sentence beside each consent that says how will do
too.`,
	Avoid: `asPublished: true
regime: EU-GDPR
activities:
  - {id: newsletter, basis: {article: 6(1)(a)}}`,
	Prefer: `asPublished: true
regime: EU-GDPR
activities:
  - {id: newsletter, basis: {article: 6(1)(a)}}
rights:
  - right: withdraw-consent`,
	check: func(p *pass) {
		if p.doc.AsPublished && p.grants(law.WithdrawConsent) && !p.states(law.WithdrawConsent) && p.lacksWayOut() {
			p.report("/rights")
		}
	},
}

// lacksWayOut reports whether something rests on consent and nothing beside it
// says how to withdraw it. A waiver of secrecy is no consent to processing.
func (p *pass) lacksWayOut() bool {
	for i := range p.doc.Consents {
		if c := &p.doc.Consents[i]; c.Kind != policy.SecrecyWaiver && c.Withdraw.IsZero() {
			return true
		}
	}
	for i := range p.doc.Activities {
		if p.restsOnConsent(i) && len(p.doc.Activities[i].Consents) == 0 {
			return true
		}
	}
	return false
}
