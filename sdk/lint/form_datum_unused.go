package lint

import "github.com/lagrum/lagrum/sdk/diag"

var formDatumUnused = Rule{
	Code: "form-datum-unused", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(b)", Source: gdprText, Verified: true},
	},
	Title:   "A form asks for what is not used",
	Message: `form "{form}" asks for "{datum}"`,
	Hints: []string{
		hintUsedNowhere:   `no activity uses it, so take the field away or name the datum in the activity that needs it`,
		hintUsedElsewhere: `none of the activities of the form uses it, so take the field away or add the activity that does`,
	},
	Explanation: `Only what a purpose needs may be collected. An answer that no
activity uses has no purpose, no legal basis and no day on which it goes; the
form cannot even say why it asks. Every field less is also a form that more
people fill in to the end.`,
	Avoid: `data:
  - {id: name}
  - {id: shoe-size}
activities:
  - {id: enrolment, data: [name]}
forms:
  - id: enrolment
    fields:
      - {datum: name}
      - {datum: shoe-size}`,
	Prefer: `data:
  - {id: name}
activities:
  - {id: enrolment, data: [name]}
forms:
  - id: enrolment
    fields:
      - {datum: name}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			n, ok := p.number("datum", a.Datum)
			if a.datum == nil || !ok || !p.isPersonal(n) || len(p.usersFor(a)) > 0 {
				continue
			}
			hint := hintUsedElsewhere
			if len(p.usersOf("datum", a.Datum)) == 0 {
				hint = hintUsedNowhere
			}
			p.reportFieldHint(hint, a, []string{"datum"}, arg("datum", a.Datum))
		}
	},
}

// The hints of the rule.
const (
	hintUsedNowhere   = 0
	hintUsedElsewhere = 1
)
