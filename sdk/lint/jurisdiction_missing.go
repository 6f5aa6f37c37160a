package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var jurisdictionMissing = Rule{
	Code: "jurisdiction-missing", Severity: diag.Error, Since: "0.1",
	Cites:   []Cite{{GDPR: "13(2)(d)", Source: gdprText, Verified: true}},
	Title:   "The policy does not say where the controller is established",
	Message: "the policy does not say in which country the controller is established",
	Explanation: `The country decides which authority takes complaints and which national law
stands beside the Regulation: the age at which children consent, identification
numbers, public records, bookkeeping. Institutions of the Union are under its own
supervisor wherever they are, and need no country.`,
	Avoid: `regime: EU-GDPR`,
	Prefer: `regime: EU-GDPR
jurisdiction: SE`,
	check: func(p *pass) {
		if p.doc.Jurisdiction == "" && !ofTheUnion(p.doc.Regime) {
			p.report("/jurisdiction")
		}
	},
}

// ofTheUnion reports whether the regime is that of the Union's institutions.
func ofTheUnion(regime law.ActID) bool { return regime == law.EUDPR || regime == law.Regulation4501 }
