package lint

import "github.com/lagrum/lagrum/sdk/diag"

var formGroupEmpty = Rule{
	Code: "form-group-empty", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{Other: "WCAG 2.2, success criterion 2.4.6", Source: "general knowledge"},
		{GDPR: "12(1)", Source: gdprText, Verified: true},
	},
	Title:   "A group of a form has no fields",
	Message: `no field of form "{form}" stands in the group "{group}": let some stand there under "group", or take it away`,
	Explanation: `A group without fields is not shown. Most often the fields that
belong there name another group or none, and then they stand without their
heading, and without the condition that the group sets for them.`,
	Avoid: `forms:
  - id: enrolment
    groups:
      - {id: employer, label: {en: Your employer}}
    fields:
      - {datum: org-name}`,
	Prefer: `forms:
  - id: enrolment
    groups:
      - {id: employer, label: {en: Your employer}}
    fields:
      - {datum: org-name, group: employer}`,
	check: func(p *pass) {
		for i := range p.sheets() {
			s := &p.forms[i]
			used := map[string]bool{}
			for j := range s.Fields {
				used[s.Fields[j].Group] = true
			}
			for j := range s.Groups {
				id, path := s.Groups[j].ID, s.path.Key("groups").Index(j)
				if id == "" || !used[id] {
					p.report(path, s.arg(), arg("group", label(id, path)))
				}
			}
		}
	},
}
