package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var transientKept = Rule{
	Code: "transient-kept", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(e)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
	},
	Title:   "A datum that is never kept is kept",
	Message: `"{datum}" is converted at once and never kept, and the {kind} "{id}" has it: take it away there, or leave out "transient"`,
	Explanation: `People read that their number is exchanged for another one and
forgotten. If a retention rule keeps it, a system holds it or somebody gets to
see it, that is not true, and nothing would delete it since nobody expects it to
be there.`,
	Avoid: `data:
  - {id: number, transient: {becomes: account}}
  - {id: account}
retention:
  - {id: register, period: P1Y, data: [number, account]}`,
	Prefer: `data:
  - {id: number, transient: {becomes: account}}
  - {id: account}
retention:
  - {id: register, period: P1Y, data: [account]}`,
	check: func(p *pass) {
		for i := range p.doc.Systems {
			x := &p.doc.Systems[i]
			p.reportTransient(p.beyondConverter(x), "system", x.ID, entry("systems", i))
		}
		for i := range p.doc.Access {
			x := &p.doc.Access[i]
			p.reportTransient(x.Data, "access", x.ID, entry("access", i))
		}
		for i := range p.doc.Visibility {
			x := &p.doc.Visibility[i]
			p.reportTransient(x.Data, "visibility", x.ID, entry("visibility", i))
		}
		for i := range p.doc.Retention {
			if x := &p.doc.Retention[i]; keeps(x) {
				p.reportTransient(x.Data, "retention", x.ID, entry("retention", i))
			}
		}
	},
}

// reportTransient notes the transient data that a thing has.
func (p *pass) reportTransient(data []string, kind, id string, path diag.Path) {
	for k, datum := range data {
		if d := p.datum(datum); d != nil && d.Transient != nil {
			p.report(path.Key("data").Index(k), arg("datum", datum), arg("kind", noun(kind)), arg("id", label(id, path)))
		}
	}
}

// beyondConverter gives the data that a system holds, with nothing in the place
// of those that whoever runs it converts.
func (p *pass) beyondConverter(x *policy.System) []string {
	by := map[string]bool{x.Supplier: x.Supplier != ""}
	if r := p.processor(x.Processor); r != nil {
		by[r.Party] = r.Party != ""
	}
	data := slices.Clone(x.Data)
	for k, id := range data {
		if d := p.datum(id); d != nil && d.Transient != nil && by[d.Transient.By] {
			data[k] = ""
		}
	}
	return data
}
