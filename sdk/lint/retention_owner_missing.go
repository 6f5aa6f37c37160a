package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
)

var retentionOwnerMissing = Rule{
	Code: "retention-owner-missing", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(2)", Source: gdprText, Verified: true},
		{GDPR: "24(1)", Source: gdprText, Verified: true},
	},
	Title:   "Nobody sees to it that data go",
	Message: `retention rule "{rule}" has no owner: name the party that sees to it`,
	Explanation: `A period that is nobody's task runs out and nothing happens. Name the unit or the
function that erases. Where the controller differs from event to event it is the
controller of each event, and need not be named. A notice does not have to say
who erases, so a transcript of a published one is not asked for it.`,
	Avoid: `retention:
  - id: after-course
    trigger: course-end
    period: P6M
activities:
  - id: enrolment
    controllers: [school]
    retention: [after-course]`,
	Prefer: `retention:
  - id: after-course
    trigger: course-end
    period: P6M
    owner: school
activities:
  - id: enrolment
    controllers: [school]
    retention: [after-course]`,
	check: func(p *pass) {
		if p.doc.AsPublished {
			return
		}
		for i := range p.doc.Retention {
			r := &p.doc.Retention[i]
			users := p.ruledBy(r.ID)
			perScope := func(n int) bool { return p.doc.Activities[n].ControllerPer != "" }
			if r.Owner == "" && len(users) > 0 && !slices.ContainsFunc(users, perScope) {
				p.reportRule(i, "owner")
			}
		}
	},
}
