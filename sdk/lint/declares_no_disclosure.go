package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var declaresNoDisclosure = Rule{
	Code: "declares-no-disclosure", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "13(1)(e)", Source: gdprText, Verified: true},
	},
	Title:   "Passed on to nobody, says the policy that passes it on",
	Message: `the policy says that nobody else gets it, and {kind} "{id}" contradicts that: take the statement back, or limit it with data`,
	Explanation: `Whoever else gets the data must be named, and a sentence that denies it makes
the rest of the list doubtful. It is also a disclosure if another organisation
converts a number on the way to the log-in and is not the controller's
processor. One's own processors are no third parties.`,
	Avoid: `data:
  - {id: number}
recipients:
  - {id: register}
activities:
  - {id: log-in, data: [number], recipients: [register]}
declarations:
  - {id: nobody, denies: disclosure, data: [number]}`,
	Prefer: `data:
  - {id: number}
  - {id: name}
recipients:
  - {id: register, data: [name]}
activities:
  - {id: log-in, data: [number, name], recipients: [register]}
declarations:
  - {id: nobody, denies: disclosure, data: [number]}`,
	check: func(p *pass) {
		p.deny(policy.DeniesDisclosure, p.discloser())
	},
}

// discloser tells to whom goes what a declaration speaks of.
func (p *pass) discloser() func(key) (key, bool) {
	named, open := map[string]string{}, map[int]string{} // by datum, and by activity
	for i := range p.doc.Recipients {
		r := &p.doc.Recipients[i]
		if r.Anonymous {
			continue
		}
		for _, id := range r.Data {
			named[id] = r.ID
		}
		for _, a := range p.usersOf("recipient", r.ID) {
			if len(r.Data) == 0 && open[a] == "" {
				open[a] = r.ID
			}
		}
	}
	some := p.inActivities(func(a *policy.Activity) bool {
		return slices.ContainsFunc(a.Recipients, func(id string) bool {
			r := p.recipient(id)
			return r != nil && !r.Anonymous
		})
	})
	return func(about key) (key, bool) {
		if about.kind != "datum" {
			return some(about)
		}
		if id, ok := named[about.id]; ok {
			return key{"recipient", id}, true
		}
		by := ""
		if d := p.datum(about.id); d != nil && d.Transient != nil && !p.isProcessor(d.Transient.By) {
			by = d.Transient.By
		}
		for _, i := range p.usersOf("datum", about.id) {
			if id, ok := open[i]; ok {
				return key{"recipient", id}, true
			}
			if by != "" && !p.isOwn(i, by) {
				return key{"party", by}, true
			}
		}
		return key{}, false
	}
}
