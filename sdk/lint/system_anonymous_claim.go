package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
)

var systemAnonymousClaim = Rule{
	Code: "system-anonymous-claim", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "4(1)", Source: gdprText, Verified: true},
		{Other: "GDPR, recital 26", Source: "general knowledge"},
	},
	Title:   "A system is called anonymous and nothing proves it",
	Message: `system "{system}" is said to hold no personal data`,
	Hints: []string{
		hintHoldsSome: `"{datum}" is there all the same: take the claim back, or make the data anonymous`,
		hintUnproven:  `say under "note" what keeps people from being recognised`,
	},
	Explanation: `A survey is anonymous only if nobody can tell who answered: no log-in, no IP
address kept, no group so small that an answer gives its author away. People
answer more openly where they are promised that. Say in a sentence what makes it
true, or take the promise back.`,
	Avoid: `systems:
  - {id: survey, noPersonalData: true}`,
	Prefer: `languages: [en]
systems:
  - id: survey
    noPersonalData: true
    note: {en: 'There is no log-in, and we keep no IP addresses.'}`,
	check: func(p *pass) {
		for i := range p.doc.Systems {
			s := &p.doc.Systems[i]
			if !s.NoPersonalData {
				continue
			}
			system := arg("system", label(s.ID, entry("systems", i)))
			if thing, ok := p.dataIn(key{"system", s.ID}, p.isPersonal); ok {
				p.reportHint(hintHoldsSome, entry("systems", i, "noPersonalData"), system, arg("datum", thing.id))
			} else if s.Note.IsZero() {
				p.reportHint(hintUnproven, entry("systems", i, "noPersonalData"), system)
			}
		}
	},
}

// The hints of the rule.
const (
	hintHoldsSome = 0
	hintUnproven  = 1
)
