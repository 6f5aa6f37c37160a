package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var articleUnknown = Rule{
	Code: "article-unknown", Severity: diag.Error, Since: "0.1",
	Cites: []Cite{
		{GDPR: "6(1)", Source: gdprText, Verified: true},
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
	},
	Title:   "An article is no legal basis under the regime",
	Message: `"{article}" is no legal basis under {regime}`,
	Hints: []string{
		hintRenumbered: `under {other} it is one, and {regime} has it as {suggestion}`,
		hintOnlyOther:  `it is one only under {other}`,
	},
	Explanation: `Each regime numbers its bases in its own way. Article 5(1)(a) is the task in the
public interest under Regulation (EU) 2018/1725, and the principle of lawfulness
under the General Data Protection Regulation. A basis under the wrong number is
a basis that the law does not have, and the rights that follow from it cannot be
worked out. Institutions of the Union have no legitimate interests to rely on.`,
	Avoid: `regime: EU-GDPR
activities:
  - id: enrolment
    basis: {article: 5(1)(a)}`,
	Prefer: `regime: EU-EUDPR
activities:
  - id: enrolment
    basis: {article: 5(1)(a)}`,
	check: func(p *pass) {
		if !listsBases(p.doc.Regime) {
			return
		}
		for path, b := range p.bases() {
			if b.Article != "" && !isBasis(p.doc.Regime, b.Article) && !lacksLetter(p.doc.Regime, b.Article) {
				p.reportArticle(path.Key("article"), b.Article)
			}
		}
	},
}

// The hints of the rule.
const (
	hintRenumbered = 0
	hintOnlyOther  = 1
)

// reportArticle says where the article would be right, if anywhere.
func (p *pass) reportArticle(path diag.Path, article string) {
	regime := p.doc.Regime
	args := []diag.Arg{arg("article", article), arg("regime", regimeName(regime))}
	for _, other := range []law.ActID{law.GDPR, law.EUDPR, law.PUL} {
		basis, ok := law.BasisOf(other, article)
		if !ok || other == regime {
			continue
		}
		args = append(args, arg("other", regimeName(other)))
		if own, ok := basis.Article(regime); ok {
			p.reportHint(hintRenumbered, path, append(args, arg("suggestion", own))...)
		} else {
			p.reportHint(hintOnlyOther, path, args...)
		}
		return
	}
	p.report(path, args...)
}
