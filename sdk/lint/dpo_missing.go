package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var dpoMissing = Rule{
	Code: "dpo-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(b)", Source: gdprText, Verified: true},
		{GDPR: "37(1)", Source: gdprText, Verified: true},
	},
	Title:   "A controller that must have a data protection officer names none",
	Message: `controller "{party}" must have a data protection officer: name the officer's contact under dpo`,
	Explanation: `Public authorities and the institutions of the Union must have a data protection
officer, and the notice must say how to reach the officer. This is the one inside the
organisation who can be asked in confidence. An officer of the whole body serves
its boards and units too. A post under an older law, such as a contact for the
Swedish act of 1998, is not the same.`,
	Avoid: `regime: EU-GDPR
parties:
  - id: education-board
    publicAuthority: true
activities:
  - id: enrolment
    controllers: [education-board]`,
	Prefer: `regime: EU-GDPR
parties:
  - id: education-board
    publicAuthority: true
    dpo: officer
activities:
  - id: enrolment
    controllers: [education-board]
contacts:
  - id: officer
    kind: dpo
    email: officer@board.example`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for i := range p.doc.Parties {
			id := p.doc.Parties[i].ID
			must := p.governing() == law.EUDPR || p.isAuthority(id)
			if must && p.isController(id) && !p.hasOfficer(id) {
				p.report(entry("parties", i, "dpo"), p.partyArg(i))
			}
		}
	},
}
