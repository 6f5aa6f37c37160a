package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/screen"
)

var textruleClassUnscreened = Rule{
	Code: "textrule-class-unscreened", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "25(1)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(c)", Source: gdprText, Verified: true},
	},
	Title:   "A text rule names a class that is not screened for",
	Message: `free text is not screened for "{class}"`,
	Hints: []string{
		hintClassMeant:    `did you mean "{suggestion}"?`,
		hintClassWordless: `name a class that forms screen for, such as health or internal-code, or say the rule to people under "text"`,
	},
	Explanation: `Screening knows sixteen classes by name. A rule may have a class of
its own, such as facts, and is then a rule for people: it stands in its text,
and no form looks for it. With a slip of the finger in the name, or without a
text, it forbids nothing to anybody.`,
	Avoid: `textRules:
  - {id: no-illness, kind: forbid, class: helth}`,
	Prefer: `textRules:
  - {id: no-illness, kind: forbid, class: health}`,
	check: func(p *pass) {
		var known diag.Vocabulary
		for i := range p.doc.TextRules {
			r := &p.doc.TextRules[i]
			if r.Class == "" || screen.Class(r.Class).Known() {
				continue
			}
			if known == nil {
				known = diag.NewVocabulary(screenedClasses())
			}
			at := entry("textRules", i, "class")
			if near := known.Nearest(r.Class); near != "" {
				p.reportHint(hintClassMeant, at, arg("class", r.Class), arg("suggestion", near))
				if meant, ok := diag.Slip(r.Class, screenedClasses()); ok && meant == near {
					p.fix(r.Class, meant)
				}
			} else if r.Kind == policy.ForbidText && len(r.Text) == 0 {
				p.reportHint(hintClassWordless, at, arg("class", r.Class))
			}
		}
	},
}

// The hints of the rule.
const (
	hintClassMeant    = 0
	hintClassWordless = 1
)

// screenedClasses names the classes that screening knows.
func screenedClasses() []string {
	var names []string
	for _, c := range screen.Classes() {
		names = append(names, string(c))
	}
	return names
}
