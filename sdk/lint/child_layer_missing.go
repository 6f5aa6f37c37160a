package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
)

var childLayerMissing = Rule{
	Code: "child-layer-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "12(1)", Source: gdprText, Verified: true},
		{Other: "GDPR, recital 58", Source: "general knowledge"},
	},
	Title:   "Children are concerned and nothing is said in their words",
	Message: `the data are about "{subject}", who are children, and the notice has no words for them: write "children"`,
	Explanation: `Children have the same right to know as everybody else, and few of them read
legal prose. What is addressed to a child must be so clear and plain that the
child can understand it. A few short sentences are enough: what we know about
you, why, who sees it, when it goes, whom you can ask.`,
	Avoid: `regime: EU-GDPR
subjects:
  - {id: pupil, child: true, actsThrough: guardian}`,
	Prefer: `regime: EU-GDPR
subjects:
  - {id: pupil, child: true, actsThrough: guardian}
children:
  what: {en: We know your name and your class.}`,
	check: func(p *pass) {
		if p.doc.Children != nil || !p.modern() {
			return
		}
		for i := range p.doc.Subjects {
			if s := &p.doc.Subjects[i]; s.Child && !s.ThirdParty {
				p.report("/children", arg("subject", label(s.ID, entry("subjects", i))))
				return
			}
		}
	},
}
