package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var rightObjectionMissing = Rule{
	Code: "right-objection-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(b)", Source: gdprText, Verified: true},
		{GDPR: "21(1)", Source: gdprText, Verified: true},
		{GDPR: "21(4)", Source: gdprText, Verified: true},
	},
	Title:   "The right to object is missing",
	Message: `the notice does not say that people can object to activity "{activity}": list the right "objection" under rights`,
	Explanation: `Where an authority decides that its task calls for the data, or a company that
its interest does, nobody asks the people concerned. Their answer is the right
to object, and the notice must tell of it clearly and apart from everything
else. A published notice that rests on either and keeps silent takes it from
them.`,
	Avoid: `asPublished: true
regime: EU-GDPR
activities:
  - {id: evaluation, basis: {article: 6(1)(e)}}`,
	Prefer: `asPublished: true
regime: EU-GDPR
activities:
  - {id: evaluation, basis: {article: 6(1)(e)}}
rights:
  - right: objection`,
	check: func(p *pass) {
		p.basedRightMissing(law.Objection)
	},
}
