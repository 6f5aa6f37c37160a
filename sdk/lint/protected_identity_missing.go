package lint

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var protectedIdentityMissing = Rule{
	Code: "protected-identity-missing", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{GDPR: "32(1)", Source: gdprText, Verified: true},
		{GDPR: "25(1)", Source: gdprText, Verified: true},
	},
	Title:   "People with protected identity are told nothing",
	Message: `data reach others, and nothing tells people with protected identity ({kinds}) what to do: write it under "instructions"`,
	Explanation: `Some people live under threat, and their address or name is hidden
in public registers. A class list, a public page or an address in a system can
lead the pursuer to them. Tell them before they fill in anything whom to call,
without asking why; never mark them in the system.`,
	Avoid: `regime: EU-GDPR
jurisdiction: SE
parties:
  - {id: school, publicAuthority: true}
subjects:
  - id: pupil
data:
  - {id: address, term: "pd:PhysicalAddress"}
activities:
  - {id: enrolment, controllers: [school], subjects: [pupil], data: [address]}`,
	Prefer: `regime: EU-GDPR
jurisdiction: SE
parties:
  - {id: school, publicAuthority: true}
subjects:
  - id: pupil
    instructions: {en: Do you have protected identity? Call the head teacher before you give us any data.}
data:
  - {id: address, term: "pd:PhysicalAddress"}
activities:
  - {id: enrolment, controllers: [school], subjects: [pupil], data: [address]}`,
	check: func(p *pass) {
		var kinds []string
		for protection := range law.ProtectionsIn(p.doc.Jurisdiction) {
			kinds = append(kinds, protection.Kind)
		}
		if len(kinds) == 0 || p.doc.Regime == law.EUDPR || slices.ContainsFunc(p.doc.Subjects, func(s policy.Subject) bool { return !s.Instructions.IsZero() }) {
			return
		}
		shown := p.showsPeople()
		for i := range p.doc.Activities {
			a := &p.doc.Activities[i]
			if !p.byAuthority(i) && !p.ofDependents(i) || !shown && !slices.ContainsFunc(a.Data, p.isAddress) {
				continue
			}
			path := diag.Path("/subjects")
			for _, id := range a.Subjects {
				if n, ok := p.number("subject", id); ok {
					path = entry("subjects", n, "instructions")
					break
				}
			}
			p.report(path, arg("kinds", strings.Join(kinds, ", ")))
			return
		}
	},
}

// showsPeople reports whether the service shows data on people to others than
// those who work with them.
func (p *pass) showsPeople() bool {
	for i := range p.doc.Visibility {
		switch v := &p.doc.Visibility[i]; v.Audience {
		case policy.PublicIndexed, policy.Public, policy.LoggedIn, policy.SameCourse:
			if slices.ContainsFunc(v.Data, func(id string) bool {
				d := p.datum(id)
				return d != nil && d.About != policy.AboutOrganisation
			}) {
				return true
			}
		}
	}
	return false
}

// isAddress reports whether a datum is where a person lives.
func (p *pass) isAddress(id string) bool {
	d := p.datum(id)
	return d != nil && d.About != policy.AboutOrganisation && d.Term == "pd:PhysicalAddress"
}
