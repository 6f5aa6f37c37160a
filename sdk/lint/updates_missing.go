package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
)

var updatesMissing = Rule{
	Code: "updates-missing", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{Other: "WP260 rev.01, points 29 to 31", Source: "general knowledge"},
		{GDPR: "12(1)", Source: gdprText, Verified: true},
	},
	Title:   "Nothing says how people learn of changes",
	Message: `the policy does not say how people learn of changes: write that under "updates"`,
	Explanation: `A notice is read once and changed many times. If people are not told how they
hear of a change, the new text reaches only those who look. One sentence is
enough: a letter, a notice at log-in, a date on the page for small things.`,
	Avoid: `version: "1"`,
	Prefer: `languages: [en]
updates: {en: We e-mail you before anything important changes.}`,
	check: func(p *pass) {
		if p.doc.Updates.IsZero() {
			p.report("/updates")
		}
	},
}
