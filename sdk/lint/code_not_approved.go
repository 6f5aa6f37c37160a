package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
)

var codeNotApproved = Rule{
	Code: "code-not-approved", Severity: diag.Warning, Since: "0.2",
	Cites:   []Cite{{Other: "Article 40(5) of the GDPR", Source: gdprText, Verified: true}},
	Title:   "A code of conduct is not what it is taken for",
	Message: `code of conduct "{code}" is not approved by any authority`,
	Hints: []string{
		hintUnapproved: `take out "approved"`,
		hintOutdated:   "it was written for Directive 95/46/EC, which is repealed: follow version 2, kept by REFEDS, or leave it out",
	},
	Explanation: `A code of conduct binds and protects only if an authority has approved it. The
code of GÉANT for log-in services was written for the directive that the GDPR
replaced; its second version, now kept by REFEDS, is not approved either.
Following it may be good practice, and the notice may say so, but not more.`,
	Avoid: `languages: [en]
codes:
  - {id: geant, name: GÉANT Data Protection Code of Conduct}`,
	Prefer: `languages: [en]
codes:
  - {id: refeds, name: 'REFEDS Data Protection Code of Conduct, version 2'}`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for i := range p.doc.Codes {
			c := &p.doc.Codes[i]
			code := arg("code", label(c.ID, entry("codes", i)))
			switch {
			case !p.saysAnywhere(c.Name, []string{"géant", "geant", "refeds"}):
			case c.Approved:
				p.reportHint(hintUnapproved, entry("codes", i, "approved"), code)
			case !p.saysAnywhere(c.Name, []string{"version 2", "versio 2", "útgáfa 2", "v2", "2.0", "refeds"}):
				p.reportHint(hintOutdated, entry("codes", i, "name"), code)
			}
		}
	},
}

// The hints of the rule.
const (
	hintUnapproved = 0
	hintOutdated   = 1
)
