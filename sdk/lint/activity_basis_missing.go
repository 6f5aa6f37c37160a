package lint

import "github.com/lagrum/lagrum/sdk/diag"

var activityBasisMissing = Rule{
	Code: "activity-basis-missing", Severity: diag.Error, Since: "0.1",
	Cites: []Cite{
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "6(1)", Source: gdprText, Verified: true},
	},
	Title:   "An activity has no legal basis",
	Message: `activity "{activity}" has no legal basis`,
	Explanation: `Processing is lawful only on one of the bases that the law lists, and the people
concerned must be told which. The basis also decides which rights they have:
nobody can object to a duty laid down by law, or withdraw what was never a
consent. Name the article with its letter; words alone leave it open.`,
	Avoid: `activities:
  - id: enrolment
    basis:
      text: {en: We need the data to run the course.}`,
	Prefer: `activities:
  - id: enrolment
    basis:
      article: 6(1)(b)
      text: {en: We need the data to run the course.}`,
	check: func(p *pass) {
		byDefault := p.doc.DefaultBasis != nil && p.doc.DefaultBasis.Article != ""
		for i := range p.doc.Activities {
			a := &p.doc.Activities[i]
			switch {
			case a.Basis == nil && !byDefault:
				p.reportActivity(i, "basis")
			case a.Basis != nil && a.Basis.Article == "":
				p.reportActivity(i, "basis", "article")
			}
		}
	},
}
