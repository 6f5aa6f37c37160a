package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var defaultBasisConsent = Rule{
	Code: "default-basis-consent", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "6(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "4(11)", Source: gdprText, Verified: true},
	},
	Title:   "Consent is the basis of all the rest",
	Message: `consent to everything that has no other basis is no consent: give each purpose a basis of its own`,
	Explanation: `Consent is given to a specific purpose by somebody who knows what it is. "All other
processing needs your approval" names no purpose, so nobody can agree to it or
take it back. Ask for each purpose, or say on which other basis it rests.`,
	Avoid: `regime: EU-GDPR
defaultBasis: {article: 6(1)(a)}`,
	Prefer: `regime: EU-GDPR
activities:
  - id: news
    purposes: [newsletter]
    basis: {article: 6(1)(a)}
    consents: [newsletter]`,
	check: func(p *pass) {
		b := p.doc.DefaultBasis
		if b == nil {
			return
		}
		if basis, ok := law.BasisOf(p.doc.Regime, b.Article); ok && basis == law.Consent {
			p.report("/defaultBasis/article")
		}
	},
}
