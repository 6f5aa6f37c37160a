package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var specialGroundUnknown = Rule{
	Code: "special-ground-unknown", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "9(2)", Source: gdprText, Verified: true},
	},
	Title:   "An article is no condition for sensitive data",
	Message: `"{article}" is no condition for special categories under {regime}`,
	Hints: []string{
		hintOtherNumber: `here its number is {suggestion}`,
	},
	Explanation: `The conditions stand in one paragraph, with letters from a to j,
and each regime numbers it in its own way: Article 9(2) of the General Data
Protection Regulation, Article 10(2) of Regulation (EU) 2018/1725. The article
without its letter leaves open which of ten is meant. A legal basis such as
6(1)(a) is no condition, for both are needed.`,
	Avoid: `regime: EU-GDPR
activities:
  - id: lunch
    specialGround: {article: 6(1)(a)}`,
	Prefer: `regime: EU-GDPR
activities:
  - id: lunch
    specialGround: {article: 9(2)(a)}`,
	check: func(p *pass) {
		if _, ok := law.Article(p.doc.Regime, "9(2)(a)"); !ok {
			return
		}
		for i := range p.doc.Activities {
			g := p.doc.Activities[i].SpecialGround
			if g == nil || g.Article == "" {
				continue
			}
			if _, ok := p.ground(i); ok {
				continue
			}
			path := entry("activities", i, "specialGround", "article")
			args := []diag.Arg{arg("article", g.Article), arg("regime", regimeName(p.doc.Regime))}
			if own, ok := renumbered(p.doc.Regime, g.Article); ok {
				p.reportHint(hintOtherNumber, path, append(args, arg("suggestion", own))...)
			} else {
				p.report(path, args...)
			}
		}
	},
}

// The hints of the rule.
const (
	hintOtherNumber = 0
)

// renumbered gives the regime's own number of a condition that is cited by the
// number of another regime.
func renumbered(regime law.ActID, article string) (string, bool) {
	for _, other := range []law.ActID{law.GDPR, law.EUDPR} {
		if condition, ok := law.ConditionOf(other, article); ok && other != regime {
			return condition.Article(regime)
		}
	}
	return "", false
}
