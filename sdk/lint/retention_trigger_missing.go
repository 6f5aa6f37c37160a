package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var retentionTriggerMissing = Rule{
	Code: "retention-trigger-missing", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "13(2)(a)", Source: gdprText, Verified: true}},
	Title:   "A period without the day on which it begins",
	Message: `retention rule "{rule}" does not say from which event its time runs: set trigger or triggerText`,
	Explanation: `"Two years" means nothing until one knows two years from what: the enrolment, the
end of the course, the last log-in. Each gives another day. A rule that lasts
while something is so must say what.`,
	Avoid: `retention:
  - id: accounts
    period: P2Y`,
	Prefer: `retention:
  - id: accounts
    trigger: last-login
    period: P2Y`,
	check: func(p *pass) {
		for i := range p.doc.Retention {
			r := &p.doc.Retention[i]
			named := r.Trigger != "" && r.Trigger != policy.OtherTrigger || !r.TriggerText.IsZero()
			switch {
			case named || timeless(r) || r.Lasts == policy.Forever:
			case r.Trigger == policy.OtherTrigger:
				p.reportRule(i, "triggerText")
			default:
				p.reportRule(i, "trigger")
			}
		}
	},
}
