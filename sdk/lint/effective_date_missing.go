package lint

import "github.com/lagrum/lagrum/sdk/diag"

var effectiveDateMissing = Rule{
	Code: "effective-date-missing", Severity: diag.Warning, Since: "0.1",
	Cites: []Cite{
		{GDPR: "5(2)", Source: gdprText, Verified: true},
		{Other: "WP260 rev.01, points 29 to 31", Source: "general knowledge"},
	},
	Title:   "The policy does not say from when it applies",
	Message: "the policy does not say from which day it applies",
	Explanation: `A notice without a date cannot show what people were told when they enrolled or
consented, and nobody sees that it has changed. The day is also the one whose law
the policy is judged by. Without it, acts with a known end count as gone, and
acts that are still to come count as in force.`,
	Avoid: `version: "2026-1"`,
	Prefer: `version: "2026-1"
effectiveFrom: 2026-09-01`,
	check: func(p *pass) {
		if p.doc.EffectiveFrom.IsZero() {
			p.report("/effectiveFrom")
		}
	},
}
