package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var formFieldUnclear = Rule{
	Code: "form-field-unclear", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(b)", Source: gdprText, Verified: true},
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
	},
	Title:   "A field does not say what it asks for",
	Message: `field "{field}" of form "{form}" must ask for one datum or for one consent`,
	Hints: []string{
		hintAsksNothing: `name the "datum" or the "consent", or take the field away`,
		hintAsksBoth:    `it names a datum and a consent, so make two fields of it`,
		hintBoxForDatum: `a consent box asks for a consent, so give the datum another "control"`,
	},
	Explanation: `A field leads to its datum, and through it to the purpose, the
legal basis and the day on which the answer goes. A field that leads nowhere
collects data for nothing, and nobody could say why it is there. A question of
consent stands by itself: one act, one meaning.`,
	Avoid: `forms:
  - id: enrolment
    fields:
      - {id: shoe-size, label: {en: shoe size}}`,
	Prefer: `data:
  - {id: name, label: {en: name}}
forms:
  - id: enrolment
    fields:
      - {datum: name}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			switch {
			case a.Datum == "" && a.Consent == "":
				p.reportFieldHint(hintAsksNothing, a, nil)
			case a.Datum != "" && a.Consent != "":
				p.reportFieldHint(hintAsksBoth, a, []string{"consent"})
			case a.Consent == "" && a.Control == policy.ConsentControl:
				p.reportFieldHint(hintBoxForDatum, a, []string{"control"})
			}
		}
	},
}

// The hints of the rule.
const (
	hintAsksNothing = 0
	hintAsksBoth    = 1
	hintBoxForDatum = 2
)
