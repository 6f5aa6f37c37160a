package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var retentionForever = Rule{
	Code: "retention-forever", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(e)", Source: gdprText, Verified: true},
		{GDPR: "13(2)(a)", Source: gdprText, Verified: true},
	},
	Title:   "Personal data are kept for ever",
	Message: `retention rule "{rule}" keeps personal data for ever: set a period, make the data anonymous, or cite the law on archives`,
	Explanation: `Data that point to people may be kept no longer than the purpose needs. For ever is
right only for what nobody can be found in any more, or for archives that a law
demands. Statistics are anonymous only if no group in them is so small that one can
tell who is meant; a datum that is, is declared anonymous.`,
	Avoid: `data:
  - id: statistics
retention:
  - id: statistics
    lasts: forever
    data: [statistics]`,
	Prefer: `data:
  - id: statistics
    anonymous: true
retention:
  - id: statistics
    lasts: forever
    data: [statistics]`,
	check: func(p *pass) {
		for i := range p.doc.Retention {
			r := &p.doc.Retention[i]
			if r.Lasts == policy.Forever && !p.archives(r.Law) && !p.anonymous(r) {
				p.reportRule(i, "lasts")
			}
		}
	},
}

// archives reports whether a law on archives is cited: one of the tables, or a
// statute of the policy's own, of which the tables know nothing.
func (p *pass) archives(cited []policy.Citation) bool {
	if _, ok := covers(cited, law.MatterArchive); ok {
		return true
	}
	return slices.ContainsFunc(cited, func(c policy.Citation) bool {
		_, own := p.ownActs[c.Act]
		_, known := law.Find(c.Act)
		return own && !known && !p.isContract(c.Act)
	})
}

// anonymous reports whether all data of a retention rule are anonymous: its
// own, or those of the activities that name it.
func (p *pass) anonymous(r *policy.Retention) bool {
	personal := func(id string) bool { d := p.datum(id); return d == nil || !d.Anonymous }
	if len(r.Data) > 0 {
		return !slices.ContainsFunc(r.Data, personal)
	}
	users := p.ruledBy(r.ID)
	return len(users) > 0 && !slices.ContainsFunc(users, func(i int) bool {
		data := p.doc.Activities[i].Data
		return len(data) == 0 || slices.ContainsFunc(data, personal)
	})
}
