package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var basisInterestMissing = Rule{
	Code: "basis-interest-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(d)", Source: gdprText, Verified: true},
		{GDPR: "14(2)(b)", Source: gdprText, Verified: true},
	},
	Title:   "A legitimate interest that nobody names",
	Message: `basis {article} rests on an interest: say under interest which one is pursued`,
	Explanation: `Whoever relies on a legitimate interest must tell people which one. Only then can
they weigh it against their own, and object with reasons. "We have a legitimate
interest" names none; "to find out who broke into our systems" does.`,
	Avoid: `regime: EU-GDPR
activities:
  - id: logs
    basis: {article: 6(1)(f)}`,
	Prefer: `regime: EU-GDPR
activities:
  - id: logs
    basis:
      article: 6(1)(f)
      interest: {en: to find out who tried to break into our systems}`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for path, b := range p.bases() {
			if basis, ok := law.BasisOf(p.doc.Regime, b.Article); ok && basis == law.LegitimateInterests && b.Interest.IsZero() {
				p.report(path.Key("interest"), arg("article", law.Normalise(b.Article)))
			}
		}
	},
}
