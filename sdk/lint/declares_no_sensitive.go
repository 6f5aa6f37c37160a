package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var declaresNoSensitive = Rule{
	Code: "declares-no-sensitive", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "9(1)", Source: gdprText, Verified: true},
	},
	Title:   "No sensitive data, says the policy that asks for them",
	Message: `the policy denies sensitive data, and {kind} "{id}" tells of them: take the statement back, or the datum out`,
	Explanation: `People who read that nothing sensitive is kept tell more than they would
otherwise. A wish for special food, a declaration that gives a reduced fee, a
note on absence: all of them may tell of health or religion. A statement that
the rest of the notice does not bear out is worse than none.`,
	Avoid: `languages: [en]
data:
  - {id: allergies, label: {en: allergies}, special: health}
declarations:
  - {id: nothing-sensitive, denies: sensitive-data}`,
	Prefer: `languages: [en]
data:
  - {id: name, label: {en: name}}
declarations:
  - {id: nothing-sensitive, denies: sensitive-data}`,
	check: func(p *pass) {
		p.deny(policy.DeniesSensitive, func(about key) (key, bool) { return p.dataIn(about, p.tellsSensitive) })
	},
}
