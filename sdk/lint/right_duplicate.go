package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var rightDuplicate = Rule{
	Code: "right-duplicate", Severity: diag.Info, Since: "0.2",
	Cites:   []Cite{{GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "A right is told of twice",
	Message: `the right "{right}" stands in the list already: tell of it once`,
	Explanation: `Two entries for one right differ sooner or later, and readers do not know which
of them holds. The notice shows only the first. Put what both say into one.`,
	Avoid: `regime: EU-GDPR
rights:
  - {right: objection, how: {en: Write to us.}}
  - {right: objection, how: {en: Call us.}}`,
	Prefer: `regime: EU-GDPR
rights:
  - {right: objection, how: {en: Write to us or call us.}}`,
	check: func(p *pass) {
		told := map[law.Right]bool{}
		for i := range p.doc.Rights {
			right := p.doc.Rights[i].Right
			if told[right] {
				p.report(entry("rights", i, "right"), arg("right", string(right)))
			}
			told[right] = right != ""
		}
	},
}
