package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var dpoContactMissing = Rule{
	Code: "dpo-contact-missing", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "13(1)(b)", Source: gdprText, Verified: true}},
	Title:   "The data protection officer cannot be reached",
	Message: `people cannot reach the data protection officer "{contact}": give an address, a telephone number or a page`,
	Explanation: `The law does not ask for the officer's name, but it asks for a way to reach the
officer. Give the mailbox of the function rather than that of a person, so that
it still works when somebody else takes over.`,
	Avoid: `contacts:
  - id: officer
    kind: dpo
    name: {en: the data protection officer}`,
	Prefer: `contacts:
  - id: officer
    kind: dpo
    name: {en: the data protection officer}
    email: officer@school.example`,
	check: func(p *pass) {
		named := map[string]bool{}
		for i := range p.doc.Parties {
			if id := p.doc.Parties[i].DPO; id != "" {
				named[id] = true
			}
		}
		for i := range p.doc.Contacts {
			c := &p.doc.Contacts[i]
			if c.Kind != policy.DPOContact && !named[c.ID] {
				continue
			}
			if !leads(c.Email, c.Phone, c.Address) && c.Web == "" && c.FoundIn.IsZero() {
				p.report(entry("contacts", i, "email"), arg("contact", label(c.ID, entry("contacts", i))))
			}
		}
	},
}
