package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var rightOverclaimed = Rule{
	Code: "right-overclaimed", Severity: diag.Info, Since: "0.2",
	Cites:   []Cite{{GDPR: "13(2)(b)", Source: gdprText, Verified: true}},
	Title:   "A right is offered that no activity gives",
	Message: `no activity gives the right "{right}": say when it applies, or leave it out`,
	Explanation: `Some rights depend on the legal basis: portability on consent or contract, the
right to object on a public task or an interest. A notice that copies the whole
list promises what people will be refused. Where every activity names its basis,
the rights follow from them.`,
	Avoid: `regime: EU-GDPR
activities:
  - {id: grades, basis: {article: 6(1)(e)}}
rights:
  - right: portability`,
	Prefer: `regime: EU-GDPR
activities:
  - {id: grades, basis: {article: 6(1)(e)}}
rights:
  - right: objection`,
	check: func(p *pass) {
		if len(p.doc.Activities) == 0 {
			return
		}
		for i := range p.doc.Rights {
			if right := p.doc.Rights[i].Right; p.grants(right) && p.nowhere(right) {
				p.report(entry("rights", i, "right"), arg("right", string(right)))
			}
		}
	},
}

// nowhere reports whether no activity gives a right, and the bases of all are
// known. It is asked of each right of the table once.
func (p *pass) nowhere(right law.Right) bool {
	if known, ok := p.ungiven[right]; ok {
		return known
	}
	answer := true
	for i := range p.doc.Activities {
		extent, ok := p.gives(i, right)
		answer = answer && ok && extent == law.No
	}
	if p.ungiven == nil {
		p.ungiven = map[law.Right]bool{}
	}
	p.ungiven[right] = answer
	return answer
}
