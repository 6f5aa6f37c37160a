package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var processorRoleConflict = Rule{
	Code: "processor-role-conflict", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "4(8)", Source: gdprText, Verified: true},
		{GDPR: "28(10)", Source: gdprText, Verified: true},
	},
	Title:   "One party has two roles in the same processing",
	Message: `"{party}" has two roles in the same processing`,
	Hints: []string{
		hintOnOwnBehalf:    `it is among those that processor "{processor}" works for: name only the others`,
		hintSoleController: `it is processor and the only controller of activity "{activity}": take one of them away`,
		hintAlsoRecipient:  `it is processor and recipient in activity "{activity}": describe what it does for itself as an activity of its own`,
		hintUsedService:    `it supplies system "{system}" and is a recipient in activity "{activity}": make it a processor, or give the recipient a kind`,
	},
	Explanation: `Whoever handles data on the controller's orders is a processor, bound by an
agreement. Whoever receives them to use as its own is a recipient and answers for
itself. A service that the school uses, such as a payment gateway, and to which it
is said to disclose data could be either. People must be able to see which, since
it decides whom they can turn to.`,
	Avoid: `systems:
  - id: gateway
    supplier: payment-company
recipients:
  - id: payments
    party: payment-company
activities:
  - id: paying
    systems: [gateway]
    recipients: [payments]`,
	Prefer: `systems:
  - id: gateway
    supplier: payment-company
    processor: gateway
processors:
  - id: gateway
    party: payment-company
    for: [school]
activities:
  - id: paying
    systems: [gateway]
    processors: [gateway]`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for i := range p.doc.Processors {
			x := &p.doc.Processors[i]
			if k := slices.Index(x.For, x.Party); k >= 0 && x.Party != "" {
				p.reportHint(hintOnOwnBehalf, entry("processors", i, "for").Index(k), arg("party", x.Party), p.processorArg(i))
			}
		}
		for i := range p.doc.Activities {
			p.conflicts(i)
		}
	},
}

// The hints of the rule.
const (
	hintOnOwnBehalf    = 0
	hintSoleController = 1
	hintAlsoRecipient  = 2
	hintUsedService    = 3
)

// conflicts reports the parties that have two roles in the activity.
func (p *pass) conflicts(i int) {
	a := &p.doc.Activities[i]
	report := func(hint int, list string, k int, args ...diag.Arg) {
		p.reportHint(hint, entry("activities", i, list).Index(k), append(args, p.activityArg(i))...)
	}
	works := map[string]bool{} // parties that process
	for k, id := range a.Processors {
		x := p.processor(id)
		if x == nil || x.Party == "" {
			continue
		}
		works[x.Party] = true
		if len(a.Controllers) > 0 && !several(a.Controllers) && x.Party == a.Controllers[0] {
			report(hintSoleController, "processors", k, arg("party", x.Party))
		}
	}
	supplies := map[string]string{} // parties that supply a system without being processor
	for _, id := range a.Systems {
		if s := named(p, p.doc.Systems, "system", id); s != nil && s.Supplier != "" && s.Processor == "" {
			supplies[s.Supplier] = id
		}
	}
	for k, id := range a.Recipients {
		r := named(p, p.doc.Recipients, "recipient", id)
		if r == nil || r.Party == "" {
			continue
		}
		if works[r.Party] {
			report(hintAlsoRecipient, "recipients", k, arg("party", r.Party))
		} else if system := supplies[r.Party]; system != "" && r.Kind == policy.RecipientKind("") {
			report(hintUsedService, "recipients", k, arg("party", r.Party), arg("system", system))
		}
	}
}
