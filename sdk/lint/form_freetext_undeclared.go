package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var formFreetextUndeclared = Rule{
	Code: "form-freetext-undeclared", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "25(1)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(c)", Source: gdprText, Verified: true},
	},
	Title:   "A form takes free text that nobody screens",
	Message: `field "{field}" of form "{form}" has several lines, and "{datum}" does not say "freeText: true", so what is written there is not screened: say so, or ask in one line`,
	Explanation: `Several lines invite people to tell, and what they tell may be
sensitive or about somebody else. Lagrum screens what the policy calls free
text, and nothing else. An address has several lines and is none, nor is what a
school writes about itself.`,
	Avoid: `data:
  - {id: remark}
forms:
  - id: report
    fields:
      - {datum: remark, control: long-text}`,
	Prefer: `data:
  - {id: remark, freeText: true}
forms:
  - id: report
    fields:
      - {datum: remark, control: long-text}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			if a.datum == nil || a.control() != policy.LongTextControl || a.datum.FreeText {
				continue
			}
			if a.datum.About != policy.AboutOrganisation && a.datum.Term != "pd:PhysicalAddress" {
				p.reportField(a, []string{"control"}, arg("datum", a.Datum))
			}
		}
	},
}
