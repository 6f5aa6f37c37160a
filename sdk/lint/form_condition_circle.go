package lint

import "github.com/lagrum/lagrum/sdk/diag"

var formConditionCircle = Rule{
	Code: "form-condition-circle", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "25(1)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
	},
	Title:   "The conditions of a form run in a circle",
	Message: `field "{field}" of form "{form}" depends in the end on itself, so that it is never asked for: let it, its group, or a consent that opens it depend on something else`,
	Explanation: `A field that waits for the answer to another one is shown once
that answer is there. If the other one waits for the first, neither is ever
shown. A group makes its fields wait for its own condition, and a consent makes
the sensitive data wait that it names.`,
	Avoid: `forms:
  - id: enrolment
    fields:
      - {datum: school, if: {field: city}}
      - {datum: city, if: {field: school}}`,
	Prefer: `forms:
  - id: enrolment
    fields:
      - {datum: school}
      - {datum: city, if: {field: school}}`,
	check: func(p *pass) {
		for i := range p.sheets() {
			s := &p.forms[i]
			w := circles{pass: p, form: s, state: make([]uint8, len(s.inputs))}
			for j := range s.inputs {
				w.follow(j)
			}
		}
	},
}

// circles looks for fields that depend on themselves.
type circles struct {
	*pass
	form  *sheet
	state []uint8 // of each field
}

// What is known of a field.
const (
	notSeen uint8 = iota
	beingFollowed
	followed
)

// follow goes to all that a field depends on, and reports it if that leads back
// to it.
func (w *circles) follow(j int) {
	w.state[j] = beingFollowed
	a := &w.form.inputs[j]
	circle := false
	for k := range w.form.before(a) {
		switch w.state[k] {
		case notSeen:
			w.follow(k)
		case beingFollowed:
			circle = true
		}
	}
	if circle {
		w.reportField(a, nil)
	}
	w.state[j] = followed
}
