package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var declaresNotStored = Rule{
	Code: "declares-not-stored", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "13(2)(a)", Source: gdprText, Verified: true},
	},
	Title:   "Not stored, says the policy that keeps it",
	Message: `the policy says that it is not stored, and {kind} "{id}" keeps it: say for how long instead, or leave the datum out there`,
	Explanation: `Whoever reads that a number is not kept does not ask when it goes. If a rule of
the same policy keeps it for years, one of the two is wrong, and nobody can tell
which. What is converted at once and forgotten is not stored; say so under
"transient".`,
	Avoid: `data:
  - {id: number}
retention:
  - {id: register, period: P1Y}
activities:
  - {id: log-in, data: [number], retention: [register]}
declarations:
  - {id: not-kept, denies: storage, data: [number]}`,
	Prefer: `data:
  - {id: number, transient: {becomes: account}}
  - {id: account}
retention:
  - {id: register, period: P1Y}
activities:
  - {id: log-in, data: [number, account], retention: [register]}
declarations:
  - {id: not-kept, denies: storage, data: [number]}`,
	check: func(p *pass) {
		p.deny(policy.DeniesStorage, p.keeper())
	},
}

// keeper tells which retention rule keeps what a declaration speaks of.
func (p *pass) keeper() func(key) (key, bool) {
	named, open := map[string]string{}, map[int]string{} // by datum, and by activity
	for i := range p.doc.Retention {
		if r := &p.doc.Retention[i]; keeps(r) {
			for _, id := range r.Data {
				named[id] = r.ID
			}
			for _, a := range p.ruledBy(r.ID) {
				if len(r.Data) == 0 && open[a] == "" {
					open[a] = r.ID
				}
			}
		}
	}
	return func(about key) (key, bool) {
		switch about.kind {
		case "datum":
			if id, ok := named[about.id]; ok {
				return key{"retention", id}, true
			}
			if d := p.datum(about.id); d == nil || d.Transient != nil {
				return key{}, false
			}
			for _, i := range p.usersOf("datum", about.id) {
				if id, ok := open[i]; ok {
					return key{"retention", id}, true
				}
			}
			return key{}, false
		case "system":
			s := p.system(about.id)
			return about, s != nil && len(s.StoredIn) > 0
		}
		for i := range p.doc.Retention {
			if r := &p.doc.Retention[i]; keeps(r) {
				return key{"retention", label(r.ID, entry("retention", i))}, true
			}
		}
		return key{}, false
	}
}

// keeps reports whether the rule has a time in which data stay.
func keeps(r *policy.Retention) bool { return !r.Period.IsZero() || r.Lasts != "" }
