package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var rightErasureMissing = Rule{
	Code: "right-erasure-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(b)", Source: gdprText, Verified: true},
		{GDPR: "17(1)", Source: gdprText, Verified: true},
	},
	Title:   "The right to erasure is missing",
	Message: `the notice does not say that people can have data erased: list the right "erasure" under rights, with its limits`,
	Explanation: `People can ask to have data erased that nobody needs any more or that were never
allowed. The notice must say so even where archives or accounts must be kept:
then it also says what stays. Silence makes people think that there is nothing
to ask for.`,
	Avoid: `asPublished: true
regime: EU-GDPR
rights:
  - right: information`,
	Prefer: `asPublished: true
regime: EU-GDPR
rights:
  - right: erasure`,
	check: func(p *pass) {
		p.rightMissing(law.Erasure)
	},
}
