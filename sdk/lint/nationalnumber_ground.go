package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var nationalnumberGround = Rule{
	Code: "nationalnumber-ground", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "87", Source: gdprText, Verified: true},
		{Other: "databeskyttelsesloven § 11, stk. 2", Source: dblText, Verified: true},
	},
	Title:   "A private organisation uses the national number without one of the grounds for it",
	Message: `activity "{activity}" uses "{datum}", which {law} allows a private organisation only by law, by consent or as sensitive data: name the ground, or ask for the birth date`,
	Explanation: `In Denmark a private organisation may not use the CPR number
because it is practical, nor because there is a contract. A law must prescribe
it, the person must have agreed to it, or a condition for sensitive data must be
met. A school that reports to the municipality has such a law for that, and for
nothing else.`,
	Avoid: `regime: EU-GDPR
jurisdiction: DK
data:
  - {id: cpr, nationalNumber: dk.cpr}
activities:
  - id: enrolment
    basis: {article: 6(1)(b)}
    data: [cpr]`,
	Prefer: `regime: EU-GDPR
jurisdiction: DK
data:
  - {id: cpr, nationalNumber: dk.cpr}
activities:
  - id: reporting
    basis:
      article: 6(1)(c)
      law: [{act: DK-DAN}]
    data: [cpr]`,
	check: func(p *pass) {
		// A rule for private bodies alone is one that lists the grounds; the
		// others ask for a reason.
		rule, ok := law.NationalID(p.doc.Jurisdiction, false)
		if !ok || rule.Sector == "" || p.doc.Regime == law.EUDPR {
			return
		}
		for i := range p.doc.Activities {
			n, ok := p.firstNumber(i)
			if !ok || p.byAuthority(i) || p.consentsTo(i, p.doc.Data[n].ID) || p.prescribed(i, rule) {
				continue
			}
			if ground, ok := p.ground(i); ok && ground.Letter != "" {
				continue
			}
			p.report(entry("activities", i, "basis"), p.activityArg(i), arg("datum", p.doc.Data[n].ID), arg("law", rule.Law))
		}
	},
}

// firstNumber gives the first national identification number among the data of
// an activity.
func (p *pass) firstNumber(i int) (int, bool) {
	for _, id := range p.doc.Activities[i].Data {
		if n, ok := p.number("datum", id); ok && p.doc.Data[n].NationalNumber != "" {
			return n, true
		}
	}
	return 0, false
}

// consentsTo reports whether an activity asks for consent to the datum: by a
// consent that names it, or by any where consent is its basis.
func (p *pass) consentsTo(i int, datum string) bool {
	asked := p.restsOnConsent(i)
	return slices.ContainsFunc(p.doc.Activities[i].Consents, func(id string) bool {
		c := p.consent(id)
		return c != nil && c.Kind != policy.SecrecyWaiver && (slices.Contains(c.Data, datum) || asked && len(c.Data) == 0)
	})
}

// prescribed reports whether an activity rests on a law that can lay down the
// use of a national number: behind a duty or a task, or the rule's own act.
func (p *pass) prescribed(i int, rule law.NationalIDRule) bool {
	provision, _ := law.FindProvision(rule.Provision)
	basis, ok := p.basis(i)
	duty := ok && (basis == law.LegalObligation || basis == law.PublicTask)
	return slices.ContainsFunc(p.lawBehind(i), func(c policy.Citation) bool {
		return duty || c.Act == provision.Act
	})
}
