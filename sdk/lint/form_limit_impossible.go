package lint

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var formLimitImpossible = Rule{
	Code: "form-limit-impossible", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(d)", Source: gdprText, Verified: true},
		{GDPR: "25(1)", Source: gdprText, Verified: true},
	},
	Title:   "No answer can be right",
	Message: `field "{field}" of form "{form}" accepts no answer`,
	Hints: []string{
		hintTooShort:     `"minLength" asks for more characters than "maxLength" allows, or than the control does without one`,
		hintPatternLong:  `"pattern" has another number of characters than "minLength" and "maxLength" ask for`,
		hintPatternSpace: `"pattern" has a space at one end, or two beside each other, and such spaces are tidied away`,
		hintTurned:       `"min" is greater than "max"`,
	},
	Explanation: `When two demands exclude each other, everybody is told that their
answer is wrong, whatever it is. A field that must be filled in then stops the
whole form, and people leave the data out or invent some that pass.`,
	Avoid: `forms:
  - id: enrolment
    fields:
      - {datum: seats, control: number, min: "4", max: "1"}`,
	Prefer: `forms:
  - id: enrolment
    fields:
      - {datum: seats, control: number, min: "1", max: "4"}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			control := a.control()
			if hasLength(control) {
				p.lengths(a, control)
			}
			if hasRange(control) && turned(a, control) {
				p.reportFieldHint(hintTurned, a, []string{"max"})
			}
		}
	},
}

// The hints of the rule.
const (
	hintTooShort     = 0
	hintPatternLong  = 1
	hintPatternSpace = 2
	hintTurned       = 3
)

// lengths compares what the field says of the length of an answer.
func (p *pass) lengths(a *input, control policy.Control) {
	most := cmp.Or(a.MaxLength, control.UsualLength())
	n := utf8.RuneCountInString(a.Pattern)
	switch {
	case a.MinLength > most:
		p.reportFieldHint(hintTooShort, a, []string{"minLength"})
	case n == 0 || !isTyped(control):
	case n < a.MinLength || n > most:
		p.reportFieldHint(hintPatternLong, a, []string{"pattern"})
	case strings.TrimSpace(a.Pattern) != a.Pattern, control == policy.TextControl && strings.Contains(a.Pattern, "  "):
		p.reportFieldHint(hintPatternSpace, a, []string{"pattern"})
	}
}

// turned reports whether the least value is greater than the greatest.
func turned(a *input, control policy.Control) bool {
	if control == policy.NumberControl {
		least, ok1 := readNumber(a.Min)
		most, ok2 := readNumber(a.Max)
		return ok1 && ok2 && most < least
	}
	first, ok1, _ := readDay(a.Min)
	last, ok2, _ := readDay(a.Max)
	return ok1 && ok2 && last.Before(first)
}
