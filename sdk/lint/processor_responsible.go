package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var processorResponsible = Rule{
	Code: "processor-responsible", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "24(1)", Source: gdprText, Verified: true},
		{GDPR: "28(10)", Source: gdprText, Verified: true},
	},
	Title:   "A processor is presented as the one who answers",
	Message: `"{party}" is processor and nowhere controller, and cannot be the one who answers: name the controller`,
	Explanation: `The controller answers to people for what happens with their data. A processor
works on its orders, and has no contract with them over their data. A notice that
says "we are only the processor" and "we are responsible" leaves people with
nobody to hold to it. If the party does decide for itself, it is the controller,
and the activities must say so.`,
	Avoid: `processors:
  - id: platform
    party: course-portal
responsibilities:
  - id: comply
    party: course-portal
    task: {en: answers for the lawful handling of the data}`,
	Prefer: `processors:
  - id: platform
    party: course-portal
    for: [school]
activities:
  - id: enrolment
    controllers: [school]
responsibilities:
  - id: comply
    party: school
    task: {en: answers for the lawful handling of the data}`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for i := range p.doc.Responsibilities {
			if id := p.doc.Responsibilities[i].Party; p.isProcessor(id) && !p.isController(id) {
				p.report(entry("responsibilities", i, "party"), arg("party", id))
			}
		}
		for i := range p.doc.Contacts {
			c := &p.doc.Contacts[i]
			if c.Kind == policy.ControllerContact && p.isProcessor(c.Party) && !p.isController(c.Party) {
				p.report(entry("contacts", i, "party"), arg("party", c.Party))
			}
		}
	},
}
