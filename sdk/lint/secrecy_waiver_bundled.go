package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var secrecyWaiverBundled = Rule{
	Code: "secrecy-waiver-bundled", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{Other: "OSL 12 kap. 2 §", Source: oslText, Verified: true},
		{GDPR: "7(2)", Source: gdprText, Verified: true},
	},
	Title:   "A waiver of secrecy is bundled with something else",
	Message: `the waiver of secrecy "{consent}" is bundled with something else`,
	Hints: []string{
		hintWaiverTyped: `it is taken from something that people do for another reason, so let them tick or sign`,
		hintWaiverAlone: `activity "{activity}" rests on consent and has no other, so ask for that consent apart`,
		hintInConsent:   `it stands in the text of another consent, so make a consent of kind secrecy-waiver of it`,
	},
	Explanation: `Whoever lifts the secrecy that protects them lets an authority
pass on what it must otherwise keep to itself. That is another act than consent
to processing, with other consequences, and it must be a choice that people see.
Ask for each in a question of its own, answered by a tick or a signature.`,
	Avoid: `consents:
  - id: secrecy
    kind: secrecy-waiver
    givenBy: [typing]`,
	Prefer: `consents:
  - id: secrecy
    kind: secrecy-waiver
    givenBy: [ticking]`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			c := &p.doc.Consents[i]
			switch {
			case c.Kind == policy.SecrecyWaiver:
				p.reportWaiver(i, c)
			case p.saysAnywhere(c.Text, secrecy):
				p.reportHint(hintInConsent, entry("consents", i, "text"), arg(p.consentArg(i)))
			}
		}
	},
}

// The hints of the rule.
const (
	hintWaiverTyped = 0
	hintWaiverAlone = 1
	hintInConsent   = 2
)

// Words for secrecy, in lower case, as a statement that lifts it has them.
var secrecy = []string{
	"sekretess", "sekretessen", "tavshedspligt", "tavshedspligten", "taushetsplikt", "taushetsplikten", "teieplikt",
	"teieplikta", "salassapito", "salassapidon", "salassapitovelvollisuus", "þagnarskylda", "þagnarskyldu", "secrecy",
}

// reportWaiver notes in what way a waiver is bundled, once.
func (p *pass) reportWaiver(i int, c *policy.Consent) {
	for j, act := range c.GivenBy {
		if act != policy.ByTicking && byClick(act) {
			p.reportHint(hintWaiverTyped, entry("consents", i, "givenBy").Index(j), arg(p.consentArg(i)))
			return
		}
	}
	for _, n := range p.usersOf("consent", c.ID) {
		if p.restsOnConsent(n) && !p.asksForConsent(n) {
			p.reportHint(hintWaiverAlone, entry("consents", i, "kind"), arg(p.consentArg(i)), p.activityArg(n))
			return
		}
	}
}
