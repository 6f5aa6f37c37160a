package lint

import (
	"cmp"
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var transferConsentAuthority = Rule{
	Code: "transfer-consent-authority", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "49(3)", Source: gdprText, Verified: true},
		{GDPR: "49(1)", Source: gdprText, Verified: true},
	},
	Title:   "An authority transfers data on a derogation that is closed to it",
	Message: `an authority cannot rest the transfer to {country} on consent or a contract: name safeguards, or write under "decision" which other point of {article} allows it`,
	Explanation: `Where nothing else allows a transfer, the law has exceptions for
single cases, among them explicit consent and a contract with the person. In the
exercise of their powers authorities may not use these, because nobody is free
before them. Important reasons of public interest or legal claims may do; else
safeguards are needed.`,
	Avoid: `regime: EU-GDPR
parties:
  - {id: school, publicAuthority: true}
processors:
  - id: mail
    for: [school]
    transfer: {country: US, mechanism: derogation}`,
	Prefer: `regime: EU-GDPR
parties:
  - {id: school, publicAuthority: true}
processors:
  - id: mail
    for: [school]
    transfer:
      country: US
      mechanism: scc
      copy: {en: Ask the data protection officer for a copy.}`,
	check: func(p *pass) {
		for i := range p.doc.Processors {
			x := &p.doc.Processors[i]
			if slices.ContainsFunc(x.For, p.isAuthority) || slices.ContainsFunc(p.usersOf("processor", x.ID), p.byAuthority) {
				p.checkDerogation(entry("processors", i, "transfer"), x.Transfer)
			}
		}
		for i := range p.doc.Recipients {
			r := &p.doc.Recipients[i]
			if slices.ContainsFunc(p.usersOf("recipient", r.ID), p.byAuthority) {
				p.checkDerogation(entry("recipients", i, "transfer"), r.Transfer)
			}
		}
	},
}

// checkDerogation notes a transfer by an authority on a derogation that is none
// of those which remain open to it.
func (p *pass) checkDerogation(path diag.Path, t *policy.Transfer) {
	if t == nil || t.Mechanism != policy.Derogation {
		return
	}
	regime := p.doc.Regime
	if _, ok := law.Article(regime, "49(1)"); !ok {
		regime = law.GDPR
	}
	point, _ := law.FromArticle(regime, t.Decision)
	switch point {
	case "49(1)(d)", "49(1)(e)", "49(1)(f)", "49(1)(g)":
		return
	}
	article, _ := law.Article(regime, "49(1)")
	p.report(path.Key("mechanism"), arg("country", cmp.Or(t.Country, "another country")), arg("article", provision(regime, article)))
}
