package lint

import "github.com/lagrum/lagrum/sdk/diag"

var activityDataMissing = Rule{
	Code: "activity-data-missing", Severity: diag.Error, Since: "0.1",
	Cites: []Cite{
		{GDPR: "30(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "14(1)(d)", Source: gdprText, Verified: true},
	},
	Title:   "An activity names no data",
	Message: `activity "{activity}" does not say which data it uses`,
	Explanation: `The record of processing must list the categories of data, and so must the
notice where the data come from somebody else. Without them nobody can see
whether the activity takes more than it needs, whether special categories are
among them, or what a deletion has to reach.`,
	Avoid: `activities:
  - id: enrolment
    purposes: [enrol]`,
	Prefer: `activities:
  - id: enrolment
    purposes: [enrol]
    data: [name, email]`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			if len(p.doc.Activities[i].Data) == 0 {
				p.reportActivity(i, "data")
			}
		}
	},
}
