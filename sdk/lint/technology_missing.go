package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var technologyMissing = Rule{
	Code: "technology-missing", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
		{Other: "Article 5(3) of Directive 2002/58/EC", Source: eprivacyText, Verified: true},
	},
	Title:   "Visits are noted, and nothing says with what",
	Message: `"{datum}" is noted of visits, and nothing says with what: list logs, cookies and counters under "technologies"`,
	Explanation: `Addresses, browsers and opened pages are noted with something: a log on the
server, a cookie, a counter of visits. Only a log stays on the side of the
service; the others use the visitor's own device, and need a yes unless the service
does not work without them. People can refuse only what they know of.`,
	Avoid: `data:
  - {id: address, term: "pd:IPAddress"}
activities:
  - {id: improve, data: [address]}`,
	Prefer: `data:
  - {id: address, term: "pd:IPAddress"}
activities:
  - {id: improve, data: [address]}
technologies:
  - {id: server-log, kind: log, data: [address]}`,
	check: func(p *pass) {
		if len(p.doc.Technologies) > 0 {
			return
		}
		for i := range p.doc.Data {
			if d := &p.doc.Data[i]; ofVisits(d) && len(p.usersOf("datum", d.ID)) > 0 {
				p.report("/technologies", arg("datum", label(d.ID, entry("data", i))))
				return
			}
		}
	},
}

// ofVisits reports whether the datum is of a kind that a site notes of visits,
// in the terms of the Data Privacy Vocabulary.
func ofVisits(d *policy.Datum) bool {
	switch d.Term {
	case "pd:IPAddress", "pd:UserAgent", "pd:BrowserFingerprint", "pd:BrowsingBehaviour", "pd:BrowsingReferral", "pd:LinkClicked":
		return !d.Anonymous
	}
	return false
}
