package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var retentionPeriodMissing = Rule{
	Code: "retention-period-missing", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "13(2)(a)", Source: gdprText, Verified: true}},
	Title:   "A retention rule says nothing of time",
	Message: `retention rule "{rule}" gives no time: say from which event it runs, and how long`,
	Explanation: `That data are erased, and by whom, does not tell when. People must learn the period
or, where none can be given, what decides it: an event, a state, a law. From a
rule without time no day of erasure can be worked out either, so nothing is ever
erased.`,
	Avoid: `retention:
  - id: accounts
    ground: {en: Accounts are erased by the school.}`,
	Prefer: `retention:
  - id: accounts
    trigger: school-leave
    period: P2M
    ground: {en: Accounts are erased by the school.}`,
	check: func(p *pass) {
		for i := range p.doc.Retention {
			if timeless(&p.doc.Retention[i]) {
				p.reportRule(i, "period")
			}
		}
	},
}

// timeless reports whether a rule gives neither event, nor period, nor state.
// An event without a period means at once.
func timeless(r *policy.Retention) bool {
	return r.Lasts == "" && r.Period.IsZero() && r.Trigger == "" && r.TriggerText.IsZero() && len(r.Stages) == 0
}
