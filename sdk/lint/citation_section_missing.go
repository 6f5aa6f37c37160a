package lint

import (
	"cmp"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var citationSectionMissing = Rule{
	Code: "citation-section-missing", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "6(3)", Source: gdprText, Verified: true},
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
	},
	Title:   "An act is cited without its section",
	Message: `{act} is cited as a whole: write under "section" the provision that lays down the task or the duty, or at least under "note" what it lays down`,
	Explanation: `The Swedish School Act has more than a thousand sections. Whoever wants to see
what allows the processing must know which of them is meant. The section also
shows whether the law calls for these data, or only mentions the matter.`,
	Avoid: `regime: EU-GDPR
activities:
  - id: grades
    basis: {article: 6(1)(e), law: [{act: SE-SKOL}]}`,
	Prefer: `regime: EU-GDPR
activities:
  - id: grades
    basis: {article: 6(1)(e), law: [{act: SE-SKOL, section: 3 kap. 17 §}]}`,
	check: func(p *pass) {
		for path, b := range p.bases() {
			p.reportWholeActs(path, b.Law)
		}
		for i := range p.doc.Activities {
			if g := p.doc.Activities[i].SpecialGround; g != nil {
				p.reportWholeActs(entry("activities", i, "specialGround"), g.Law)
			}
		}
	},
}

// reportWholeActs reports national acts of the tables that are cited without a
// section. A regime is cited by its articles.
func (p *pass) reportWholeActs(path diag.Path, cited []policy.Citation) {
	for i := range cited {
		a, ok := law.Find(cited[i].Act)
		if !ok || cited[i].Section != "" || !cited[i].Note.IsZero() || a.Regime {
			continue
		}
		switch a.Jurisdiction {
		case "SE", "DK", "NO", "FI", "IS":
			p.report(path.Key("law").Index(i).Key("section"), arg("act", cmp.Or(a.Short, string(a.ID))))
		}
	}
}
