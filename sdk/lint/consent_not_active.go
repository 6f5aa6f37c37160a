package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentNotActive = Rule{
	Code: "consent-not-active", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "4(11)", Source: gdprText, Verified: true},
		{Other: "Recital 32 of the GDPR", Source: gdprText, Verified: true},
		{Other: "C-673/17 Planet49", Source: "general knowledge"},
	},
	Title:   "Consent is taken from something else than an answer",
	Message: `consent "{consent}" is taken for given without an answer to the question`,
	Hints: []string{
		hintTyped:   `filling in a field is no consent, so let people tick or sign`,
		hintBrowsed: `visiting a page is no consent, so let people tick or refuse`,
	},
	Explanation: `Consent is a statement or a clear act by which somebody agrees to
this and nothing else. Whoever fills in a field answers the field, and whoever
visits a page wants to read it; neither has said yes to anything. Settings of
the browser say nothing either. Ask, and take a tick, a signature, a message or
words noted by staff for the answer.`,
	Avoid: `consents:
  - id: cookies
    givenBy: [browsing]`,
	Prefer: `consents:
  - id: cookies
    givenBy: [ticking]`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			for j, act := range p.doc.Consents[i].GivenBy {
				path := entry("consents", i, "givenBy").Index(j)
				switch act {
				case policy.ByTyping:
					p.reportHint(hintTyped, path, arg(p.consentArg(i)))
				case policy.ByBrowsing:
					p.reportHint(hintBrowsed, path, arg(p.consentArg(i)))
				}
			}
		}
	},
}

// The hints of the rule.
const (
	hintTyped   = 0
	hintBrowsed = 1
)
