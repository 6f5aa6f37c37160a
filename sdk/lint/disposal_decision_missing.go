package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var disposalDecisionMissing = Rule{
	Code: "disposal-decision-missing", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{Other: "Arkivlagen (1990:782), 10 and 16 §§", Source: "nab-collab/legalize-se md/SFS_1990_782.md (Rättsbaser text, updated 2026-06-01)", Verified: true},
		{Other: "Arkivförordningen (1991:446), 14 §", Source: "nab-collab/legalize-se md/SFS_1991_446.md (Rättsbaser text, copy of 2026-04-27)", Verified: true},
	},
	Title:   "A Swedish authority erases records without a decision",
	Message: `retention rule "{rule}" erases records of a Swedish authority: name the decision on disposal under disposalDecision`,
	Explanation: `What a Swedish authority holds are as a rule public records, and part of the
national archives. They may be disposed of, but not just by letting a period run
out: a state authority needs regulations or a decision of the National Archives,
and a municipality decides by its own rules. Without such a decision the data must
stay, and the notice promises what cannot be kept.`,
	Avoid: `jurisdiction: SE
parties:
  - id: board
    publicAuthority: true
retention:
  - id: after-course
    trigger: course-end
    period: P2Y
activities:
  - id: courses
    controllers: [board]
    retention: [after-course]`,
	Prefer: `jurisdiction: SE
parties:
  - id: board
    publicAuthority: true
retention:
  - id: after-course
    trigger: course-end
    period: P2Y
    disposalDecision: G 2026:1
activities:
  - id: courses
    controllers: [board]
    retention: [after-course]`,
	check: func(p *pass) {
		if p.doc.Jurisdiction != "SE" || p.doc.Regime == law.EUDPR {
			return
		}
		for i := range p.doc.Retention {
			r := &p.doc.Retention[i]
			if r.DisposalDecision != "" || r.Lasts == policy.Forever || timeless(r) || !disposes(r) || p.anonymous(r) {
				continue
			}
			// What lasts only as long as a state, such as a session, is a
			// record only if the policy says so.
			if slices.ContainsFunc(p.ruledBy(r.ID), func(n int) bool {
				return p.openToAll(n) || r.Lasts == "" && p.byAuthority(n)
			}) {
				p.reportRule(i, "disposalDecision")
			}
		}
	},
}

// disposes reports whether the rule ends in erasing or making anonymous: either
// loses what the record said.
func disposes(r *policy.Retention) bool {
	switch lastAction(r) {
	case "", policy.Erase, policy.Anonymise:
		return true
	}
	return false
}

// openToAll reports whether the activity has a recipient for public records.
func (p *pass) openToAll(i int) bool {
	return slices.ContainsFunc(p.doc.Activities[i].Recipients, func(id string) bool {
		r := named(p, p.doc.Recipients, "recipient", id)
		return r != nil && r.Kind == policy.PublicRecords
	})
}
