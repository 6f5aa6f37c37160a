package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var rightAccessMissing = Rule{
	Code: "right-access-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(b)", Source: gdprText, Verified: true},
		{GDPR: "15(1)", Source: gdprText, Verified: true},
	},
	Title:   "The right of access is missing",
	Message: `the notice does not say that people can see the data about them: list the right "access" under rights`,
	Explanation: `Whoever does not know what is stored cannot find a mistake in it. The notice
must tell of the right of access, also in a text that was written by somebody
else. A policy of your own is given the right by Lagrum; a transcribed one is
not.`,
	Avoid: `asPublished: true
regime: EU-GDPR
rights:
  - right: information`,
	Prefer: `asPublished: true
regime: EU-GDPR
rights:
  - right: access`,
	check: func(p *pass) {
		p.rightMissing(law.Access)
	},
}
