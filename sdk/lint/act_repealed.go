package lint

import "github.com/lagrum/lagrum/sdk/diag"

var actRepealed = Rule{
	Code: "act-repealed", Severity: diag.Error, Since: "0.1",
	Cites: []Cite{
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
	},
	Title:   "An act that is cited is no longer in force",
	Message: `"{act}" is no longer in force: its last day was {to}`,
	Explanation: `Nothing rests on a law that is gone. What the notice says of rights, periods and
grounds may have changed with it: the Swedish act of 1998 gave one free extract
a year, the Regulation sets no such limit. The law is looked up on the day from
which the policy applies; a policy without that day is judged by the acts that
have no known end.`,
	Avoid: `effectiveFrom: 2026-09-01
regime: SE-PUL`,
	Prefer: `effectiveFrom: 2026-09-01
regime: EU-GDPR`,
	check: func(p *pass) {
		for path, id := range p.citedActs() {
			if t, ok := p.termOf(id); ok && t.over(p.at) {
				p.report(path, arg("act", string(id)), arg("to", t.to.String()))
			}
		}
	},
}
