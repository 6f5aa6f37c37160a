package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var textMissing = Rule{
	Code: "text-missing", Severity: diag.Error, Since: "0.1",
	Cites:   []Cite{{GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "A text is missing in a language of the notice",
	Message: `"{field}" has no text in {languages}`,
	Explanation: `The policy promises its notice in certain languages. Lagrum never fills a gap
with another language, since whoever chose Finnish may not read Swedish; so
this reader would miss the sentence without knowing it. Words that are the same
in all languages, as most names are, are written as a plain string.`,
	Avoid: `languages: [sv, fi]
purposes:
  - id: enrol
    title: {sv: Anmälan till kurser}`,
	Prefer: `languages: [sv, fi]
purposes:
  - id: enrol
    title: {sv: Anmälan till kurser, fi: Kursseille ilmoittautuminen}`,
	check: func(p *pass) {
		for _, t := range p.texts {
			if missing := p.missingIn(t.text); missing != nil {
				p.report(t.path, arg("field", t.field), arg("languages", strings.Join(missing, ", ")))
			}
		}
	},
}

// missingIn lists the languages of the policy that the text is not given in.
func (p *pass) missingIn(t policy.Text) []string {
	var missing []string
	for _, tag := range p.doc.Languages {
		if tag != "" && strings.TrimSpace(t.In(tag)) == "" { // the loader has told of an entry that it refused
			missing = append(missing, string(tag))
		}
	}
	return missing
}
