package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/screen"
)

var formTextrulesMissing = Rule{
	Code: "form-textrules-missing", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{GDPR: "25(1)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(c)", Source: gdprText, Verified: true},
	},
	Title:   "A form takes free text and nothing says what may stand there",
	Message: `form "{form}" takes free text in "{datum}", and it is screened for sensitive data and national numbers alone: write under "textRules" what it must not hold`,
	Explanation: `People write in an open field what is on their mind: an illness, a
neighbour, somebody else's number. Lagrum looks for that before the text is
sent, and asks whether it is meant. Without rules of your own it looks for the
special categories and for national numbers; what else has no place there, only
you know.`,
	Avoid: `data:
  - {id: remark, freeText: true}
forms:
  - id: report
    fields:
      - {datum: remark}`,
	Prefer: `data:
  - {id: remark, freeText: true}
textRules:
  - {id: no-illness, kind: forbid, class: health}
forms:
  - id: report
    fields:
      - {datum: remark}`,
	check: func(p *pass) {
		if slices.ContainsFunc(p.doc.TextRules, func(r policy.TextRule) bool {
			return r.Kind == policy.ForbidText && screen.Class(r.Class).Known()
		}) {
			return
		}
		for i := range p.sheets() {
			for _, a := range p.forms[i].inputs {
				if a.datum != nil && a.datum.FreeText {
					p.reportField(&a, nil, arg("datum", a.Datum))
					break // what is said of one holds for the form
				}
			}
		}
	},
}
