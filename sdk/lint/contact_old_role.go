package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
)

var contactOldRole = Rule{
	Code: "contact-old-role", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "37(1)", Source: gdprText, Verified: true},
		{GDPR: "39(1)", Source: gdprText, Verified: true},
	},
	Title:   "A contact has a role of a repealed act",
	Message: `contact "{contact}" has a role under a repealed act: name the data protection officer, or somebody who answers under the law of today`,
	Explanation: `A contact for the Swedish act of 1998, or an officer appointed under it, has no
tasks in the law that holds now. People need the data protection officer, who
must be able to answer independently. The old title also shows that nobody has
looked after the page since.`,
	Avoid: `regime: EU-GDPR
languages: [sv]
contacts:
  - {id: pul, name: {sv: PuL-ansvarig}}`,
	Prefer: `regime: EU-GDPR
languages: [sv]
contacts:
  - {id: officer, kind: dpo, name: {sv: dataskyddsombudet}}`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for i := range p.doc.Contacts {
			c := &p.doc.Contacts[i]
			if p.saysAnywhere(c.Name, oldRoles) || p.saysAnywhere(c.About, oldRoles) {
				p.report(entry("contacts", i, "name"), arg("contact", label(c.ID, entry("contacts", i))))
			}
		}
	},
}

// Words for roles under the acts that the GDPR replaced, and for those acts, in lower case.
var oldRoles = []string{"pul", "personuppgiftslagen", "personuppgiftsombud", "persondataloven", "henkilötietolaki", "henkilötietolain"}
