package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var basisLawMissing = Rule{
	Code: "basis-law-missing", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "6(3)", Source: gdprText, Verified: true},
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
	},
	Title:   "A duty or a public task without its law",
	Message: `basis {article} needs a law behind it: name the act and the section under law`,
	Hints: []string{
		`what is cited is a contract or a decision, and no law`,
	},
	Explanation: `A legal obligation and a task in the public interest are laid down by law, of the
Union or of the country. Only with the law at hand can people check whether the
duty exists and reaches their data. A contract lays down no such thing.`,
	Avoid: `regime: EU-GDPR
activities:
  - id: enrolment
    basis: {article: 6(1)(e)}`,
	Prefer: `regime: EU-GDPR
activities:
  - id: enrolment
    basis:
      article: 6(1)(e)
      law: [{act: SE-SKOL, section: 26 a kap.}]`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for path, b := range p.bases() {
			basis, ok := law.BasisOf(p.doc.Regime, b.Article)
			if row, found := basis.Row(); !ok || !found || !row.Law {
				continue
			}
			article := arg("article", law.Normalise(b.Article))
			if len(b.Law) == 0 {
				p.report(path.Key("law"), article)
			} else if p.onlyContracts(b.Law) {
				p.reportHint(0, path.Key("law"), article)
			}
		}
	},
}
