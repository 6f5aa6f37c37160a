package lint

import "github.com/lagrum/lagrum/sdk/diag"

var transferUndeclared = Rule{
	Code: "transfer-undeclared", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(f)", Source: gdprText, Verified: true},
		{GDPR: "44", Source: gdprText, Verified: true},
	},
	Title:   "Data leave the EEA and the policy does not say on what ground",
	Message: `{kind} "{id}" is in {country}, outside the EEA, and no transfer is stated: write "transfer" with what allows it`,
	Explanation: `Outside the EEA the rights of this law do not follow the data of
themselves. A transfer needs a decision of the Commission that the country
protects them well enough, or safeguards such as standard contractual clauses,
and people must be told of it. Tools from other continents are easily forgotten:
the mailing service, the counter of visits, pictures on a social network.`,
	Avoid: `regime: EU-GDPR
parties:
  - {id: tool, country: US}
processors:
  - {id: mail, party: tool, countries: [US]}`,
	Prefer: `regime: EU-GDPR
parties:
  - {id: tool, country: US}
processors:
  - id: mail
    party: tool
    countries: [US]
    transfer: {country: US, mechanism: adequacy, decision: (EU) 2023/1795}`,
	check: func(p *pass) {
		for i := range p.doc.Processors {
			p.checkProcessor(i)
		}
		for i := range p.doc.Recipients {
			r := &p.doc.Recipients[i]
			if c := p.country(r.Party); r.Transfer == nil && !r.Anonymous && !p.transfersTo(r.Party) && p.abroad(c) {
				p.report(entry("recipients", i, "transfer"), what("recipient", r.ID, entry("recipients", i), c)...)
			}
		}
		for i := range p.doc.Systems {
			p.checkSystem(i)
		}
		for i := range p.doc.Technologies {
			t := &p.doc.Technologies[i]
			if c := p.country(t.Provider); p.abroad(c) && !t.NoPersonalData && !p.transfersTo(t.Provider) {
				p.report(entry("technologies", i, "provider"), what("technology", t.ID, entry("technologies", i), c)...)
			}
		}
	},
}

func (p *pass) checkProcessor(i int) {
	x := &p.doc.Processors[i]
	countries := x.Countries
	if len(countries) == 0 {
		countries = []string{p.country(x.Party)}
	}
	if _, c, ok := p.firstAbroad(countries); ok && x.Transfer == nil {
		p.report(entry("processors", i, "transfer"), what("processor", x.ID, entry("processors", i), c)...)
	}
}

// checkSystem looks at where a system keeps its data or, if that is not said,
// at where its supplier is.
func (p *pass) checkSystem(i int) {
	s := &p.doc.Systems[i]
	x := p.processor(s.Processor)
	if s.NoPersonalData || p.transfersTo(s.Supplier) || x != nil && x.Transfer != nil {
		return
	}
	if len(s.StoredIn) == 0 {
		if c := p.country(s.Supplier); x == nil && p.abroad(c) {
			p.report(entry("systems", i, "supplier"), what("system", s.ID, entry("systems", i), c)...)
		}
		return
	}
	if j, c, ok := p.firstAbroad(s.StoredIn); ok {
		p.report(entry("systems", i, "storedIn").Index(j), what("system", s.ID, entry("systems", i), c)...)
	}
}

// what makes the arguments of a message: the thing with its kind, and the country.
func what(kind, id string, path diag.Path, country string) []diag.Arg {
	return []diag.Arg{arg("kind", kind), arg("id", label(id, path)), arg("country", country)}
}
