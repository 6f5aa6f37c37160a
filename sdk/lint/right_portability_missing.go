package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var rightPortabilityMissing = Rule{
	Code: "right-portability-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(b)", Source: gdprText, Verified: true},
		{GDPR: "20(1)", Source: gdprText, Verified: true},
	},
	Title:   "The right to data portability is missing",
	Message: `the notice does not say that people can have their data in a file to take elsewhere, which activity "{activity}" gives them: list the right "portability" under rights`,
	Explanation: `What people have given by consent or under a contract they may take to somebody
else, in a file that machines can read. The notice must say so where an activity
rests on one of the two. Where none does, there is nothing to tell.`,
	Avoid: `asPublished: true
regime: EU-GDPR
activities:
  - {id: enrolment, basis: {article: 6(1)(b)}}`,
	Prefer: `asPublished: true
regime: EU-GDPR
activities:
  - {id: enrolment, basis: {article: 6(1)(b)}}
rights:
  - right: portability`,
	check: func(p *pass) {
		p.basedRightMissing(law.Portability)
	},
}
