package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var basisProfilingContract = Rule{
	Code: "basis-profiling-contract", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "6(1)(b)", Source: gdprText, Verified: true},
		{Other: "EDPB Guidelines 2/2019, points 48 to 57", Source: "general knowledge"},
	},
	Title:   "Profiles are drawn up on the basis of a contract",
	Message: `activity "{activity}" makes profiles, and a contract seldom needs them: ask for consent, or name another basis`,
	Explanation: `A contract carries only what it cannot be kept without. A place on a course can be
given without working out what else the person might like. So suggestions and
measuring of use need a basis of their own, one that people can say no to.`,
	Avoid: `regime: EU-GDPR
activities:
  - id: suggestions
    basis: {article: 6(1)(b)}
    profiling:
      logic: {en: We suggest courses like those you have looked at.}`,
	Prefer: `regime: EU-GDPR
activities:
  - id: suggestions
    basis: {article: 6(1)(a)}
    profiling:
      logic: {en: We suggest courses like those you have looked at.}`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			if basis, ok := p.basis(i); ok && basis == law.Contract && p.doc.Activities[i].Profiling != nil {
				path, _ := p.basisOf(i)
				p.report(path, p.activityArg(i))
			}
		}
	},
}
