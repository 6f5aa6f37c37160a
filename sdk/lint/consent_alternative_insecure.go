package lint

import "github.com/lagrum/lagrum/sdk/diag"

var consentAlternativeInsecure = Rule{
	Code: "consent-alternative-insecure", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "32(1)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(f)", Source: gdprText, Verified: true},
	},
	Title:   "The alternative sends sensitive data by e-mail",
	Message: `the alternative to the consent "{consent}" leads to plain e-mail, which is open to others on the way: offer a call instead, and ask people to write nothing sensitive`,
	Explanation: `It is good to offer another way to those who would rather not fill
in a field about their health. An ordinary e-mail is a worse way, though: it
lies readable on several servers and in two mailboxes, long after the course is
over. Let people ask for a call, and tell them to write nothing about their
health or faith.`,
	Avoid: `languages: [en]
data:
  - {id: diet, label: {en: special diet}}
consents:
  - id: diet
    data: [diet]
    alternative: {en: E-mail the person responsible for the course.}`,
	Prefer: `languages: [en]
data:
  - {id: diet, label: {en: special diet}}
consents:
  - id: diet
    data: [diet]
    alternative: {en: E-mail the person responsible for the course and ask for a call. Write nothing about your diet.}`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			c := &p.doc.Consents[i]
			if !c.Alternative.IsZero() && p.isSensitive(c) && p.saysAnywhere(c.Alternative, mails) && !p.saysAnywhere(c.Alternative, calls) {
				p.reportConsent(i, "alternative")
			}
		}
	},
}
