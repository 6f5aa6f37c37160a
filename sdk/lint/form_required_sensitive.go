package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
)

var formRequiredSensitive = Rule{
	Code: "form-required-sensitive", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "9(1)", Source: gdprText, Verified: true},
		{GDPR: "9(2)(a)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(c)", Source: gdprText, Verified: true},
	},
	Title:   "Sensitive data must be given to send a form",
	Message: `form "{form}" cannot be sent without "{datum}" ({category}), for which no condition but consent is named: let the field be optional, or show it only after an explicit yes`,
	Explanation: `Nobody has to tell of an illness, a faith or a trade union to take
a course. Where consent is the condition for such data, or none is named, there
must be a way past the question; what is pressed out of people is no consent. A
law may demand the answer, and then the activity names its condition.`,
	Avoid: `regime: EU-GDPR
data:
  - {id: allergies, special: health}
activities:
  - id: lunch
    basis: {article: 6(1)(a)}
    specialGround: {article: 9(2)(a)}
    data: [allergies]
forms:
  - id: enrolment
    fields:
      - {datum: allergies, required: true}`,
	Prefer: `regime: EU-GDPR
data:
  - {id: allergies, special: health}
activities:
  - id: lunch
    basis: {article: 6(1)(a)}
    specialGround: {article: 9(2)(a)}
    data: [allergies]
forms:
  - id: enrolment
    fields:
      - {datum: allergies}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			category, sensitive := p.tells(a)
			if !sensitive || !a.compels() || a.form.opens(a) || slices.ContainsFunc(p.usersFor(a), p.otherGround) {
				continue
			}
			p.reportField(a, []string{"required"}, arg("datum", a.Datum), arg("category", categoryName(category)))
		}
	},
}

// otherGround reports whether the activity names a condition for special
// categories that is not the person's explicit consent.
func (p *pass) otherGround(i int) bool {
	ground, ok := p.ground(i)
	return ok && ground.Letter != "a"
}
