package lint

import "github.com/lagrum/lagrum/sdk/diag"

var specialGroundLawMissing = Rule{
	Code: "special-ground-law-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "9(2)", Source: gdprText, Verified: true},
	},
	Title:   "A condition for sensitive data lacks its law",
	Message: `activity "{activity}" relies on {article} ({condition}), which holds only under a law: name it under "law"`,
	Explanation: `Five of the conditions are only doors: work and social protection,
substantial public interest, care, public health, and archives or research. A
law of the Union or of the country must open them and lay down how people are
protected. Without the law nobody can check whether the condition is met.`,
	Avoid: `regime: EU-GDPR
activities:
  - id: care
    specialGround: {article: 9(2)(h)}`,
	Prefer: `regime: EU-GDPR
activities:
  - id: care
    specialGround:
      article: 9(2)(h)
      law: [{act: SE-DSL, section: 3 kap. 5 §}]`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			ground, ok := p.ground(i)
			if !ok || !ground.NeedsLaw || len(p.doc.Activities[i].SpecialGround.Law) > 0 {
				continue
			}
			article, _ := ground.Article(p.doc.Regime)
			p.report(entry("activities", i, "specialGround", "law"), p.activityArg(i),
				arg("article", article), arg("condition", ground.Text))
		}
	},
}
