package lint

import "github.com/lagrum/lagrum/sdk/diag"

var basisLetterMissing = Rule{
	Code: "basis-letter-missing", Severity: diag.Error, Since: "0.1",
	Cites: []Cite{
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "6(1)", Source: gdprText, Verified: true},
	},
	Title:   "A legal basis is cited without its letter",
	Message: `"{article}" holds several legal bases under {regime}, and no letter says which is meant`,
	Explanation: `The article lists the bases under letters, and a processing needs one of them.
Citing the article as a whole says only that the processing is lawful, not why.
The letter decides which rights people have: consent can be withdrawn, a public
task can be objected to, a contract gives the right to portability.`,
	Avoid: `regime: EU-GDPR
activities:
  - id: enrolment
    basis: {article: 6(1)}`,
	Prefer: `regime: EU-GDPR
activities:
  - id: enrolment
    basis: {article: 6(1)(e)}`,
	check: func(p *pass) {
		if !listsBases(p.doc.Regime) {
			return
		}
		for path, b := range p.bases() {
			if !isBasis(p.doc.Regime, b.Article) && lacksLetter(p.doc.Regime, b.Article) {
				p.report(path.Key("article"), arg("article", b.Article), arg("regime", regimeName(p.doc.Regime)))
			}
		}
	},
}
