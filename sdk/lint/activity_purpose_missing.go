package lint

import "github.com/lagrum/lagrum/sdk/diag"

var activityPurposeMissing = Rule{
	Code: "activity-purpose-missing", Severity: diag.Error, Since: "0.1",
	Cites: []Cite{
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(b)", Source: gdprText, Verified: true},
	},
	Title:   "An activity has no purpose",
	Message: `activity "{activity}" has no purpose`,
	Explanation: `Personal data may be collected only for purposes that are stated, and the people
concerned must be told them. Everything else is measured by the purpose: which
data are needed, how long, and whether a later use is a new one.`,
	Avoid: `activities:
  - id: enrolment
    data: [name]`,
	Prefer: `purposes:
  - id: enrol
    title: {en: Enrolment in courses}
    text: {en: We register you for the course you choose.}
activities:
  - id: enrolment
    purposes: [enrol]
    data: [name]`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			if len(p.doc.Activities[i].Purposes) == 0 {
				p.reportActivity(i, "purposes")
			}
		}
	},
}
