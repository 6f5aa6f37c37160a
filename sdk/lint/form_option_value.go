package lint

import "github.com/lagrum/lagrum/sdk/diag"

var formOptionValue = Rule{
	Code: "form-option-value", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "5(1)(d)", Source: gdprText, Verified: true}},
	Title:   "Two choices cannot be told apart",
	Message: `an option of field "{field}" of form "{form}" has no value of its own`,
	Hints: []string{
		hintValueEmpty: `write a "value", which is what is stored; an empty one counts as no answer`,
		hintValueTwice: `"{value}" is the value of another one too, so that nobody knows which was chosen`,
	},
	Explanation: `The value is what arrives and is stored. Without one, the choice
looks like no answer; with the same as another one, whoever chose the second is
taken down as having chosen the first. What is kept of people must be right.`,
	Avoid: `forms:
  - id: enrolment
    fields:
      - datum: role
        control: radio
        options:
          - {value: teacher, label: {en: teacher}}
          - {value: teacher, label: {en: head of school}}`,
	Prefer: `forms:
  - id: enrolment
    fields:
      - datum: role
        control: radio
        options:
          - {value: teacher, label: {en: teacher}}
          - {value: head, label: {en: head of school}}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			seen := map[string]bool{}
			for k := range a.Options {
				value := a.Options[k].Value
				path, args := a.place([]string{"options"}, nil)
				switch path = path.Index(k).Key("value"); {
				case value == "":
					p.reportHint(hintValueEmpty, path, args...)
				case seen[value]:
					p.reportHint(hintValueTwice, path, append(args, arg("value", value))...)
				}
				seen[value] = true
			}
		}
	},
}

// The hints of the rule.
const (
	hintValueEmpty = 0
	hintValueTwice = 1
)
