package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var declaresNoAutomated = Rule{
	Code: "declares-no-automated", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "22(1)", Source: gdprText, Verified: true},
		{GDPR: "13(2)(f)", Source: gdprText, Verified: true},
	},
	Title:   "No automated decisions, says the policy that makes them",
	Message: `the policy denies decisions by machine alone, and {kind} "{id}" makes them: take the statement back, or let a human being decide`,
	Explanation: `Where a machine alone decides on a place or a grade, people have the right to a
human being. A notice that denies it takes that right from them, though another
part of it tells how the machine decides.`,
	Avoid: `activities:
  - {id: admission, profiling: {decides: true}}
declarations:
  - {id: never, denies: automated-decisions}`,
	Prefer: `activities:
  - {id: suggestions, profiling: {}}
declarations:
  - {id: never, denies: automated-decisions}`,
	check: func(p *pass) {
		p.deny(policy.DeniesAutomated, p.inActivities(func(a *policy.Activity) bool { return a.Profiling != nil && a.Profiling.Decides }))
	},
}
