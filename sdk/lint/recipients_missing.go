package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var recipientsMissing = Rule{
	Code: "recipients-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(e)", Source: gdprText, Verified: true},
		{GDPR: "4(9)", Source: gdprText, Verified: true},
	},
	Title:   "Others get to see data, and nobody is named who receives them",
	Message: `no recipient is named for data that others get to see`,
	Hints: []string{
		hintOutside: `activity "{activity}" runs in system "{system}" of "{party}": make that a processor or a recipient`,
		hintShown:   `"{visibility}" shows them to others: give an activity with these data a recipient of that kind`,
	},
	Explanation: `People must be told who receives their data, by name or by kind: the supplier that
stores them, the other participants, everybody on the web. A service bought from
outside and a page that others can read are disclosures too, even if nobody
thinks of them as such.`,
	Avoid: `systems:
  - id: mailbox
    supplier: mail-company
activities:
  - id: enquiries
    controllers: [school]
    systems: [mailbox]`,
	Prefer: `systems:
  - id: mailbox
    supplier: mail-company
    processor: mail
processors:
  - id: mail
    party: mail-company
    for: [school]
activities:
  - id: enquiries
    controllers: [school]
    systems: [mailbox]
    processors: [mail]`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			p.outsiders(i)
		}
		named := p.namedAudiences()
		for i := range p.doc.Visibility {
			v := &p.doc.Visibility[i]
			least := audience(v.Audience)
			if least == 0 || len(v.Data) == 0 || slices.ContainsFunc(v.Data, func(id string) bool { return named[id] >= least }) {
				continue
			}
			p.reportHint(hintShown, entry("visibility", i, "data"), arg("visibility", label(v.ID, entry("visibility", i))))
		}
	},
}

// The hints of the rule.
const (
	hintOutside = 0
	hintShown   = 1
)

// outsiders reports an activity that names neither processors nor recipients
// and runs in a system that somebody else supplies.
func (p *pass) outsiders(i int) {
	a := &p.doc.Activities[i]
	if len(a.Recipients) > 0 || len(a.Processors) > 0 {
		return
	}
	for _, id := range a.Systems {
		s := named(p, p.doc.Systems, "system", id)
		if s == nil || s.Supplier == "" || s.Processor != "" || s.NoPersonalData || p.isOwn(i, s.Supplier) {
			continue
		}
		p.reportHint(hintOutside, entry("activities", i, "recipients"), p.activityArg(i), arg("system", id), arg("party", s.Supplier))
		return
	}
}

// Audiences from the narrower to the wider, as far as they are recipients.
const (
	someOthers = 1 // those with an account, or in the same course
	everybody  = 2
)

// audience says to whom something is shown; 0 for nobody but the person and staff.
func audience(a policy.Audience) int {
	switch a {
	case policy.PublicIndexed, policy.Public:
		return everybody
	case policy.LoggedIn, policy.SameCourse:
		return someOthers
	}
	return 0
}

// namedAudiences gives, for each datum, the widest audience among the
// recipients of the activities that have it.
func (p *pass) namedAudiences() map[string]int {
	widest := map[string]int{}
	for i := range p.doc.Activities {
		most := 0
		for _, id := range p.doc.Activities[i].Recipients {
			r := named(p, p.doc.Recipients, "recipient", id)
			switch {
			case r == nil:
			case r.Kind == policy.PublicRecipient:
				most = everybody
			case r.Kind == policy.ParticipantsRecipient:
				most = max(most, someOthers)
			}
		}
		for _, id := range p.doc.Activities[i].Data {
			widest[id] = max(widest[id], most)
		}
	}
	return widest
}
