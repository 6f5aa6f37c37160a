package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consequenceMissing = Rule{
	Code: "consequence-missing", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "13(2)(e)", Source: gdprText, Verified: true}},
	Title:   "People are not told what follows if they give nothing",
	Message: `activity "{activity}" needs the data, and does not say what happens without them: write it under consequence`,
	Explanation: `Where data must be given, people must be told what follows if they are not. Most
often it is simple: no place on the course, no invoice. Said in advance, it lets
people choose another way in time.`,
	Avoid: `activities:
  - id: enrolment
    necessity: contractual`,
	Prefer: `activities:
  - id: enrolment
    necessity: contractual
    consequence: {en: Without your e-mail address you cannot enrol.}`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for i := range p.doc.Activities {
			a := &p.doc.Activities[i]
			if a.Necessity != "" && a.Necessity != policy.Voluntary && a.Consequence.IsZero() {
				p.reportActivity(i, "consequence")
			}
		}
	},
}
