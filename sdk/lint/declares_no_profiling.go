package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var declaresNoProfiling = Rule{
	Code: "declares-no-profiling", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "4(4)", Source: gdprText, Verified: true},
		{GDPR: "13(2)(f)", Source: gdprText, Verified: true},
	},
	Title:   "No profiling, says the policy that does it",
	Message: `the policy denies profiling, and {kind} "{id}" makes profiles: take the statement back, or limit it with data or system`,
	Explanation: `Suggestions drawn from what somebody has opened are a profile in the sense of
the law, also where they are harmless. People who read that none is made cannot
say no to it. Limit the statement to what it is true of.`,
	Avoid: `activities:
  - {id: suggestions, profiling: {}}
declarations:
  - {id: never, denies: profiling}`,
	Prefer: `activities:
  - {id: suggestions}
declarations:
  - {id: never, denies: profiling}`,
	check: func(p *pass) {
		p.deny(policy.DeniesProfiling, p.inActivities(func(a *policy.Activity) bool { return a.Profiling != nil }))
	},
}
