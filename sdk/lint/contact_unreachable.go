package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var contactUnreachable = Rule{
	Code: "contact-unreachable", Severity: diag.Warning, Since: "0.2",
	Cites:   []Cite{{GDPR: "12(2)", Source: gdprText, Verified: true}},
	Title:   "A contact has no address",
	Message: `nothing says how to reach contact "{contact}": give an e-mail address, a telephone number or a page, or say where it is found`,
	Explanation: `"Ask the contact person" helps nobody who does not know who that is. A contact
needs a way to get there: a mailbox, a number, a page, or a sentence on where
the address stands, such as in the course description.`,
	Avoid: `contacts:
  - {id: school, kind: unit, name: The contact person of your school}`,
	Prefer: `contacts:
  - {id: school, kind: unit, name: The contact person of your school, phone: 0123 456}`,
	check: func(p *pass) {
		for i := range p.doc.Contacts {
			c := &p.doc.Contacts[i]
			if c.Kind == policy.DPOContact || leads(c.Email, c.Phone, c.Address) || c.Web != "" || !c.FoundIn.IsZero() {
				continue // the officer has a rule of its own
			}
			if x := p.party(c.Party); x == nil || !leads(x.Email, x.Phone, x.Address) && x.Web == "" {
				p.report(entry("contacts", i), arg("contact", label(c.ID, entry("contacts", i))))
			}
		}
	},
}
