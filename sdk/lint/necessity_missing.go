package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var necessityMissing = Rule{
	Code: "necessity-missing", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "13(2)(e)", Source: gdprText, Verified: true}},
	Title:   "People are not told whether they must give their data",
	Message: `activity "{activity}" does not say whether one must give the data: set necessity to statutory, contractual, necessary or voluntary`,
	Explanation: `Whoever is asked for data must be told whether a law or a contract demands them, or
whether they may say no. A form that marks a field as required shows that one
must, not why. Data that nobody is asked for, because the system notes them or
somebody else gives them, need no such word.`,
	Avoid: `data:
  - id: email
    provision: required
activities:
  - id: enrolment
    data: [email]`,
	Prefer: `data:
  - id: email
    provision: required
activities:
  - id: enrolment
    data: [email]
    necessity: contractual
    consequence: {en: Without your e-mail address you cannot enrol.}`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for i := range p.doc.Activities {
			a := &p.doc.Activities[i]
			if a.Necessity == "" && slices.ContainsFunc(a.Data, func(id string) bool { return asked(p.datum(id)) }) {
				p.reportActivity(i, "necessity")
			}
		}
	},
}

// asked reports whether people are asked for the datum, and it is not said
// that they may leave it out.
func asked(d *policy.Datum) bool {
	if d == nil || d.Anonymous || d.Provision == policy.Optional || d.Provision == policy.Observed {
		return false
	}
	return len(d.Sources) == 0 || slices.ContainsFunc(d.Sources, func(s policy.Source) bool {
		return s.Kind == policy.FromSubject || s.Kind == ""
	})
}
