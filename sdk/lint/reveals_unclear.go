package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var revealsUnclear = Rule{
	Code: "reveals-unclear", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "9(1)", Source: gdprText, Verified: true},
		{Other: "C-184/20 Vyriausioji tarnybinės etikos komisija", Source: "general knowledge"},
	},
	Title:   "Data may reveal something sensitive and the policy does not say",
	Message: `"{word}" may reveal {categories}: say under "reveals" how surely, or ask for less`,
	Explanation: `The name of a partner can tell of somebody's sexual orientation,
and a course for refugees of why people fled. The Court of Justice counts what
can be deduced from data, so it matters whether such a thing is known here and
what for. Say how surely the data reveal it. If it does not matter to the
service, do not ask.`,
	Avoid: `languages: [en]
data:
  - {id: kin, label: {en: name of your spouse}}`,
	Prefer: `languages: [en]
data:
  - {id: kin, label: {en: name of your spouse}, reveals: [{category: sex-life, strength: weak}]}`,
	check: func(p *pass) {
		p.reportUndeclared(law.Medium)
	},
}
