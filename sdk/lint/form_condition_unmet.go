package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

var formConditionUnmet = Rule{
	Code: "form-condition-unmet", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "25(1)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
	},
	Title:   "A condition in a form can never hold",
	Message: `a condition on "{field}" in form "{form}" cannot hold`,
	Hints: []string{
		hintNoSuchField:  `the form has no such field, so name one of its fields or leave "if" out`,
		hintNoSuchValue:  `"{value}" is none of its options, so name one of them`,
		hintNoSuchAnswer: `a consent is answered with yes or no, so write one of them`,
		hintNotACountry:  `"{value}" is no country code, so write one such as SE`,
	},
	Explanation: `What depends on an answer is neither shown nor kept where the
answer is another one. If the condition names a field that is not there, or a
value that nobody can choose, the form never asks, and what it should have asked
for is missing with everybody.`,
	Avoid: `forms:
  - id: enrolment
    fields:
      - {datum: role}
      - {datum: school, if: {field: rule, is: [teacher]}}`,
	Prefer: `forms:
  - id: enrolment
    fields:
      - {datum: role}
      - {datum: school, if: {field: role, is: [teacher]}}`,
	check: func(p *pass) {
		var countries map[string]bool
		for i := range p.sheets() {
			s := &p.forms[i]
			for c := range s.conditions() {
				n, ok := s.fields[c.Field]
				if !ok {
					p.reportHint(hintNoSuchField, c.path.Key("field"), arg("field", label(c.Field, c.path)), s.arg())
					continue
				}
				if s.inputs[n].control() == policy.CountryControl && countries == nil {
					countries = map[string]bool{}
					for _, code := range text.Countries() {
						countries[code] = true
					}
				}
				p.checkValues(c, &s.inputs[n], countries)
			}
		}
	},
}

// The hints of the rule.
const (
	hintNoSuchField  = 0
	hintNoSuchValue  = 1
	hintNoSuchAnswer = 2
	hintNotACountry  = 3
)

// checkValues reports the values of a condition that the field never has.
func (p *pass) checkValues(c condition, of *input, countries map[string]bool) {
	for k, value := range c.Is {
		hint, has := hintNoSuchValue, true
		switch control := of.control(); {
		case control == policy.ConsentControl:
			hint, has = hintNoSuchAnswer, value == "yes" || value == "no"
		case control == policy.CountryControl && len(of.Options) == 0:
			hint, has = hintNotACountry, countries[value]
		case isChoice(control) && len(of.Options) > 0:
			has = slices.ContainsFunc(of.Options, func(o policy.Option) bool { return o.Value == value })
		}
		if !has {
			p.reportHint(hint, c.path.Key("is").Index(k), arg("field", c.Field), of.form.arg(), arg("value", value))
		}
	}
}

// isChoice reports whether the control shows options.
func isChoice(c policy.Control) bool {
	switch c {
	case policy.SelectControl, policy.RadioControl, policy.CheckboxesControl, policy.CountryControl:
		return true
	}
	return false
}
