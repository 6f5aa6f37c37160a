package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
)

var technologyPersonalClaim = Rule{
	Code: "technology-personal-claim", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "4(1)", Source: gdprText, Verified: true},
		{Other: "GDPR, recital 30", Source: "general knowledge"},
		{Other: "Court of Justice, C-582/14 (Breyer)", Source: "general knowledge"},
	},
	Title:   "A cookie without personal data holds some",
	Message: `technology "{technology}" is said to hold no personal data, and holds "{datum}": take the claim back, or make the datum anonymous`,
	Explanation: `An IP address or a number in a cookie points to one visitor, and with it the
pages that the visitor opened. The Court of Justice counts even changing
addresses as personal data. A notice that lists them and denies it in the same
breath leaves people without a basis, a time and a right.`,
	Avoid: `data:
  - {id: address, term: "pd:IPAddress"}
technologies:
  - {id: counter, kind: cookie, noPersonalData: true, data: [address]}`,
	Prefer: `data:
  - {id: pages, anonymous: true}
technologies:
  - {id: counter, kind: cookie, noPersonalData: true, data: [pages]}`,
	check: func(p *pass) {
		for i := range p.doc.Technologies {
			t := &p.doc.Technologies[i]
			if !t.NoPersonalData {
				continue
			}
			thing, ok := p.firstDatum(t.Data, func(n int) bool { return identifies(&p.doc.Data[n]) })
			if !ok {
				thing, ok = p.firstDatum(t.Data, p.isPersonal)
			}
			if ok {
				p.report(entry("technologies", i, "noPersonalData"),
					arg("technology", label(t.ID, entry("technologies", i))), arg("datum", thing.id))
			}
		}
	},
}
