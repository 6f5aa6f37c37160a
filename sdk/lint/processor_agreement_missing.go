package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var processorAgreementMissing = Rule{
	Code: "processor-agreement-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "28(3)", Source: gdprText, Verified: true},
		{GDPR: "28(9)", Source: gdprText, Verified: true},
	},
	Title:   "A processor works without an agreement",
	Message: `no agreement binds processor "{processor}": give its reference, who signed it and when`,
	Explanation: `A supplier may handle people's data only under a written agreement that ties it to
the controller's orders: for what, for how long, how safely. Without one it is
free to do as it likes, and the controller answers for that. A notice does not
have to tell of agreements, so a transcript of a published one is not asked for
them.`,
	Avoid: `processors:
  - id: hosting
    party: host
    for: [school]`,
	Prefer: `processors:
  - id: hosting
    party: host
    for: [school]
    agreement:
      reference: 2026-1
      signedBy: school
      date: 2026-06-15`,
	check: func(p *pass) {
		if p.doc.AsPublished || !p.modern() {
			return
		}
		for i := range p.doc.Processors {
			if saysNothing(p.doc.Processors[i].Agreement) {
				p.report(entry("processors", i, "agreement"), p.processorArg(i))
			}
		}
	},
}

// saysNothing reports whether there is no agreement, or one of which the
// policy tells nothing.
func saysNothing(a *policy.Agreement) bool {
	return a == nil || a.Reference == "" && a.SignedBy == "" && a.Date.IsZero() && len(a.Content) == 0
}
