package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
)

var childTextMissing = Rule{
	Code: "child-text-missing", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "12(1)", Source: gdprText, Verified: true},
		{Other: "GDPR, recital 58", Source: "general knowledge"},
	},
	Title:   "The words for children leave out something",
	Message: "the words for children leave out what children ask first",
	Hints: []string{
		hintChildWhat: `say under "what" what is known about them`,
		hintChildWhy:  `say under "why" why it is known`,
		hintChildAsk:  `say under "ask" whom they can turn to`,
	},
	Explanation: `A child wants to know three things first: what do you know about me, why, and
whom can I ask? A layer that answers only some of them sends the child back to
the long text. One short sentence for each is enough.`,
	Avoid: `languages: [en]
children:
  intro: {en: This is about your data.}`,
	Prefer: `languages: [en]
children:
  what: {en: We know your name and your class.}
  why: {en: So that your teacher knows who you are.}
  ask: {en: Ask your teacher.}`,
	check: func(p *pass) {
		c := p.doc.Children
		if c == nil {
			return
		}
		if c.What.IsZero() {
			p.reportHint(hintChildWhat, "/children/what")
		}
		if c.Why.IsZero() {
			p.reportHint(hintChildWhy, "/children/why")
		}
		if c.Ask.IsZero() {
			p.reportHint(hintChildAsk, "/children/ask")
		}
	},
}

// The hints of the rule.
const (
	hintChildWhat = 0
	hintChildWhy  = 1
	hintChildAsk  = 2
)
