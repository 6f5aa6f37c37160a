package lint

import (
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentGuardianMissing = Rule{
	Code: "consent-guardian-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "8(1)", Source: gdprText, Verified: true},
		{Other: "Recital 38 of the GDPR", Source: gdprText, Verified: true},
	},
	Title:   "A child alone is asked for consent",
	Message: `consent "{consent}" is asked of children: below {age} years ({law}) a guardian gives it, so write "byGuardian: true", or "actsThrough: self" of the children if all are older`,
	Explanation: `Children can be less aware of what a yes leads to. For services on
the web that turn to them, the law sets an age below which the holder of
parental responsibility gives the consent or approves it; each country sets its
own, between 13 and 16. The age is that of the day from which the policy
applies. If all who are asked are older, say of the group that it acts through
itself.`,
	Avoid: `regime: EU-GDPR
jurisdiction: DK
effectiveFrom: 2026-09-01
subjects:
  - {id: pupil, child: true}
activities:
  - {id: club, basis: {article: 6(1)(a)}, subjects: [pupil], consents: [club]}
consents:
  - id: club`,
	Prefer: `regime: EU-GDPR
jurisdiction: DK
effectiveFrom: 2026-09-01
subjects:
  - {id: pupil, child: true}
activities:
  - {id: club, basis: {article: 6(1)(a)}, subjects: [pupil], consents: [club]}
consents:
  - id: club
    byGuardian: true`,
	check: func(p *pass) {
		age, ok := p.consentAge()
		if !ok {
			return
		}
		for i := range p.doc.Consents {
			c := &p.doc.Consents[i]
			if c.ByGuardian || c.Kind == policy.SecrecyWaiver || !slices.ContainsFunc(p.usersOf("consent", c.ID), p.asksChildren) {
				continue
			}
			p.report(entry("consents", i, "byGuardian"), arg(p.consentArg(i)),
				arg("age", strconv.Itoa(age.Years)), arg("law", age.Law))
		}
	},
}

// consentAge gives the age from which a child can consent, where the policy
// applies and on its day.
func (p *pass) consentAge() (law.Age, bool) {
	country := p.doc.Jurisdiction
	if p.doc.Regime == law.EUDPR {
		country = "EU-INST"
	}
	age, ok := law.ConsentAge(country, p.at)
	switch {
	case ok:
		return age, age.Years > 0
	case country != "EU" && p.doc.Regime == law.GDPR && law.InEEA(country, p.at):
		return law.Age{Jurisdiction: country, Years: law.DefaultConsentAge, Law: provision(law.GDPR, "8(1)")}, true
	}
	return law.Age{}, false
}

// asksChildren reports whether an activity rests on consent and is about children
// of whom the policy does not say that they act for themselves.
func (p *pass) asksChildren(i int) bool {
	return p.once("children", i, func() bool {
		return p.restsOnConsent(i) && slices.ContainsFunc(p.doc.Activities[i].Subjects, func(id string) bool {
			s := p.subject(id)
			return s != nil && s.Child && s.ActsThrough != policy.Self
		})
	})
}
