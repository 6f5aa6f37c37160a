package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
)

var referenceDangling = Rule{
	Code: "reference-dangling", Severity: diag.Error, Since: "0.1",
	Cites:   []Cite{{GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "A reference leads nowhere",
	Message: `no {kind} has the id "{id}"`,
	Hints: []string{
		hintSuggestion: `did you mean "{suggestion}"?`,
		hintOtherKind:  `it is the id of something else: {other}`,
		hintEmpty:      `the entry is empty`,
	},
	Explanation: `What an id points to is missing from everything that is made from the policy:
a recipient drops out of the notice, a field out of the form, a deletion date
out of the plan. Nobody sees that something was meant to stand there.`,
	Avoid: `data:
  - id: email
    label: {en: e-mail address}
activities:
  - id: enrolment
    data: [e-mial]`,
	Prefer: `data:
  - id: email
    label: {en: e-mail address}
activities:
  - id: enrolment
    data: [email]`,
	check: func(p *pass) {
		for _, r := range p.references {
			if r.kind == "act" || p.defined(r.kind, r.id) {
				continue // acts have a rule of their own
			}
			args := []diag.Arg{arg("kind", noun(r.kind)), arg("id", r.id)}
			if r.id == "" {
				p.reportHint(hintEmpty, r.path, args...)
			} else if other := p.otherKinds(r); other != "" {
				p.reportHint(hintOtherKind, r.path, append(args, arg("other", other))...)
			} else if near := p.suggest(r.kind, r.id); near != "" {
				p.reportHint(hintSuggestion, r.path, append(args, arg("suggestion", near))...)
				if meant, ok := diag.Slip(r.id, p.byKind[r.kind]); ok && meant == near {
					p.fix(r.id, meant)
				}
			} else {
				p.report(r.path, args...)
			}
		}
	},
}

// The hints of the rule.
const (
	hintSuggestion = 0
	hintOtherKind  = 1
	hintEmpty      = 2
)

// otherKinds names the kinds of which the policy has a thing with the
// reference's id.
func (p *pass) otherKinds(r reference) string {
	var kinds []string
	for _, kind := range referable {
		if p.defined(kind, r.id) {
			kinds = append(kinds, noun(kind))
		}
	}
	return strings.Join(kinds, ", ")
}
