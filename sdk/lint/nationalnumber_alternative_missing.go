package lint

import "github.com/lagrum/lagrum/sdk/diag"

var nationalnumberAlternativeMissing = Rule{
	Code: "nationalnumber-alternative-missing", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "25(1)", Source: gdprText, Verified: true},
	},
	Title:   "A form asks for a national number and for nothing instead",
	Message: `form "{form}" asks for "{datum}" and offers nothing to those who have none: ask for the birth date as well, with the same "oneOf"`,
	Explanation: `Many who take courses have no national number: visitors, the newly
arrived, people with protected identity. A form that knows only the number turns
them away or makes them invent one. Offer the birth date beside it; give both
data the same name under oneOf.`,
	Avoid: `data:
  - {id: number, nationalNumber: se.personnummer}
forms:
  - id: enrolment
    fields:
      - {datum: number}`,
	Prefer: `data:
  - {id: number, nationalNumber: se.personnummer, oneOf: who}
  - {id: birth-date, oneOf: who}
forms:
  - id: enrolment
    fields:
      - {datum: number}
      - {datum: birth-date}`,
	check: func(p *pass) {
		for i := range p.doc.Forms {
			form := &p.doc.Forms[i]
			ways := map[string]int{} // how many fields without a national number there are for each oneOf
			for j := range form.Fields {
				if d := p.datum(form.Fields[j].Datum); d != nil && d.NationalNumber == "" && d.OneOf != "" {
					ways[d.OneOf]++
				}
			}
			for j := range form.Fields {
				f := &form.Fields[j]
				if d := p.datum(f.Datum); d != nil && d.NationalNumber != "" && f.Alternative.IsZero() && ways[d.OneOf] == 0 {
					p.report(entry("forms", i, "fields").Index(j),
						arg("form", label(form.ID, entry("forms", i))), arg("datum", f.Datum))
				}
			}
		}
	},
}
