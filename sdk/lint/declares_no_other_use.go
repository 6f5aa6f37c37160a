package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var declaresNoOtherUse = Rule{
	Code: "declares-no-other-use", Severity: diag.Warning, Since: "0.2",
	Cites:   []Cite{{GDPR: "5(1)(b)", Source: gdprText, Verified: true}},
	Title:   "Used for nothing else, says the policy that uses it twice",
	Message: `the policy says that it is used for nothing else, and {kind} "{id}" uses it for another purpose: say which uses there are`,
	Explanation: `"For nothing else" means one use, and people hold the controller to it. If two
activities with different purposes use the same data, the sentence no longer
says what is excluded. Name both uses, or leave the datum out of one.`,
	Avoid: `purposes:
  - {id: log-in}
  - {id: statistics}
data:
  - {id: number}
activities:
  - {id: log-in, purposes: [log-in], data: [number]}
  - {id: counting, purposes: [statistics], data: [number]}
declarations:
  - {id: nothing-else, denies: other-use, data: [number]}`,
	Prefer: `purposes:
  - {id: log-in}
  - {id: statistics}
data:
  - {id: number}
activities:
  - {id: log-in, purposes: [log-in], data: [number]}
  - {id: counting, purposes: [statistics]}
declarations:
  - {id: nothing-else, denies: other-use, data: [number]}`,
	check: func(p *pass) {
		sets := map[string]int{}
		serves := make([]int, len(p.doc.Activities)) // activities with the same purposes have the same number
		for i := range p.doc.Activities {
			purposes := strings.Join(p.doc.Activities[i].Purposes, " ")
			if _, ok := sets[purposes]; !ok {
				sets[purposes] = len(sets)
			}
			serves[i] = sets[purposes]
		}
		p.deny(policy.DeniesOtherUse, func(about key) (key, bool) {
			if about.kind != "datum" {
				return key{}, false // what everything is used for, nothing contradicts
			}
			users := p.usersOf("datum", about.id)
			for _, i := range users {
				if serves[i] != serves[users[0]] {
					return key{"activity", label(p.doc.Activities[i].ID, entry("activities", i))}, true
				}
			}
			return key{}, false
		})
	},
}
