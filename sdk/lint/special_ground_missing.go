package lint

import "github.com/lagrum/lagrum/sdk/diag"

var specialGroundMissing = Rule{
	Code: "special-ground-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "9(1)", Source: gdprText, Verified: true},
		{GDPR: "9(2)", Source: gdprText, Verified: true},
		{Other: "C-184/20 Vyriausioji tarnybinės etikos komisija", Source: "general knowledge"},
	},
	Title:   "Sensitive data without a condition that allows them",
	Message: `activity "{activity}" has "{datum}" ({category}) and no condition for such data: write "specialGround"`,
	Explanation: `Data on health, faith, ethnic origin and the other special
categories are forbidden unless one of ten conditions is met, and the legal
basis does not replace it. What only reveals such a thing counts as well: a
special diet tells of an illness or of a religion. Name the condition with its
letter, explicit consent most often at a course and a law at an authority.`,
	Avoid: `regime: EU-GDPR
data:
  - {id: health-record, special: health}
activities:
  - id: care
    basis: {article: 6(1)(e)}
    data: [health-record]`,
	Prefer: `regime: EU-GDPR
data:
  - {id: health-record, special: health}
activities:
  - id: care
    basis: {article: 6(1)(e)}
    specialGround:
      article: 9(2)(h)
      law: [{act: SE-DSL, section: 3 kap. 5 §}]
    data: [health-record]`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			n, g, ok := p.firstGuarded(i, needsCondition)
			if !ok {
				continue
			}
			path := entry("activities", i, "specialGround")
			switch ground := p.doc.Activities[i].SpecialGround; {
			case ground == nil:
			case ground.Article == "":
				path = path.Key("article")
			default:
				continue
			}
			p.report(path, p.activityArg(i), arg("datum", label(p.doc.Data[n].ID, entry("data", n))), arg("category", categoryName(g.category)))
		}
	},
}
