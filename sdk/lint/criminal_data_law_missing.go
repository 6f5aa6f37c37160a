package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var criminalDataLawMissing = Rule{
	Code: "criminal-data-law-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "10", Source: gdprText, Verified: true},
	},
	Title:   "Data on offences without a law",
	Message: `activity "{activity}" has "{datum}", which is about offences: name under "basis" the law that allows it`,
	Explanation: `Convictions and offences follow a person for life. Only
authorities may handle such data, or those whom a law allows and binds with
safeguards; consent does not do. Schools that must see an extract from the
criminal record have such a law: look at the extract, note that it was seen, and
keep no copy.`,
	Avoid: `regime: EU-GDPR
data:
  - {id: extract, special: criminal}
activities:
  - id: hiring
    basis: {article: 6(1)(a)}
    data: [extract]`,
	Prefer: `regime: EU-GDPR
data:
  - {id: extract, special: criminal}
activities:
  - id: hiring
    basis:
      article: 6(1)(c)
      law: [{act: SE-SKOL, section: 2 kap. 31 §}]
    data: [extract]`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			n, _, ok := p.firstGuarded(i, isCriminal)
			if !ok || len(p.lawBehind(i)) > 0 {
				continue
			}
			path := entry("activities", i, "basis")
			if p.doc.Activities[i].Basis != nil {
				path = path.Key("law")
			}
			p.report(path, p.activityArg(i), arg("datum", label(p.doc.Data[n].ID, entry("data", n))))
		}
	},
}

// lawBehind lists the citations of law, contracts left out, that stand behind
// the basis of an activity or its condition for special categories.
func (p *pass) lawBehind(i int) []policy.Citation {
	a := &p.doc.Activities[i]
	var all []policy.Citation
	switch {
	case a.Basis != nil:
		all = append(all, a.Basis.Law...)
	case p.doc.DefaultBasis != nil:
		all = append(all, p.doc.DefaultBasis.Law...)
	}
	if a.SpecialGround != nil {
		all = append(all, a.SpecialGround.Law...)
	}
	return slices.DeleteFunc(all, func(c policy.Citation) bool {
		n, ok := p.ownActs[c.Act]
		return ok && p.doc.Acts[n].Contract
	})
}
