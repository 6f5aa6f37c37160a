package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var sourceMissing = Rule{
	Code: "source-missing", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "14(2)(f)", Source: gdprText, Verified: true}},
	Title:   "Data come from somebody who is not named",
	Message: `"{datum}" comes from somebody other than the person: name the party, or say in text where it comes from`,
	Explanation: `Who did not give the data must be told where they came from: a register, another
school, an identity provider. Otherwise people cannot have a mistake put right
where it began.`,
	Avoid: `data:
  - id: personal-number
    sources: [{kind: third-party, channel: login}]`,
	Prefer: `data:
  - id: personal-number
    sources: [{kind: third-party, party: home-university, channel: login}]`,
	check: func(p *pass) {
		for i := range p.doc.Data {
			d := &p.doc.Data[i]
			for k := range d.Sources {
				if s := &d.Sources[k]; s.Kind == policy.FromThirdParty && s.Party == "" && s.Text.IsZero() {
					path := entry("data", i, "sources").Index(k)
					p.report(path.Key("party"), arg("datum", label(d.ID, entry("data", i))))
				}
			}
		}
	},
}
