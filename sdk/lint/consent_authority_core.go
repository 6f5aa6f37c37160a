package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var consentAuthorityCore = Rule{
	Code: "consent-authority-core", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{Other: "Recital 43 of the GDPR", Source: gdprText, Verified: true},
		{GDPR: "6(1)(e)", Source: gdprText, Verified: true},
	},
	Title:   "An authority asks for consent to its core task",
	Message: `activity "{activity}" is what an authority is there for ("{purpose}"): rest it on the law that gives the task, not on consent`,
	Explanation: `Grades are set and attendance is kept whether the pupil likes it
or not. Consent to such a task is no choice, and whoever withdrew it would find
that nothing happens. The basis is the task in the public interest or the duty,
with the law that lays it down.`,
	Avoid: `regime: EU-GDPR
parties:
  - {id: school, publicAuthority: true}
purposes:
  - {id: grades, term: "edu:StudentPerformanceAssessment"}
activities:
  - id: grades
    controllers: [school]
    purposes: [grades]
    basis: {article: 6(1)(a)}`,
	Prefer: `regime: EU-GDPR
parties:
  - {id: school, publicAuthority: true}
purposes:
  - {id: grades, term: "edu:StudentPerformanceAssessment"}
activities:
  - id: grades
    controllers: [school]
    purposes: [grades]
    basis:
      article: 6(1)(e)
      law: [{act: SE-SKOL}]`,
	check: func(p *pass) {
		for i := range p.doc.Activities {
			if basis, ok := p.basis(i); !ok || basis != law.Consent || !p.byAuthority(i) {
				continue
			}
			for _, id := range p.doc.Activities[i].Purposes {
				if purpose := p.purpose(id); purpose != nil && isCoreTask(purpose.Term) {
					p.report(entry("activities", i, "basis"), p.activityArg(i), arg("purpose", id))
					break
				}
			}
		}
	},
}

// isCoreTask reports whether the term is that of a task for which schools and
// other authorities in education are there.
func isCoreTask(term string) bool {
	switch term {
	case "edu:StudentPerformanceAssessment", "edu:StudentExamAssessment", "edu:StudentAssignmentAssessment",
		"edu:StudentLearningOutcomeAssessment", "edu:StudentPerformanceManagement", "edu:StudentAttendanceManagement",
		"edu:StudentAdmissionManagement", "edu:StudentAdmissionScreening", "edu:StudentEligibilityAssessment",
		"edu:StudentMisconductInvestigation", "edu:StudentManagement", "dpv:LegalCompliance":
		return true
	}
	return false
}
