package lint

import "github.com/lagrum/lagrum/sdk/diag"

var systemPlaceMissing = Rule{
	Code: "system-place-missing", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(f)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
	},
	Title:   "Nothing says where a system keeps its data",
	Message: `nothing says where system "{system}" keeps its data: write the countries under "storedIn"`,
	Explanation: `Whether data leave the EEA depends on where they are kept and by
whom. A name such as that of a cloud or of a social network tells no reader, and
an agreement that the reader cannot see tells even less. Say in which countries
the data are, or that they stay in the EU.`,
	Avoid: `systems:
  - {id: cloud, name: Example Cloud}`,
	Prefer: `systems:
  - {id: cloud, name: Example Cloud, storedIn: [SE, IE]}`,
	check: func(p *pass) {
		for i := range p.doc.Systems {
			s := &p.doc.Systems[i]
			if s.NoPersonalData || len(s.StoredIn) > 0 || p.country(s.Supplier) != "" {
				continue
			}
			if x := p.processor(s.Processor); x == nil || len(x.Countries) == 0 && p.country(x.Party) == "" {
				p.report(entry("systems", i, "storedIn"), arg("system", label(s.ID, entry("systems", i))))
			}
		}
	},
}
