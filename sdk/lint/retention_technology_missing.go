package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var retentionTechnologyMissing = Rule{
	Code: "retention-technology-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(a)", Source: gdprText, Verified: true},
		{Other: "Court of Justice, C-673/17 (Planet49)", Source: "general knowledge"},
	},
	Title:   "A cookie or a log without an end",
	Message: `{kind} "{technology}" does not say how long it keeps what it stores: name a retention rule`,
	Explanation: `Logs grow until somebody erases them, and a cookie may outlive the visit by years.
The Court of Justice holds that people must be told how long a cookie works before
they can agree to it, whether or not it holds personal data. A log without
personal data needs no period.`,
	Avoid: `technologies:
  - id: server-log
    kind: log`,
	Prefer: `technologies:
  - id: server-log
    kind: log
    retention: logs
retention:
  - id: logs
    trigger: log-entry
    period: P6M`,
	check: func(p *pass) {
		for i := range p.doc.Technologies {
			t := &p.doc.Technologies[i]
			if t.Retention == "" && stores(t) {
				p.report(entry("technologies", i, "retention"),
					arg("kind", string(t.Kind)), arg("technology", label(t.ID, entry("technologies", i))))
			}
		}
	},
}

// stores reports whether the technology keeps something for a time that people
// must be told of.
func stores(t *policy.Technology) bool {
	switch t.Kind {
	case policy.Cookie, policy.LocalStorage:
		return true
	case policy.Log:
		return !t.NoPersonalData
	}
	return false
}
