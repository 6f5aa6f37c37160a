package lint

import "github.com/lagrum/lagrum/sdk/diag"

var regimeMissing = Rule{
	Code: "regime-missing", Severity: diag.Error, Since: "0.1",
	Cites:   []Cite{{GDPR: "13(1)(c)", Source: gdprText, Verified: true}},
	Title:   "The policy does not say which data protection law it is under",
	Message: "the policy does not say which data protection law it is under",
	Explanation: `The same number means different things in different laws: Article 23 restricts
rights in the General Data Protection Regulation, and is the right to object in
Regulation (EU) 2018/1725. Until the policy names its regime no article in it
can be checked, and the notice cannot say which rights people have.`,
	Avoid: `jurisdiction: SE`,
	Prefer: `regime: EU-GDPR
jurisdiction: SE`,
	check: func(p *pass) {
		if p.doc.Regime == "" {
			p.report("/regime")
		}
	},
}
