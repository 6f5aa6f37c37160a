package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var purposeTextMissing = Rule{
	Code: "purpose-text-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(b)", Source: gdprText, Verified: true},
		{Other: "WP260 rev.01, points 12 and 13", Source: "general knowledge"},
	},
	Title:   "A purpose is only a heading",
	Message: `purpose "{purpose}" has no text: say to the reader in a sentence what the data are used for`,
	Explanation: `"Course administration" may mean anything. People must be told what is done with
their data in words from which they can judge it. A part may leave it to its
whole, and a whole to its parts.`,
	Avoid: `purposes:
  - id: enrolment
    title: {en: Course administration}`,
	Prefer: `purposes:
  - id: enrolment
    title: {en: Your place on the course}
    text: {en: We book your place and send you what you need to know.}`,
	check: func(p *pass) { p.wordless(p.doc.Purposes, "/purposes") },
}

// wordless reports the purposes without a text of their own or of their parts.
// What a text covers is not looked into.
func (p *pass) wordless(list []policy.Purpose, path diag.Path) {
	for i := range list {
		x, at := &list[i], path.Index(i)
		switch {
		case !x.Text.IsZero():
		case len(x.Parts) > 0:
			p.wordless(x.Parts, at.Key("parts"))
		default:
			p.report(at.Key("text"), arg("purpose", label(x.ID, at)))
		}
	}
}
