package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var declaresNoMarketing = Rule{
	Code: "declares-no-marketing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(b)", Source: gdprText, Verified: true},
		{GDPR: "21(2)", Source: gdprText, Verified: true},
	},
	Title:   "No marketing, says the policy that has it as a purpose",
	Message: `the policy denies marketing, and {kind} "{id}" serves it: take the statement back, or give the purpose its right name`,
	Explanation: `A newsletter that recommends courses is marketing, whatever it is called. People
who read that their address is never used for that feel deceived by the first
letter. They also have a right to object to marketing that the statement hides
from them.`,
	Avoid: `purposes:
  - {id: newsletter, term: "dpv:DirectMarketing"}
activities:
  - {id: letters, purposes: [newsletter]}
declarations:
  - {id: never, denies: marketing}`,
	Prefer: `purposes:
  - {id: course-mail, term: "dpv:CommunicationManagement"}
activities:
  - {id: letters, purposes: [course-mail]}
declarations:
  - {id: never, denies: marketing}`,
	check: func(p *pass) {
		p.deny(policy.DeniesMarketing, p.inActivities(func(a *policy.Activity) bool {
			return slices.ContainsFunc(a.Purposes, func(id string) bool { return isMarketing(p.purpose(id)) })
		}))
	},
}
