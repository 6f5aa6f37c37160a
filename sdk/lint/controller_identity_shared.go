package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var controllerIdentityShared = Rule{
	Code: "controller-identity-shared", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "12(2)", Source: gdprText, Verified: true},
	},
	Title:   "Two controllers share one mailbox, and nothing says whose questions go where",
	Message: `controllers "{party}" and "{other}" have the same address for questions: say under "about" of a contact for each what it answers for`,
	Explanation: `Two organisations in one house may well share a mailbox. But whoever writes
there must know which of them decides about the data, and must be able to say so
in the letter. A contact for each, with a line on what it answers for, tells
them apart.`,
	Avoid: `parties:
  - {id: school, orgNumber: "81246319", email: data@school.example}
  - {id: foundation, orgNumber: "11662471", email: data@school.example}
activities:
  - {id: evening, controllers: [school]}
  - {id: business, controllers: [foundation]}`,
	Prefer: `languages: [en]
parties:
  - {id: school, orgNumber: "81246319", email: data@school.example}
  - {id: foundation, orgNumber: "11662471", email: data@school.example}
activities:
  - {id: evening, controllers: [school]}
  - {id: business, controllers: [foundation]}
contacts:
  - {id: evening, party: school, about: {en: questions about evening classes}, email: data@school.example}
  - {id: business, party: foundation, about: {en: questions about business courses}, email: data@school.example}`,
	check: func(p *pass) {
		told := map[string]bool{} // whose questions are told apart
		for i := range p.doc.Contacts {
			if c := &p.doc.Contacts[i]; !c.About.IsZero() {
				told[c.Party] = true
			}
		}
		first := map[string]*policy.Party{} // by mailbox
		for i := range p.doc.Parties {
			x := &p.doc.Parties[i]
			if x.Email == "" || x.OrgNumber == "" || !p.isController(x.ID) {
				continue
			}
			box := strings.ToLower(x.Email)
			other, ok := first[box]
			if !ok {
				first[box] = x
			} else if other.OrgNumber != x.OrgNumber && !(told[x.ID] && told[other.ID]) {
				p.report(entry("parties", i, "email"), arg("party", x.ID), arg("other", other.ID))
			}
		}
	},
}
