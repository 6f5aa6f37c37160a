package lint

import "github.com/lagrum/lagrum/sdk/diag"

var languagesMissing = Rule{
	Code: "languages-missing", Severity: diag.Error, Since: "0.1",
	Cites:   []Cite{{GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "The policy lists no language",
	Message: "the policy does not say in which languages its notice is given",
	Explanation: `A notice must be understood by those who read it, so it is given in stated
languages, the main one first. Without the list there is no notice at all, and
no text can be found missing.`,
	Avoid: `title: {sv: Så hanterar vi dina uppgifter}`,
	Prefer: `languages: [sv]
title: {sv: Så hanterar vi dina uppgifter}`,
	check: func(p *pass) {
		if len(p.doc.Languages) == 0 {
			p.report("/languages")
		}
	},
}
