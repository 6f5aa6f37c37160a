package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var basisInterestPublicAuthority = Rule{
	Code: "basis-interest-public-authority", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "6(1)", Source: gdprText, Verified: true}},
	Title:   "A public authority relies on a legitimate interest",
	Message: `activity "{activity}" is that of a public authority, which cannot rely on {article} for its tasks: use the public task, with its law`,
	Explanation: `What a public authority may do with people's data is for the law to say, not for
the authority to weigh. So legitimate interests are closed to it in the
performance of its tasks. Processing that has nothing to do with the tasks is
rare; if this is such a case, it is better told as the duty or contract that it
follows from.`,
	Avoid: `regime: EU-GDPR
parties:
  - id: board
    publicAuthority: true
activities:
  - id: enrolment
    controllers: [board]
    basis: {article: 6(1)(f)}`,
	Prefer: `regime: EU-GDPR
parties:
  - id: board
    publicAuthority: true
activities:
  - id: enrolment
    controllers: [board]
    basis:
      article: 6(1)(e)
      law: [{act: SE-SKOL, section: 26 a kap.}]`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for i := range p.doc.Activities {
			if basis, ok := p.basis(i); !ok || basis != law.LegitimateInterests || !p.byAuthority(i) {
				continue
			}
			path, b := p.basisOf(i)
			p.report(path, p.activityArg(i), arg("article", law.Normalise(b.Article)))
		}
	},
}
