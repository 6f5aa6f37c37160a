package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/text"
)

var languageUnknown = Rule{
	Code: "language-unknown", Severity: diag.Error, Since: "0.1",
	Cites:   []Cite{{GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "Lagrum does not speak a language of the notice",
	Message: `Lagrum has no texts in "{language}", so no notice can be given in it`,
	Explanation: `A notice is made of the policy's words and of Lagrum's: headings, rights, legal
bases, periods. For this language the second half is missing. Take it out of the
list, or add the language to Lagrum; that is one file.`,
	Avoid:  `languages: [sv, fr]`,
	Prefer: `languages: [sv, en]`,
	check: func(p *pass) {
		for i, tag := range p.doc.Languages {
			if text.In(tag) == nil {
				p.report(diag.Path("/languages").Index(i), arg("language", string(tag)))
			}
		}
	},
}
