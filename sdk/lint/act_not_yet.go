package lint

import "github.com/lagrum/lagrum/sdk/diag"

var actNotYet = Rule{
	Code: "act-not-yet", Severity: diag.Error, Since: "0.1",
	Cites: []Cite{
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
	},
	Title:   "An act that is cited is not in force yet",
	Message: `"{act}" is not in force yet`,
	Hints: []string{
		hintFirstDay: `its first day is {from}, and the policy is judged as of {date}`,
		hintProposal: `it is a proposal that has not been adopted`,
	},
	Explanation: `A law binds from its first day. Until then it lays down no task, no duty and no
period, so nothing can rest on it. Wait with this version of the policy, cite
what holds until then, or set the day from which the policy applies right.`,
	Avoid: `effectiveFrom: 2018-01-01
regime: EU-GDPR`,
	Prefer: `effectiveFrom: 2018-05-25
regime: EU-GDPR`,
	check: func(p *pass) {
		for path, id := range p.citedActs() {
			t, ok := p.termOf(id)
			switch {
			case ok && t.proposal:
				p.reportHint(hintProposal, path, arg("act", string(id)))
			case ok && !p.at.IsZero() && p.at.Before(t.from):
				p.reportHint(hintFirstDay, path, arg("act", string(id)), arg("from", t.from.String()), arg("date", p.at.String()))
			}
		}
	},
}

// The hints of the rule.
const (
	hintFirstDay = 0
	hintProposal = 1
)
