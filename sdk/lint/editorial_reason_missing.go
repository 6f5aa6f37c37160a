package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
)

var editorialReasonMissing = Rule{
	Code: "editorial-reason-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "7(1)", Source: gdprText, Verified: true},
		{GDPR: "5(2)", Source: gdprText, Verified: true},
	},
	Title:   "Nothing says why other words mean the same",
	Message: `an editorial change does not say why the words mean the same: write the "reason", or take it away so that people are asked again`,
	Explanation: `When the words of a consent change, people have agreed to other
words and are asked again. An editorial change is the exception: it says that
the meaning stayed. That is a judgement, and the controller must be able to show
on what it rests. Who reviews the policy should not have to guess.`,
	Avoid: `languages: [en]
consents:
  - {id: news, text: {en: Send me the newsletter.}}
editorial:
  - {consent: news, language: en, before: Send me teh newsletter., after: Send me the newsletter.}`,
	Prefer: `languages: [en]
consents:
  - {id: news, text: {en: Send me the newsletter.}}
editorial:
  - consent: news
    language: en
    before: Send me teh newsletter.
    after: Send me the newsletter.
    reason: a slip of the finger`,
	check: func(p *pass) {
		for i := range p.doc.Editorial {
			if strings.TrimSpace(p.doc.Editorial[i].Reason) == "" {
				p.report(entry("editorial", i, "reason"))
			}
		}
	},
}
