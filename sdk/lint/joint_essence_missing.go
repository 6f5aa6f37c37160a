package lint

import "github.com/lagrum/lagrum/sdk/diag"

var jointEssenceMissing = Rule{
	Code: "joint-essence-missing", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "26(2)", Source: gdprText, Verified: true}},
	Title:   "People are not told what the joint controllers agreed",
	Message: `the arrangement of activity "{activity}" has no essence: say in a few sentences who does what`,
	Explanation: `Joint controllers must make the essence of their arrangement available to the
people concerned. A few sentences will do: who informs, who answers requests, who
keeps the data. People may turn to either of them all the same.`,
	Avoid: `activities:
  - id: enrolment
    controllers: [school, foundation]
    joint: {contact: office}`,
	Prefer: `activities:
  - id: enrolment
    controllers: [school, foundation]
    joint:
      essence: {en: The school answers your questions. The foundation keeps the data.}
      contact: office`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			if j := p.doc.Activities[i].Joint; j != nil && j.Essence.IsZero() {
				p.reportActivity(i, "joint", "essence")
			}
		}
	},
}
