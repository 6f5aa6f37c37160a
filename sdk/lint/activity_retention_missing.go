package lint

import "github.com/lagrum/lagrum/sdk/diag"

var activityRetentionMissing = Rule{
	Code: "activity-retention-missing", Severity: diag.Error, Since: "0.1",
	Cites: []Cite{
		{GDPR: "13(2)(a)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(e)", Source: gdprText, Verified: true},
	},
	Title:   "An activity does not say when its data go",
	Message: `activity "{activity}" does not say how long its data are kept`,
	Explanation: `People must be told how long their data are kept or, where no period can be
given, what decides it. Data may not be kept longer than the purpose needs; what
has no end is kept for ever. The rule is also what the deletion dates are
computed from.`,
	Avoid: `activities:
  - id: enrolment
    data: [name, email]`,
	Prefer: `retention:
  - id: after-course
    trigger: course-end
    period: P6M
activities:
  - id: enrolment
    data: [name, email]
    retention: [after-course]`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			if len(p.doc.Activities[i].Retention) == 0 {
				p.reportActivity(i, "retention")
			}
		}
	},
}
