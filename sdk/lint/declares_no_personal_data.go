package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var declaresNoPersonalData = Rule{
	Code: "declares-no-personal-data", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "4(1)", Source: gdprText, Verified: true},
		{Other: "GDPR, recital 30", Source: "general knowledge"},
	},
	Title:   "No personal data, says the policy that has some",
	Message: `the policy denies personal data, and {kind} "{id}" holds some: take the statement back, or say what it is limited to`,
	Explanation: `A page with a log-in knows who logs in, and a server that keeps a log knows from
which address somebody came. Both are personal data. People who read that there
are none do not ask for them, and do not learn when they go.`,
	Avoid: `languages: [en]
data:
  - {id: log-in, label: {en: user name}}
systems:
  - {id: site}
activities:
  - {id: log-in, systems: [site], data: [log-in]}
declarations:
  - {id: nothing, denies: personal-data, system: site}`,
	Prefer: `languages: [en]
data:
  - {id: log-in, label: {en: user name}}
systems:
  - {id: site}
  - {id: survey}
activities:
  - {id: log-in, systems: [site], data: [log-in]}
declarations:
  - {id: nothing, denies: personal-data, system: survey}`,
	check: func(p *pass) {
		p.deny(policy.DeniesPersonalData, func(about key) (key, bool) {
			holds := p.isPersonal
			if about.kind == "datum" { // the statement says that these are not
				holds = func(n int) bool { return identifies(&p.doc.Data[n]) }
			}
			thing, ok := p.dataIn(about, holds)
			if !ok && about == (key{}) && len(p.doc.Technologies) > 0 {
				t := &p.doc.Technologies[0]
				return key{"technology", label(t.ID, entry("technologies", 0))}, true
			}
			return thing, ok
		})
	},
}
