package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
)

var authorityEdpb = Rule{
	Code: "authority-edpb", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(d)", Source: gdprText, Verified: true},
		{GDPR: "77(1)", Source: gdprText, Verified: true},
		{Other: "Article 70 of the GDPR, the tasks of the Board", Source: "general knowledge"},
	},
	Title:   "Complaints are sent to the European Data Protection Board",
	Message: "the European Data Protection Board takes no complaints: leave the authority out, or name the supervisory authority",
	Explanation: `The Board is where the authorities of the countries meet to agree. It has no
desk for people, and a complaint sent there goes nowhere. The European Data
Protection Supervisor, whose name is so alike, takes complaints about the
institutions of the Union only.`,
	Avoid: `regime: EU-GDPR
jurisdiction: DK
authority: EU-EDPB`,
	Prefer: `regime: EU-GDPR
jurisdiction: DK
authority: DK`,
	check: func(p *pass) {
		if p.doc.Authority == edpb {
			p.report("/authority")
		}
	},
}

// edpb is the code of the European Data Protection Board in the table of authorities.
const edpb = "EU-EDPB"
