package lint

import "github.com/lagrum/lagrum/sdk/diag"

var hostRoleUnclear = Rule{
	Code: "host-role-unclear", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "28(3)", Source: gdprText, Verified: true},
		{GDPR: "26(1)", Source: gdprText, Verified: true},
	},
	Title:   "One of several controllers stores for the others",
	Message: `"{party}" supplies system "{system}" to other controllers: make it their processor, or say under joint what they agreed`,
	Explanation: `Two schools with one computer between them: if one of them stores the other's data,
it does so either on the other's orders, as a processor with an agreement, or
because they decide together, as joint controllers. If it is neither, nobody has
said whose orders hold when the other school's data are asked for or erased.`,
	Avoid: `systems:
  - id: store
    supplier: foundation
scopes:
  - {id: languages, kind: path, controllers: [school]}
  - {id: business, kind: path, controllers: [foundation]}
activities:
  - id: enrolment
    controllerPer: path
    systems: [store]`,
	Prefer: `systems:
  - id: store
    supplier: foundation
    processor: hosting
processors:
  - id: hosting
    party: foundation
    for: [school]
scopes:
  - {id: languages, kind: path, controllers: [school]}
  - {id: business, kind: path, controllers: [foundation]}
activities:
  - id: enrolment
    controllerPer: path
    systems: [store]`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		told := map[string]bool{}
		for i := range p.doc.Activities {
			a := &p.doc.Activities[i]
			if a.Joint != nil || !several(a.Controllers) && len(p.rosterOf(i).parties) < 2 {
				continue
			}
			for _, id := range a.Systems {
				n, ok := p.number("system", id)
				if !ok || told[id] {
					continue
				}
				s := &p.doc.Systems[n]
				if s.Processor == "" && p.controlsActivity(i, s.Supplier) && !p.isProcessor(s.Supplier) {
					told[id] = true
					p.report(entry("systems", n, "supplier"), arg("party", s.Supplier), arg("system", id))
				}
			}
		}
	},
}
