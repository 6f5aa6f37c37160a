package lint

import "github.com/lagrum/lagrum/sdk/diag"

var formGroupMissing = Rule{
	Code: "form-group-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{Other: "WCAG 2.2, success criterion 1.3.1", Source: "general knowledge"},
		{GDPR: "12(1)", Source: gdprText, Verified: true},
	},
	Title:   "A field stands in a group that is not there",
	Message: `form "{form}" has no group "{group}", in which field "{field}" stands: describe it under "groups", or leave "group" out`,
	Explanation: `A group gives its fields a heading, says whom they are about and may
make them depend on an answer. A field in a group that is not there has none of
that: it is shown to everybody, without the words that explain it.`,
	Avoid: `forms:
  - id: enrolment
    groups:
      - {id: employer, label: {en: Your employer}}
    fields:
      - {datum: org-name, group: emloyer}`,
	Prefer: `forms:
  - id: enrolment
    groups:
      - {id: employer, label: {en: Your employer}}
    fields:
      - {datum: org-name, group: employer}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			if _, ok := a.form.groups[a.Group]; a.Group != "" && !ok {
				p.reportField(a, []string{"group"}, arg("group", a.Group))
			}
		}
	},
}
