package lint

import "github.com/lagrum/lagrum/sdk/diag"

var activityControllerMissing = Rule{
	Code: "activity-controller-missing", Severity: diag.Error, Since: "0.1",
	Cites: []Cite{
		{GDPR: "13(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "30(1)(a)", Source: gdprText, Verified: true},
	},
	Title:   "An activity has no controller",
	Message: `nobody is the controller of activity "{activity}"`,
	Hints: []string{
		`it takes its controller from the {scope}, and no {scope} among the scopes has one`,
	},
	Explanation: `The controller decides why and how data are processed, and answers for it. People
must be told who that is, or their rights have no addressee. Where it differs
from event to event, from path to path or from system to system, at least one
scope of that kind must say who it is.`,
	Avoid: `activities:
  - id: enrolment
    controllerPer: event
scopes:
  - id: spring-seminar
    kind: event`,
	Prefer: `activities:
  - id: enrolment
    controllerPer: event
scopes:
  - id: spring-seminar
    kind: event
    controllers: [evening-school]
parties:
  - id: evening-school
    name: The Evening School`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			a := &p.doc.Activities[i]
			switch {
			case len(a.Controllers) > 0 || a.ControllerPer != "" && p.scopes[a.ControllerPer]:
			case a.ControllerPer == "":
				p.reportActivity(i, "controllers")
			default:
				path := entry("activities", i, "controllerPer")
				p.reportHint(0, path, p.activityArg(i), arg("scope", string(a.ControllerPer)))
			}
		}
	},
}
