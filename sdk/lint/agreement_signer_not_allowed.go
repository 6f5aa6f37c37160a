package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var agreementSignerNotAllowed = Rule{
	Code: "agreement-signer-not-allowed", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "28(3)", Source: gdprText, Verified: true}},
	Title:   "The agreement is signed by somebody who may not sign it",
	Message: `"{party}" cannot sign the agreement with processor "{processor}"`,
	Hints: []string{
		hintMayNot:      `the policy says that it may not: name the one who may`,
		hintOtherSigns:  `in its organisation "{signer}" signs`,
		hintSignsItself: `it is the processor: name who signed for the controller`,
	},
	Explanation: `An agreement must bind the processor to the controller. If a school signs where
only the board may, the board is not bound, and the pupils' data are handled
without a valid agreement. The policy says of each party whether it may sign;
where one of an organisation does, the others do not.`,
	Avoid: `parties:
  - {id: board, signsAgreements: "yes"}
  - {id: school, partOf: board, signsAgreements: "no"}
processors:
  - id: reading-service
    party: supplier
    for: [board]
    agreement: {signedBy: school}`,
	Prefer: `parties:
  - {id: board, signsAgreements: "yes"}
  - {id: school, partOf: board, signsAgreements: "no"}
processors:
  - id: reading-service
    party: supplier
    for: [board]
    agreement: {signedBy: board}`,
	check: func(p *pass) {
		for i := range p.doc.Processors {
			x := &p.doc.Processors[i]
			if x.Agreement == nil || x.Agreement.SignedBy == "" {
				continue
			}
			id, path := x.Agreement.SignedBy, entry("processors", i, "agreement", "signedBy")
			args := []diag.Arg{arg("party", id), p.processorArg(i)}
			party := p.party(id)
			signer, ok := p.signerOf(p.top(id))
			switch {
			case party == nil:
			case id == x.Party:
				p.reportHint(hintSignsItself, path, args...)
			case party.SignsAgreements == policy.No:
				p.reportHint(hintMayNot, path, args...)
			case ok && party.SignsAgreements != policy.Yes:
				p.reportHint(hintOtherSigns, path, append(args, arg("signer", signer))...)
			}
		}
	},
}

// The hints of the rule.
const (
	hintMayNot      = 0
	hintOtherSigns  = 1
	hintSignsItself = 2
)
