package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var rightRestrictionMissing = Rule{
	Code: "right-restriction-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(b)", Source: gdprText, Verified: true},
		{GDPR: "18(1)", Source: gdprText, Verified: true},
	},
	Title:   "The right to restriction is missing",
	Message: `the notice does not say that people can have the use of data stopped: list the right "restriction" under rights`,
	Explanation: `While a dispute goes on about whether data are right or allowed, people can
demand that the data lie untouched. It is the right that published notices
forget most often. The notice must tell of it like of the others.`,
	Avoid: `asPublished: true
regime: EU-GDPR
rights:
  - right: information`,
	Prefer: `asPublished: true
regime: EU-GDPR
rights:
  - right: restriction`,
	check: func(p *pass) {
		p.rightMissing(law.Restriction)
	},
}
