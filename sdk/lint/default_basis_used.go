package lint

import "github.com/lagrum/lagrum/sdk/diag"

var defaultBasisUsed = Rule{
	Code: "default-basis-used", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "6(1)", Source: gdprText, Verified: true},
	},
	Title:   "An activity falls back on the basis of everything",
	Message: `activity "{activity}" has no basis of its own: name the one on which it rests`,
	Explanation: `Each purpose has one basis, and the notice must tell which. A clause for everything
that is not mentioned leaves it open whether anybody has thought of this purpose.
It is also the clause under which new purposes slip in unseen.`,
	Avoid: `defaultBasis: {article: 6(1)(e)}
activities:
  - id: enrolment
    purposes: [enrolment]`,
	Prefer: `activities:
  - id: enrolment
    purposes: [enrolment]
    basis: {article: 6(1)(e)}`,
	check: func(p *pass) {
		if p.doc.DefaultBasis == nil || !p.modern() {
			return
		}
		for i := range p.doc.Activities {
			if p.doc.Activities[i].Basis == nil {
				p.reportActivity(i, "basis")
			}
		}
	},
}
