package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var rightUnavailable = Rule{
	Code: "right-unavailable", Severity: diag.Warning, Since: "0.2",
	Cites:   []Cite{{GDPR: "13(2)(b)", Source: gdprText, Verified: true}},
	Title:   "A right is offered that the law does not know",
	Message: `{regime} does not know the right "{right}": leave it out, or give it as a promise of your own`,
	Explanation: `Regimes differ: Regulation (EU) 2018/1725 has no separate right to object to
marketing, and the Swedish act of 1998 had no portability. Whoever relies on
such a right cannot take it to any authority. Promise it in your own name if you
mean it.`,
	Avoid: `regime: EU-EUDPR
rights:
  - right: objection-marketing`,
	Prefer: `regime: EU-EUDPR
rights:
  - right: objection`,
	check: func(p *pass) {
		if !p.grants(law.Access) {
			return // the tables do not hold the regime's numbers
		}
		for i := range p.doc.Rights {
			if right := p.doc.Rights[i].Right; right != "" && !p.grants(right) {
				p.report(entry("rights", i, "right"), arg("right", string(right)), arg("regime", regimeName(p.governing())))
			}
		}
	},
}
