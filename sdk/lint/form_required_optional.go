package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var formRequiredOptional = Rule{
	Code: "form-required-optional", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "7(4)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(c)", Source: gdprText, Verified: true},
		{Other: "Recital 43 of the GDPR", Source: gdprText, Verified: true},
	},
	Title:   "A field for something optional must be filled in",
	Message: `form "{form}" cannot be sent without "{datum}", which serves activity "{activity}", and that one people may decline: let the field be optional, or show it only after a yes`,
	Explanation: `Whoever signs up for a course need not want the newsletter. Where
an answer serves only what people may decline, a field that must be filled in
makes them give data for something they have not chosen, and a consent that
comes with it is not free. On a form for that one thing alone the field may be
required, since the form is the choice.`,
	Avoid: `regime: EU-GDPR
data:
  - {id: name}
  - {id: interests}
activities:
  - {id: enrolment, basis: {article: 6(1)(b)}, data: [name]}
  - {id: newsletter, basis: {article: 6(1)(a)}, data: [interests]}
forms:
  - id: enrolment
    fields:
      - {datum: name, required: true}
      - {datum: interests, required: true}`,
	Prefer: `regime: EU-GDPR
data:
  - {id: name}
  - {id: interests}
activities:
  - {id: enrolment, basis: {article: 6(1)(b)}, data: [name]}
  - {id: newsletter, basis: {article: 6(1)(a)}, data: [interests]}
forms:
  - id: enrolment
    fields:
      - {datum: name, required: true}
      - {datum: interests}`,
	check: func(p *pass) {
		for i := range p.sheets() {
			s := &p.forms[i]
			served := p.served(s)
			for j := range s.inputs {
				a := &s.inputs[j]
				users := p.usersFor(a)
				if !a.compels() || len(users) == 0 || len(users) == served || s.opens(a) || !p.allVoluntary(users) {
					continue
				}
				p.reportField(a, []string{"required"}, arg("datum", a.Datum), p.activityArg(users[0]))
			}
		}
	},
}

// served counts the activities that the form collects for.
func (p *pass) served(s *sheet) int {
	if s.activities != nil {
		return len(s.activities)
	}
	all := map[int]bool{}
	for j := range s.inputs {
		for _, i := range p.usersFor(&s.inputs[j]) {
			all[i] = true
		}
	}
	return len(all)
}

// allVoluntary reports whether people may decline each of the activities.
func (p *pass) allVoluntary(activities []int) bool {
	for _, i := range activities {
		basis, ok := p.basis(i)
		if p.doc.Activities[i].Necessity != policy.Voluntary && (!ok || basis != law.Consent) {
			return false
		}
	}
	return true
}
