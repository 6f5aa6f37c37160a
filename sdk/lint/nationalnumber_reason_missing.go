package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var nationalnumberReasonMissing = Rule{
	Code: "nationalnumber-reason-missing", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "87", Source: gdprText, Verified: true},
		{Other: "dataskyddslagen 3 kap. 10 §", Source: dslText, Verified: true},
		{Other: "tietosuojalaki 29 §", Source: tslText, Verified: true},
		{Other: "personopplysningsloven § 12", Source: "legalize-dev/legalize-no no/LOV-2018-06-15-38.md (Lovdata text, copy of 2026-04-13) § 12", Verified: true},
		{Other: "lög nr. 90/2018, 13. gr.", Source: "Ansvar-Systems/Icelandic-law-mcp data/seed/2018_90.json (althingi.is lagasafn, copy of 2026-03-06), 13. gr.", Verified: true},
	},
	Title:   "Nothing says why the national number may be used",
	Message: `activity "{activity}" uses "{datum}" and does not say what allows it: cite {law} or another law under "basis", or ask for consent`,
	Explanation: `A national identification number ties together everything that is
known about a person, so each country allows its use only under conditions:
consent, a law, or a need to know for certain who somebody is. Which of them
holds must be thought through and should be told. Without a reason at hand, ask
for the birth date or for nothing at all.`,
	Avoid: `regime: EU-GDPR
jurisdiction: SE
data:
  - {id: number, nationalNumber: se.personnummer}
activities:
  - id: log-in
    basis: {article: 6(1)(b)}
    data: [number]`,
	Prefer: `regime: EU-GDPR
jurisdiction: SE
data:
  - {id: number, nationalNumber: se.personnummer}
activities:
  - id: log-in
    basis:
      article: 6(1)(b)
      law:
        - act: SE-DSL
          section: 3 kap. 10 §
          note: {en: We must know for certain who you are.}
    data: [number]`,
	check: func(p *pass) {
		if p.doc.Regime == law.EUDPR {
			return // has no rule like GDPR Art. 87
		}
		for i := range p.doc.Activities {
			n, ok := p.firstNumber(i)
			if !ok {
				continue
			}
			authority := p.byAuthority(i)
			rule, ok := law.NationalID(p.doc.Jurisdiction, authority)
			if !ok || rule.Provision == "" || rule.Sector != "" && !authority {
				continue
			}
			if len(p.lawBehind(i)) == 0 && !p.consentsTo(i, p.doc.Data[n].ID) {
				path := entry("activities", i, "basis")
				if p.doc.Activities[i].Basis != nil {
					path = path.Key("law")
				}
				p.report(path, p.activityArg(i), arg("datum", p.doc.Data[n].ID), arg("law", rule.Law))
			}
		}
	},
}
