package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var formNumbersMissing = Rule{
	Code: "form-numbers-missing", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "5(1)(d)", Source: gdprText, Verified: true}},
	Title:   "A number is asked for and nothing says of which kind",
	Message: `field "{field}" of form "{form}" does not say which kinds of number it takes`,
	Hints: []string{
		hintNameTheKinds:  `name them under "numbers", such as se.organisationsnummer, or show it as text`,
		hintNameTheResult: `name under "numbers" the kind that the number of the log-in is converted to, since nothing is filled in without it`,
	},
	Explanation: `Numbers of different countries look alike, and each is checked by
a rule of its own. Without a kind nothing is checked, so that a slip of the
finger stands in the register as somebody else's number. Where a form takes the
postal codes or numbers of any country, ask for plain text.`,
	Avoid: `data:
  - {id: employer, about: organisation}
forms:
  - id: enrolment
    fields:
      - {datum: employer, control: org-number}`,
	Prefer: `data:
  - {id: employer, about: organisation}
forms:
  - id: enrolment
    fields:
      - {datum: employer, control: org-number, numbers: [se.organisationsnummer]}`,
	check: func(p *pass) {
		converted := p.carriers()
		for a := range p.inputs() {
			if len(a.Numbers) > 0 || a.datum == nil {
				continue
			}
			if converted[key{a.FilledFrom, a.Datum}] {
				p.reportFieldHint(hintNameTheResult, a, []string{"numbers"})
			} else if takesNumbers(a.control()) && a.datum.NationalNumber == "" {
				p.reportFieldHint(hintNameTheKinds, a, []string{"numbers"})
			}
		}
	},
}

// The hints of the rule.
const (
	hintNameTheKinds  = 0
	hintNameTheResult = 1
)

// takesNumbers reports whether the control is for numbers of certain kinds.
func takesNumbers(c policy.Control) bool {
	switch c {
	case policy.NationalNumberControl, policy.OrgNumberControl, policy.PostalCodeControl:
		return true
	}
	return false
}
