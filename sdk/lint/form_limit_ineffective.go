package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var formLimitIneffective = Rule{
	Code: "form-limit-ineffective", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(d)", Source: gdprText, Verified: true},
		{GDPR: "25(1)", Source: gdprText, Verified: true},
	},
	Title:   "A demand on an answer is not heeded",
	Message: `"{key}" of field "{field}" in form "{form}" has no effect`,
	Hints: []string{
		hintNotOfControl: `a field shown as {control} does not heed it, so leave it out or choose another "control"`,
		hintNoNumber:     `it is no number, so write one such as 10 or 2.5`,
		hintNoDay:        `it is no day, so write one such as 2026-01-31, or today`,
	},
	Explanation: `A limit keeps out what nobody needs or what cannot be right. Each
control heeds some of them: a pattern is for what people type, a least and a
greatest value for numbers and days, options for choices. The others are passed
over in silence, so that a form accepts more than its author thinks.`,
	Avoid: `forms:
  - id: enrolment
    fields:
      - {datum: name, control: text, max: "40"}`,
	Prefer: `forms:
  - id: enrolment
    fields:
      - {datum: name, control: text, maxLength: 40}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			control := a.control()
			for _, l := range a.limits() {
				if l.set && !l.on(control) {
					p.reportFieldHint(hintNotOfControl, a, []string{l.key}, arg("key", l.key), arg("control", string(control)))
				}
			}
			p.unread(a, "min", a.Min)
			p.unread(a, "max", a.Max)
			if a.Consent != "" && a.Datum == "" && a.Control != "" && a.Control != policy.ConsentControl {
				p.reportFieldHint(hintNotOfControl, a, []string{"control"}, arg("key", "control"), arg("control", string(control)))
			}
		}
	},
}

// The hints of the rule.
const (
	hintNotOfControl = 0
	hintNoNumber     = 1
	hintNoDay        = 2
)

// unread reports a least or greatest value that cannot be read.
func (p *pass) unread(a *input, key, value string) {
	if value == "" {
		return
	}
	switch a.control() {
	case policy.NumberControl:
		if _, ok := readNumber(value); !ok {
			p.reportFieldHint(hintNoNumber, a, []string{key}, arg("key", key))
		}
	case policy.DateControl:
		if _, _, ok := readDay(value); !ok {
			p.reportFieldHint(hintNoDay, a, []string{key}, arg("key", key))
		}
	}
}
