package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var actUnknown = Rule{
	Code: "act-unknown", Severity: diag.Error, Since: "0.1",
	Cites: []Cite{
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "12(1)", Source: gdprText, Verified: true},
	},
	Title:   "A citation names an act that nobody knows",
	Message: `no act has the id "{act}"`,
	Hints:   []string{`did you mean "{suggestion}"?`},
	Explanation: `A provision is cited so that people can look it up. This act is neither in
Lagrum's table nor among the acts of the policy, so it has no title to print and
no dates to check. Describe it under acts: its title, its number and its first
day in force.`,
	Avoid: `activities:
  - id: enrolment
    basis:
      article: 6(1)(e)
      law: [{act: SE-SKOLA, section: 26 a kap. 4 §}]`,
	Prefer: `activities:
  - id: enrolment
    basis:
      article: 6(1)(e)
      law: [{act: SE-SKOL, section: 26 a kap. 4 §}]`,
	check: func(p *pass) {
		for _, r := range p.references {
			if r.kind != "act" {
				continue
			}
			if _, ok := p.termOf(law.ActID(r.id)); ok {
				continue
			}
			if near := p.suggestAct(r.id); near != "" {
				p.reportHint(0, r.path, arg("act", r.id), arg("suggestion", near))
			} else {
				p.report(r.path, arg("act", r.id))
			}
		}
	},
}

// suggestAct looks among the policy's own acts, then in the table.
func (p *pass) suggestAct(id string) string {
	if near := p.suggest("act", id); near != "" {
		return near
	}
	var ids []string
	for a := range law.Acts() {
		ids = append(ids, string(a.ID))
	}
	return diag.NewVocabulary(ids).Nearest(id)
}
