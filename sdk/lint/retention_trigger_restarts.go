package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var retentionTriggerRestarts = Rule{
	Code: "retention-trigger-restarts", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(e)", Source: gdprText, Verified: true},
		{GDPR: "13(2)(a)", Source: gdprText, Verified: true},
	},
	Title:   "The period begins anew each time the course is held",
	Message: `retention rule "{rule}" runs from when the course was last held, and may never end: count from course-end, the end of the person's own course`,
	Explanation: `A course that is held every term has no last time. Somebody who took part in it
years ago would be kept as long as others go on taking it. Count from the end of
the course that the person took, or from the year that the material concerns.
Where people have agreed to the use and can end it themselves, there is nothing to
fear.`,
	Avoid: `retention:
  - id: participants
    trigger: last-course-held
    period: P5Y`,
	Prefer: `retention:
  - id: participants
    trigger: course-end
    period: P5Y`,
	check: func(p *pass) {
		for i := range p.doc.Retention {
			r := &p.doc.Retention[i]
			users := p.ruledBy(r.ID)
			agreed := len(users) > 0 && !slices.ContainsFunc(users, func(n int) bool { return !p.restsOnConsent(n) })
			if r.Trigger == policy.LastCourseHeld && !agreed && !p.anonymous(r) {
				p.reportRule(i, "trigger")
			}
		}
	},
}
