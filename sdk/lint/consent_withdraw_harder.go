package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentWithdrawHarder = Rule{
	Code: "consent-withdraw-harder", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "7(3)", Source: gdprText, Verified: true},
		{Other: "EDPB Guidelines 05/2020 on consent", Source: "general knowledge"},
	},
	Title:   "Withdrawing a consent is harder than giving it",
	Message: `consent "{consent}" is given with a click and withdrawn in writing: let people take it back where they gave it`,
	Explanation: `It shall be as easy to withdraw as to give consent. Somebody who
said yes with one click and must then find an address, write a message and wait
for an answer will often let it be, and the consent goes on against their will.
Put the way back where the way in is: a link in each message, a box in the
profile, the same form.`,
	Avoid: `languages: [en]
consents:
  - id: newsletter
    givenBy: [ticking]
    withdraw: {en: Send us an e-mail.}`,
	Prefer: `languages: [en]
consents:
  - id: newsletter
    givenBy: [ticking]
    withdraw: {en: Follow the link in each newsletter or send us an e-mail.}`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			c := &p.doc.Consents[i]
			if !slices.ContainsFunc(c.GivenBy, byClick) {
				continue
			}
			written := p.saysAnywhere(c.Withdraw, mails) || p.saysAnywhere(c.Withdraw, letterWords)
			if written && !p.saysAnywhere(c.Withdraw, clicks) {
				p.reportConsent(i, "withdraw")
			}
		}
	},
}

// byClick reports whether a consent, or what is taken for one, is given on a page.
func byClick(act policy.ConsentAct) bool {
	switch act {
	case policy.ByTicking, policy.ByRegistering, policy.ByTyping, policy.ByBrowsing:
		return true
	}
	return false
}
