package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var formLabelMissing = Rule{
	Code: "form-label-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{Other: "WCAG 2.2, success criterion 3.3.2", Source: "general knowledge"},
		{GDPR: "12(1)", Source: gdprText, Verified: true},
	},
	Title:   "A part of a form has no words",
	Message: `form "{form}" has nothing to show here: write the "{key}" in each language of the policy`,
	Explanation: `A value is for the program that receives the form; people choose
by what they read. An option, a heading or a form without words is a gap on the
page, and a screen reader says nothing at all. A text that is there in some of
the languages only has a rule of its own.`,
	Avoid: `languages: [en]
forms:
  - id: enrolment
    title: {en: Enrolment}
    fields:
      - datum: role
        control: radio
        options:
          - {value: teacher}`,
	Prefer: `languages: [en]
forms:
  - id: enrolment
    title: {en: Enrolment}
    fields:
      - datum: role
        control: radio
        options:
          - {value: teacher, label: {en: teacher}}`,
	check: func(p *pass) {
		for i := range p.sheets() {
			s := &p.forms[i]
			p.unlabelled(s, s.Title, s.path.Key("title"), "title")
			for j := range s.Groups {
				p.unlabelled(s, s.Groups[j].Label, s.path.Key("groups").Index(j).Key("label"), "label")
			}
			for j := range s.inputs {
				for k := range s.inputs[j].Options {
					p.unlabelled(s, s.inputs[j].Options[k].Label, s.inputs[j].path.Key("options").Index(k).Key("label"), "label")
				}
			}
		}
	},
}

// unlabelled reports a text of a form that is not there in any language.
func (p *pass) unlabelled(s *sheet, t policy.Text, path diag.Path, key string) {
	if t.IsZero() {
		p.report(path, s.arg(), arg("key", key))
	}
}
