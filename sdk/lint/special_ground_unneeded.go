package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
)

var specialGroundUnneeded = Rule{
	Code: "special-ground-unneeded", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{GDPR: "9(2)", Source: gdprText, Verified: true},
	},
	Title:   "A condition for sensitive data where there are none",
	Message: `activity "{activity}" names {article} and has no data that are or reveal anything sensitive: leave it out, or say of the data what they reveal`,
	Explanation: `The conditions of this paragraph exist for special categories of
data alone. Cited where there are none, they make readers wonder what is kept
back. Either the line is left over, or some datum reveals more than the policy
says of it.`,
	Avoid: `regime: EU-GDPR
data:
  - id: email
activities:
  - id: newsletter
    specialGround: {article: 9(2)(a)}
    data: [email]`,
	Prefer: `regime: EU-GDPR
data:
  - id: diet
    reveals: [{category: health, strength: strong}]
activities:
  - id: lunch
    specialGround: {article: 9(2)(a)}
    data: [diet]`,
	check: func(p *pass) {
		all := p.guardedData()
		for i := range p.doc.Activities {
			a := &p.doc.Activities[i]
			if a.SpecialGround == nil || a.SpecialGround.Article == "" || len(a.Data) == 0 {
				continue
			}
			if !slices.ContainsFunc(a.Data, func(id string) bool {
				n, ok := p.number("datum", id)
				return !ok || all[n].category.NeedsCondition() || p.doc.Data[n].FreeText
			}) {
				p.report(entry("activities", i, "specialGround"), p.activityArg(i), arg("article", a.SpecialGround.Article))
			}
		}
	},
}
