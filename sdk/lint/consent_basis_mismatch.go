package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentBasisMismatch = Rule{
	Code: "consent-basis-mismatch", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "6(1)", Source: gdprText, Verified: true},
		{GDPR: "4(11)", Source: gdprText, Verified: true},
	},
	Title:   "Consent is asked for what rests on another basis",
	Message: `activity "{activity}" rests on {article} and yet asks for the consent "{consent}": take the consent away, or rest the activity on it`,
	Explanation: `Whoever asks for consent promises that a no will be respected. If
the processing goes on all the same, because a law or a contract calls for it,
the question misleads and the answer is worth nothing. People then believe in a
right to withdraw that they do not have. A waiver of secrecy, a consent to
storage on a device, and explicit consent to sensitive data stand on rules of
their own and may stand beside another basis.`,
	Avoid: `regime: EU-GDPR
activities:
  - id: enrolment
    basis: {article: 6(1)(b)}
    consents: [enrolment]
consents:
  - id: enrolment`,
	Prefer: `regime: EU-GDPR
activities:
  - id: enrolment
    basis: {article: 6(1)(b)}
  - id: newsletter
    basis: {article: 6(1)(a)}
    consents: [newsletter]
consents:
  - id: newsletter`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			basis, ok := p.basis(i)
			if !ok || basis == law.Consent || p.restsOnConsent(i) {
				continue
			}
			for j, id := range p.doc.Activities[i].Consents {
				if c := p.consent(id); c != nil && !p.standsAlone(i, c) {
					article, _ := basis.Article(p.doc.Regime)
					p.report(entry("activities", i, "consents").Index(j),
						p.activityArg(i), arg("article", article), arg("consent", id))
				}
			}
		}
	},
}

// standsAlone reports whether the law wants the consent beside the basis of the
// activity, and not as that basis.
func (p *pass) standsAlone(i int, c *policy.Consent) bool {
	if c.Kind == policy.SecrecyWaiver || c.Kind == policy.DeviceStorage {
		return true
	}
	if profiling := p.doc.Activities[i].Profiling; c.Kind == policy.ExplicitConsent && profiling != nil && profiling.Decides {
		return true // GDPR Art. 22(2)(c)
	}
	for _, id := range c.Data {
		if d := p.datum(id); d != nil && d.NationalNumber != "" {
			return true // GDPR Art. 87
		}
	}
	for _, id := range c.Audience {
		if r := p.recipient(id); r != nil && r.Transfer != nil && r.Transfer.Mechanism == policy.Derogation {
			return true // GDPR Art. 49(1)(a)
		}
	}
	return false
}
