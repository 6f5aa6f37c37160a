package lint

import (
	"cmp"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var citationAmbiguous = Rule{
	Code: "citation-ambiguous", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "6(3)", Source: gdprText, Verified: true},
	},
	Title:   "The name that is cited is that of several orders",
	Message: `several orders are called {act}: describe the one that you mean under "acts", with its number, and cite that`,
	Explanation: `Danish examination orders are issued anew every few years, one for each kind of
education, and the same rule stands under another number in each. Without number
and date nobody can look it up, and nobody sees when it is replaced.`,
	Avoid: `retention:
  - {id: exams, law: [{act: DK-EKS, section: § 33}]}`,
	Prefer: `acts:
  - {id: EXAMS-2016, number: BEK nr. 1500 af 02/12/2016}
retention:
  - {id: exams, law: [{act: EXAMS-2016, section: § 33}]}`,
	check: func(p *pass) {
		for path, id := range p.citedActs() {
			if a, ok := law.Find(id); ok && a.Several {
				p.report(path, arg("act", cmp.Or(a.Short, a.Title)))
			}
		}
	},
}
