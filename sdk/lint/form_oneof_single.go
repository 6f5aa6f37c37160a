package lint

import "github.com/lagrum/lagrum/sdk/diag"

var formOneofSingle = Rule{
	Code: "form-oneof-single", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "25(1)", Source: gdprText, Verified: true},
	},
	Title:   "A form asks for one of several data and leaves no choice",
	Message: `form "{form}" cannot be sent without "{datum}", though others may be given instead of it: ask for one of those too, or leave out "oneOf"`,
	Explanation: `Data under the same oneOf replace each other: whoever gives one need
not give the others. A form with only one of them takes that choice away. Where
the others are national identification numbers, it asks for less, and that is
right.`,
	Avoid: `data:
  - {id: email, oneOf: reach}
  - {id: phone, oneOf: reach}
forms:
  - id: enrolment
    fields:
      - {datum: phone, required: true}`,
	Prefer: `data:
  - {id: email, oneOf: reach}
  - {id: phone, oneOf: reach}
forms:
  - id: enrolment
    fields:
      - {datum: email}
      - {datum: phone, required: true}`,
	check: func(p *pass) {
		choices := map[string]int{} // how many data there are for each oneOf, without national numbers
		for i := range p.doc.Data {
			if d := &p.doc.Data[i]; d.OneOf != "" && d.NationalNumber == "" {
				choices[d.OneOf]++
			}
		}
		for a := range p.inputs() {
			if a.datum == nil || a.datum.NationalNumber != "" || !a.compels() {
				continue // a national number alone has a rule of its own
			}
			if choices[a.datum.OneOf] > 1 && a.form.ways[a.datum.OneOf] == 1 {
				p.reportField(a, nil, arg("datum", a.Datum))
			}
		}
	},
}
