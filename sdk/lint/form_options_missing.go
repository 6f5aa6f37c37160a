package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var formOptionsMissing = Rule{
	Code: "form-options-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(d)", Source: gdprText, Verified: true},
		{Other: "WCAG 2.2, success criterion 3.3.2", Source: "general knowledge"},
	},
	Title:   "A choice has nothing to choose from",
	Message: `field "{field}" of form "{form}" is shown as {control} and has no choices: list them under "options"`,
	Explanation: `A list, radio buttons and checkboxes show what can be chosen.
Without options there is nothing to tick, every answer is refused, and a field
that must be filled in keeps the form from being sent at all. For a country the
list is there already.`,
	Avoid: `forms:
  - id: enrolment
    fields:
      - {datum: role, control: select}`,
	Prefer: `forms:
  - id: enrolment
    fields:
      - datum: role
        control: select
        options:
          - {value: teacher, label: {en: teacher}}
          - {value: other, label: {en: other}}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			if c := a.control(); isChoice(c) && c != policy.CountryControl && len(a.Options) == 0 {
				p.reportField(a, []string{"options"}, arg("control", string(c)))
			}
		}
	},
}
