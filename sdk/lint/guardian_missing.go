package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
)

var guardianMissing = Rule{
	Code: "guardian-missing", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "12(1)", Source: gdprText, Verified: true},
		{GDPR: "8(1)", Source: gdprText, Verified: true},
	},
	Title:   "Nobody is said to act for the children",
	Message: `the policy does not say who uses the rights of "{subject}", who may be children: write actsThrough: guardian, or self where they do it themselves`,
	Explanation: `A child has the rights, and for most children a guardian uses them. If the
notice does not say who reads it and who may ask, a guardian is turned away, or
a sixteen-year-old is not heard. Where small and nearly grown children take
part, describe them as two groups.`,
	Avoid: `subjects:
  - {id: pupil, child: true}`,
	Prefer: `subjects:
  - {id: pupil, child: true, actsThrough: guardian}`,
	check: func(p *pass) {
		for i := range p.doc.Subjects {
			if s := &p.doc.Subjects[i]; s.Child && s.ActsThrough == "" && !s.ThirdParty {
				p.report(entry("subjects", i, "actsThrough"), arg("subject", label(s.ID, entry("subjects", i))))
			}
		}
	},
}
