package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var secrecyWaiverWithdrawMissing = Rule{
	Code: "secrecy-waiver-withdraw-missing", Severity: diag.Warning, Since: "0.2",
	Cites:   []Cite{{Other: "OSL 12 kap. 2 §", Source: "general knowledge"}},
	Title:   "Nobody is told how to take a waiver of secrecy back",
	Message: `the waiver of secrecy "{consent}" does not say how to take it back: write that under "withdraw"`,
	Explanation: `Secrecy is there for the one whom the data are about, and whoever lifts it may let
it fall again for the time to come. People who are not told believe that it is
gone for good. Say in a sentence whom to turn to.`,
	Avoid: `languages: [sv]
consents:
  - id: secrecy
    kind: secrecy-waiver`,
	Prefer: `languages: [sv]
consents:
  - id: secrecy
    kind: secrecy-waiver
    withdraw: {sv: Säg till kursledaren så gäller sekretessen igen.}`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			if c := &p.doc.Consents[i]; c.Kind == policy.SecrecyWaiver && c.Withdraw.IsZero() {
				p.reportConsent(i, "withdraw")
			}
		}
	},
}
