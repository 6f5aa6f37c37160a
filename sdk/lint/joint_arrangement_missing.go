package lint

import "github.com/lagrum/lagrum/sdk/diag"

var jointArrangementMissing = Rule{
	Code: "joint-arrangement-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "26(1)", Source: gdprText, Verified: true},
		{GDPR: "26(2)", Source: gdprText, Verified: true},
	},
	Title:   "Several controllers, and nothing on who does what",
	Message: `activity "{activity}" has several controllers: say under joint what they have agreed`,
	Hints: []string{
		`one {scope} from which it takes its controller names several`,
	},
	Explanation: `Those who decide together over the same processing must agree openly on who tells
people of it and who answers their requests. Without that each can point to the
other. If they do not decide together, each has an activity of its own.`,
	Avoid: `activities:
  - id: enrolment
    controllers: [school, foundation]`,
	Prefer: `activities:
  - id: enrolment
    controllers: [school, foundation]
    joint:
      essence: {en: The school answers your questions. The foundation keeps the data.}`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for i := range p.doc.Activities {
			a := &p.doc.Activities[i]
			switch {
			case a.Joint != nil:
			case several(a.Controllers):
				p.reportActivity(i, "joint")
			case p.rosterOf(i).joint:
				p.reportHint(0, entry("activities", i, "joint"), p.activityArg(i), arg("scope", string(a.ControllerPer)))
			}
		}
	},
}
