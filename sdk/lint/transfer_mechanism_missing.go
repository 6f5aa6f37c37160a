package lint

import (
	"cmp"

	"github.com/lagrum/lagrum/sdk/diag"
)

var transferMechanismMissing = Rule{
	Code: "transfer-mechanism-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(f)", Source: gdprText, Verified: true},
		{GDPR: "44", Source: gdprText, Verified: true},
	},
	Title:   "A transfer does not say what allows it",
	Message: `the transfer to {country} does not say what allows it: write "mechanism", such as adequacy or scc`,
	Explanation: `A transfer out of the EEA is lawful only on one of the grounds
that the law lists, and people must be told which. The provider's word that data
are safe with it is none of them. Name the decision of the Commission, the
standard contractual clauses or whatever else it is.`,
	Avoid: `regime: EU-GDPR
processors:
  - id: mail
    transfer: {country: US}`,
	Prefer: `regime: EU-GDPR
processors:
  - id: mail
    transfer: {country: US, mechanism: adequacy, decision: (EU) 2023/1795}`,
	check: func(p *pass) {
		for path, t := range p.transfers() {
			if t.Mechanism == "" && (t.Country == "" || p.abroad(t.Country)) {
				p.report(path.Key("mechanism"), arg("country", cmp.Or(t.Country, "another country")))
			}
		}
	},
}
