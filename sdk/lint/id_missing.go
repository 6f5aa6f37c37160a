package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var idMissing = Rule{
	Code: "id-missing", Severity: diag.Error, Since: "0.1",
	Cites:   []Cite{{GDPR: "5(2)", Source: gdprText, Verified: true}},
	Title:   "A thing that others refer to has no id",
	Message: "the {kind} at {place} has no id",
	Explanation: `Without an id nothing can refer to it: the party has no role, the datum is in no
activity, the consent is asked for by no form. The id is also how a later
version of the policy tells that this is still the same thing, so that people
are asked and told only about what has changed.`,
	Avoid: `parties:
  - name: The Evening School
    country: SE`,
	Prefer: `parties:
  - id: evening-school
    name: The Evening School
    country: SE`,
	check: func(p *pass) {
		for _, d := range p.definitions {
			if d.id == "" && wantsID(d.kind) {
				p.reportNameless(d.kind, d.path)
			}
		}
		p.namelessPurposes(p.doc.Purposes, "/purposes")
	},
}

// referable lists the kinds of things that references lead to.
var referable = [...]string{
	"party", "datum", "purpose", "activity", "subject", "recipient", "processor", "system", "retention", "consent",
	"circumstance", "scope", "contact", "link",
}

// wantsID reports whether a thing of the kind is of use only where something
// refers to it. Contacts, links and systems are also listed by themselves;
// purposes are judged apart.
func wantsID(kind string) bool {
	switch kind {
	case "act", "activity", "circumstance", "consent", "datum", "form", "party", "processor",
		"recipient", "retention", "scope", "subject":
		return true
	}
	return false
}

func (p *pass) reportNameless(kind string, path diag.Path) {
	p.report(path.Key("id"), arg("kind", noun(kind)), arg("place", string(path)))
}

// namelessPurposes passes over purposes that only hold others together.
func (p *pass) namelessPurposes(list []policy.Purpose, path diag.Path) {
	for i := range list {
		x, here := &list[i], path.Index(i)
		if x.ID == "" && len(x.Parts) == 0 {
			p.reportNameless("purpose", here)
		}
		p.namelessPurposes(x.Parts, here.Key("parts"))
	}
}
