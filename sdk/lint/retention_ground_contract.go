package lint

import "github.com/lagrum/lagrum/sdk/diag"

var retentionGroundContract = Rule{
	Code: "retention-ground-contract", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(e)", Source: gdprText, Verified: true},
		{GDPR: "28(3)", Source: gdprText, Verified: true},
	},
	Title:   "A contract is the only reason to keep data",
	Message: `retention rule "{rule}" rests on nothing but a contract: name the law, or say under ground why the data are needed so long`,
	Explanation: `How long data are needed follows from the purpose or from a law. An agreement with
a supplier carries out what the controller has decided; it is no reason of its
own, since the controller could have agreed on less. Say what the data are needed
for during that time.`,
	Avoid: `acts:
  - id: HOSTING-AGREEMENT
    contract: true
retention:
  - id: logs
    trigger: log-entry
    period: P5Y
    law: [{act: HOSTING-AGREEMENT}]`,
	Prefer: `acts:
  - id: HOSTING-AGREEMENT
    contract: true
retention:
  - id: logs
    trigger: log-entry
    period: P6M
    law: [{act: HOSTING-AGREEMENT}]
    ground: {en: Break-ins are often discovered after some months.}`,
	check: func(p *pass) {
		for i := range p.doc.Retention {
			if r := &p.doc.Retention[i]; p.onlyContracts(r.Law) && r.Ground.IsZero() {
				p.reportRule(i, "law")
			}
		}
	},
}
