package lint

import "github.com/lagrum/lagrum/sdk/diag"

var controllerContactMissing = Rule{
	Code: "controller-contact-missing", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "13(1)(a)", Source: gdprText, Verified: true}},
	Title:   "A controller cannot be reached",
	Message: `people cannot reach controller "{party}": give an e-mail address, a telephone number or a postal address`,
	Explanation: `Whoever decides over the data must be named with contact details, or nobody can
use a right against them. That holds for each of several controllers, and for
those that only some events or some parts of the site have. The details may
stand with the party, with a part of it, or in a contact that belongs to it. A
web site is no address to write to.`,
	Avoid: `parties:
  - id: evening-school
    name: The Evening School
    web: https://school.example
activities:
  - id: enrolment
    controllers: [evening-school]`,
	Prefer: `parties:
  - id: evening-school
    name: The Evening School
    email: office@school.example
activities:
  - id: enrolment
    controllers: [evening-school]`,
	check: func(p *pass) {
		for i := range p.doc.Parties {
			if id := p.doc.Parties[i].ID; p.isController(id) && !p.isReached(id) {
				p.report(entry("parties", i, "email"), p.partyArg(i))
			}
		}
	},
}
