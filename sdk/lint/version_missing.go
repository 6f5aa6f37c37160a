package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
)

var versionMissing = Rule{
	Code: "version-missing", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(2)", Source: gdprText, Verified: true},
		{GDPR: "7(1)", Source: gdprText, Verified: true},
	},
	Title:   "The policy has no version",
	Message: `the policy has no version: number it, such as "1" or "2026-1"`,
	Explanation: `Whoever consents or enrols is told what stands in one version of the text.
Without a number nobody can show later which one it was, and two printed notices
cannot be told apart. A date or a plain number will do.`,
	Avoid: `effectiveFrom: 2026-09-01`,
	Prefer: `version: "2026-1"
effectiveFrom: 2026-09-01`,
	check: func(p *pass) {
		if p.doc.Version == "" && !p.doc.AsPublished {
			p.report("/version")
		}
	},
}
