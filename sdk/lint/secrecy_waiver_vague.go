package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var secrecyWaiverVague = Rule{
	Code: "secrecy-waiver-vague", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{Other: "OSL 12 kap. 2 §", Source: oslText, Verified: true},
	},
	Title:   "A waiver of secrecy does not say for what or to whom",
	Message: `the waiver of secrecy "{consent}" is vague`,
	Hints: []string{
		hintWhichData: `name under "data" what it is about`,
		hintToWhom:    `name under "audience" who may see the data`,
	},
	Explanation: `Secrecy is lifted for certain data, towards certain receivers. A
waiver in favour of "organisers and processors" lets nobody foresee who will
read about their health. List the data under data, and under audience the
recipients who may see them.`,
	Avoid: `consents:
  - id: secrecy
    kind: secrecy-waiver
    data: [diet]
    audienceText: {en: Organisers and processors.}
data:
  - id: diet`,
	Prefer: `consents:
  - id: secrecy
    kind: secrecy-waiver
    data: [diet]
    audience: [organiser]
data:
  - id: diet
recipients:
  - id: organiser`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			c := &p.doc.Consents[i]
			if c.Kind != policy.SecrecyWaiver {
				continue
			}
			if len(c.Data) == 0 {
				p.reportHint(hintWhichData, entry("consents", i, "data"), arg(p.consentArg(i)))
			}
			if len(c.Audience) == 0 {
				p.reportHint(hintToWhom, entry("consents", i, "audience"), arg(p.consentArg(i)))
			}
		}
	},
}

// The hints of the rule.
const (
	hintWhichData = 0
	hintToWhom    = 1
)
