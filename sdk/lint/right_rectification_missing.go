package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var rightRectificationMissing = Rule{
	Code: "right-rectification-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(b)", Source: gdprText, Verified: true},
		{GDPR: "16", Source: gdprText, Verified: true},
	},
	Title:   "The right to rectification is missing",
	Message: `the notice does not say that people can have wrong data put right: list the right "rectification" under rights`,
	Explanation: `A wrong birth date or a misspelt name follows a person through certificates and
registers. The notice must say that people can have such things put right. In a
transcribed notice Lagrum adds nothing, so that the gap is seen.`,
	Avoid: `asPublished: true
regime: EU-GDPR
rights:
  - right: information`,
	Prefer: `asPublished: true
regime: EU-GDPR
rights:
  - right: rectification`,
	check: func(p *pass) {
		p.rightMissing(law.Rectification)
	},
}
