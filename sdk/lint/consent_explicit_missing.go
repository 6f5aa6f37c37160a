package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentExplicitMissing = Rule{
	Code: "consent-explicit-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "9(2)(a)", Source: gdprText, Verified: true},
		{Other: "EDPB Guidelines 05/2020 on consent", Source: "general knowledge"},
	},
	Title:   "Sensitive data rest on a consent that is not explicit",
	Message: `activity "{activity}" has "{datum}" ({category}) on consent: ask for an explicit one, of kind explicit, that names these data`,
	Explanation: `For data on health, faith and the other special categories an
ordinary consent is not enough. The person has to say expressly that these data
may be used, for this. That takes a statement of its own which names the data,
and an answer to nothing else.`,
	Avoid: `regime: EU-GDPR
data:
  - {id: allergies, special: health}
activities:
  - id: lunch
    basis: {article: 6(1)(a)}
    data: [allergies]
    consents: [lunch]
consents:
  - {id: lunch, kind: ordinary, data: [allergies]}`,
	Prefer: `regime: EU-GDPR
data:
  - {id: allergies, special: health}
activities:
  - id: lunch
    basis: {article: 6(1)(a)}
    specialGround: {article: 9(2)(a)}
    data: [allergies]
    consents: [lunch]
consents:
  - {id: lunch, kind: explicit, data: [allergies]}`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			if ground, ok := p.ground(i); !p.restsOnConsent(i) || ok && ground.Letter != "a" {
				continue
			}
			n, g, ok := p.firstGuarded(i, needsCondition)
			if ok && !p.asksExplicitly(i, p.doc.Data[n].ID) {
				p.report(entry("activities", i, "consents"), p.activityArg(i),
					arg("datum", p.doc.Data[n].ID), arg("category", categoryName(g.category)))
			}
		}
	},
}

// asksExplicitly reports whether an activity names an explicit consent that is
// about the datum, or about no data in particular.
func (p *pass) asksExplicitly(i int, datum string) bool {
	return slices.ContainsFunc(p.doc.Activities[i].Consents, func(id string) bool {
		c := p.consent(id)
		return c != nil && c.Kind == policy.ExplicitConsent && (len(c.Data) == 0 || slices.Contains(c.Data, datum))
	})
}
