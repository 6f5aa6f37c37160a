package lint

import (
	"cmp"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var transferCopyMissing = Rule{
	Code: "transfer-copy-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(f)", Source: gdprText, Verified: true},
	},
	Title:   "Nobody is told how to get a copy of the safeguards",
	Message: `the transfer to {country} does not say how to get a copy of the safeguards: write that under "copy"`,
	Explanation: `Contractual clauses and binding rules are promises between
organisations. The people whose data travel can rely on them too, but only if
they can read them. Say whom to ask for a copy or where it is found.`,
	Avoid: `regime: EU-GDPR
processors:
  - id: mail
    transfer: {country: US, mechanism: scc}`,
	Prefer: `regime: EU-GDPR
processors:
  - id: mail
    transfer:
      country: US
      mechanism: scc
      copy: {en: Ask the data protection officer for a copy.}`,
	check: func(p *pass) {
		for path, t := range p.transfers() {
			switch t.Mechanism {
			case policy.SCC, policy.BCR, policy.ConductCode, policy.Certification, policy.AdHoc:
				if t.Copy.IsZero() && (t.Country == "" || p.abroad(t.Country)) {
					p.report(path.Key("copy"), arg("country", cmp.Or(t.Country, "another country")))
				}
			}
		}
	},
}
