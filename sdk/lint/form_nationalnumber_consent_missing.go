package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var formNationalnumberConsentMissing = Rule{
	Code: "form-nationalnumber-consent-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "87", Source: gdprText, Verified: true},
		{GDPR: "7(1)", Source: gdprText, Verified: true},
		{Other: "databeskyttelsesloven § 11, stk. 2, nr. 2", Source: dblText, Verified: true},
		{Other: "dataskyddslagen 3 kap. 10 §", Source: dslText, Verified: true},
		{Other: "tietosuojalaki 29 §", Source: tslText, Verified: true},
	},
	Title:   "A form takes the national number without asking for the consent to it",
	Message: `form "{form}" asks for "{datum}", and by {law} activity "{activity}" may use it with consent alone: ask for consent "{consent}" in the form, or name a law`,
	Explanation: `Where consent is what allows the use of a national identification
number, typing the number in is not that consent. The form must ask first, in a
question of its own that can be answered with no, and offer the birth date to
whoever says so. A law that prescribes the number needs no consent; then the
activity names it.`,
	Avoid: `regime: EU-GDPR
jurisdiction: DK
data:
  - {id: cpr, nationalNumber: dk.cpr}
activities:
  - {id: discount, basis: {article: 6(1)(a)}, data: [cpr], consents: [number]}
consents:
  - {id: number, data: [cpr]}
forms:
  - id: enrolment
    fields:
      - {datum: cpr}`,
	Prefer: `regime: EU-GDPR
jurisdiction: DK
data:
  - {id: cpr, nationalNumber: dk.cpr}
activities:
  - {id: discount, basis: {article: 6(1)(a)}, data: [cpr], consents: [number]}
consents:
  - {id: number, data: [cpr]}
forms:
  - id: enrolment
    fields:
      - {consent: number}
      - {datum: cpr}`,
	check: func(p *pass) {
		if p.doc.Regime == law.EUDPR {
			return // has no rule like GDPR Art. 87
		}
		for a := range p.inputs() {
			if a.datum == nil || a.datum.NationalNumber == "" {
				continue
			}
			for _, i := range p.usersFor(a) {
				rule, ok := law.NationalID(p.doc.Jurisdiction, p.byAuthority(i))
				if !ok || rule.Provision == "" || rule.Sector == "public" {
					continue // nothing of consent is said there
				}
				if id := p.unasked(i, a); id != "" {
					p.reportField(a, nil, arg("datum", a.Datum), p.activityArg(i), arg("law", rule.Law), arg("consent", id))
					break
				}
			}
		}
	},
}

// unasked gives the consent that alone lets an activity use the national number
// of a field, if the form does not ask for it.
func (p *pass) unasked(i int, a *input) string {
	if len(p.lawBehind(i)) > 0 || p.otherGround(i) || p.consentElsewhere([]int{i}, a.Datum) {
		return ""
	}
	first := ""
	for _, id := range p.doc.Activities[i].Consents {
		c := p.consent(id)
		if c == nil || c.Kind == policy.SecrecyWaiver {
			continue
		}
		if !slices.Contains(c.Data, a.Datum) && (len(c.Data) > 0 || !p.restsOnConsent(i)) {
			continue
		}
		if _, asks := a.form.consents[id]; asks {
			return ""
		}
		if first == "" {
			first = id
		}
	}
	return first
}
