package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/ident"
)

var formNationalnumberUndeclared = Rule{
	Code: "form-nationalnumber-undeclared", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "87", Source: gdprText, Verified: true},
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
	},
	Title:   "A form takes a national number that the policy does not call one",
	Message: `field "{field}" of form "{form}" takes numbers of kind {value}, and "{datum}" does not say that it is a national identification number: say so under "nationalNumber"`,
	Explanation: `A national identification number has rules of its own in every
Nordic country, and the notice tells people on what ground it is used. A datum
that does not say what it is slips past all of them. The organisation number of
a sole trader in Sweden is the owner's own number, and is read as an
organisation number all the same.`,
	Avoid: `data:
  - {id: number}
forms:
  - id: enrolment
    fields:
      - {datum: number, control: national-number, numbers: [se.personnummer]}`,
	Prefer: `data:
  - {id: number, nationalNumber: se.personnummer}
forms:
  - id: enrolment
    fields:
      - {datum: number, control: national-number}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			if a.datum == nil || a.datum.NationalNumber != "" {
				continue
			}
			for k, kind := range a.Numbers {
				if ident.Kind(kind).OfPerson() {
					path, args := a.place([]string{"numbers"}, []diag.Arg{arg("value", kind), arg("datum", a.Datum)})
					p.report(path.Index(k), args...)
					break
				}
			}
		}
	},
}
