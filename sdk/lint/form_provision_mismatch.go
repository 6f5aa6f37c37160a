package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var formProvisionMismatch = Rule{
	Code: "form-provision-mismatch", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(e)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
	},
	Title:   "The notice and the form differ on whether data must be given",
	Message: `form "{form}" and the datum "{datum}" contradict each other`,
	Hints: []string{
		hintSaidOptional: `the notice says that it may be given and the form that it must, so let the field be optional or the datum be required`,
		hintSaidObserved: `the notice says that nobody is asked for it, so take the field away or say that it may or must be given`,
	},
	Explanation: `People are told whether they must give their data, and what
follows if they do not. Whoever has read that an answer is optional and then
cannot send the form without it has been told something untrue. One of the two
is right; change the other. A field that only some are asked for, after an
answer or under a circumstance, may be required of them.`,
	Avoid: `data:
  - {id: phone, provision: optional}
forms:
  - id: enrolment
    fields:
      - {datum: phone, required: true}`,
	Prefer: `data:
  - {id: phone, provision: optional}
forms:
  - id: enrolment
    fields:
      - {datum: phone}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			switch {
			case a.datum == nil:
			case a.datum.Provision == policy.Optional && a.compels() && !a.depends() && !p.isMessage(a):
				p.reportFieldHint(hintSaidOptional, a, []string{"required"}, arg("datum", a.Datum))
			case a.datum.Provision == policy.Observed && a.FilledFrom == "":
				p.reportFieldHint(hintSaidObserved, a, []string{"datum"}, arg("datum", a.Datum))
			}
		}
	},
}

// isMessage reports whether the field holds what the form is there to send.
func (p *pass) isMessage(a *input) bool {
	return a.datum.FreeText && len(p.usersFor(a)) == p.served(a.form)
}

// The hints of the rule.
const (
	hintSaidOptional = 0
	hintSaidObserved = 1
)
