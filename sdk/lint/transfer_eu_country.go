package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var transferEuCountry = Rule{
	Code: "transfer-eu-country", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{GDPR: "44", Source: gdprText, Verified: true},
		{GDPR: "1(3)", Source: gdprText, Verified: true},
	},
	Title:   "A transfer stays within the EEA",
	Message: `{country} is in the EEA, where data move freely: take the transfer away, and name the country among those of the recipient`,
	Explanation: `Within the EEA the same law holds everywhere and data may cross
borders without further ground. A notice that lists such a journey among
transfers to third countries frightens people without need. What belongs there
is the country from which somebody outside the EEA has access, if anybody does.`,
	Avoid: `regime: EU-GDPR
processors:
  - id: host
    transfer: {country: IE, mechanism: scc}`,
	Prefer: `regime: EU-GDPR
processors:
  - id: host
    countries: [IE]`,
	check: func(p *pass) {
		for path, t := range p.transfers() {
			if t.Country != "" && p.doc.Regime != law.UKGDPR && !p.abroad(t.Country) {
				p.report(path.Key("country"), arg("country", t.Country))
			}
		}
	},
}
