package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentWithdrawMissing = Rule{
	Code: "consent-withdraw-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "7(3)", Source: gdprText, Verified: true},
		{GDPR: "13(2)(c)", Source: gdprText, Verified: true},
	},
	Title:   "Nobody is told how to withdraw a consent",
	Message: `consent "{consent}" does not say how to withdraw it: write that under "withdraw"`,
	Explanation: `Everybody may withdraw a consent at any time, and must be told so
before giving it. A right that one reads of in a distant notice is of little use
to somebody who wants to take back this very answer. Say in one sentence where
to do it; it must be as easy as saying yes was.`,
	Avoid: `consents:
  - id: newsletter`,
	Prefer: `consents:
  - id: newsletter
    withdraw: {en: Follow the link at the end of each newsletter.}`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			if c := &p.doc.Consents[i]; c.Kind != policy.SecrecyWaiver && c.Withdraw.IsZero() {
				p.reportConsent(i, "withdraw")
			}
		}
	},
}
