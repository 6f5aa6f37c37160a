package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var definitionUnused = Rule{
	Code: "definition-unused", Severity: diag.Warning, Since: "0.1",
	Cites:   []Cite{{GDPR: "5(2)", Source: gdprText, Verified: true}, {GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "Something is described and never used",
	Message: `nothing in the policy refers to the {kind} "{id}"`,
	Explanation: `A datum that no activity uses has no purpose, no basis and no day on which it
goes. A recipient, a processor or a retention rule that no activity names is
either left over from an earlier version, or the reference to it was forgotten.
Contacts, links, systems and other things that the notice lists by themselves
are not counted here.`,
	Avoid: `data:
  - id: name
    label: {en: name}
  - id: shoe-size
    label: {en: shoe size}
activities:
  - id: enrolment
    data: [name]`,
	Prefer: `data:
  - id: name
    label: {en: name}
activities:
  - id: enrolment
    data: [name]`,
	check: func(p *pass) {
		for _, d := range p.definitions {
			if d.id != "" && wantsUse(d.kind) && p.uses[key{d.kind, d.id}] == 0 {
				p.reportUnused(d)
			}
		}
		p.unusedActs()
		p.unusedParties()
		p.unusedPurposes(p.doc.Purposes, "/purposes", false)
	},
}

// wantsUse reports whether a thing of the kind says nothing by itself. Acts,
// parties and purposes are judged apart.
func wantsUse(kind string) bool {
	switch kind {
	case "circumstance", "consent", "datum", "processor", "recipient", "retention", "subject":
		return true
	}
	return false
}

func (p *pass) reportUnused(d definition) {
	p.report(d.path.Key("id"), arg("kind", noun(d.kind)), arg("id", d.id))
}

// unusedActs passes over acts that found the body: the notice names them.
func (p *pass) unusedActs() {
	for i := range p.doc.Acts {
		a := &p.doc.Acts[i]
		if a.ID != "" && !a.Founding && p.uses[key{"act", string(a.ID)}] == 0 {
			p.reportUnused(definition{entry("acts", i), "act", string(a.ID)})
		}
	}
}

// unusedParties passes over units and functions, which stand with the party
// that they are a part of, and parties that the notice says may sign
// agreements, or may not.
func (p *pass) unusedParties() {
	for i := range p.doc.Parties {
		x := &p.doc.Parties[i]
		part := x.PartOf != "" && (x.Kind == policy.Unit || x.Kind == policy.Function)
		if x.ID != "" && !part && x.SignsAgreements == "" && p.uses[key{"party", x.ID}] == 0 {
			p.reportUnused(definition{entry("parties", i), "party", x.ID})
		}
	}
}

// unusedPurposes reports purposes that are neither referred to nor a part or
// the whole of one that is, and those that are reported without their parts.
// It tells whether anything in the list is referred to.
func (p *pass) unusedPurposes(list []policy.Purpose, path diag.Path, below bool) (used bool) {
	for i := range list {
		x, here := &list[i], path.Index(i)
		direct := x.ID != "" && p.uses[key{"purpose", x.ID}] > 0
		before, more := len(p.findings), p.more
		inside := p.unusedPurposes(x.Parts, here.Key("parts"), below || direct)
		if !below && !direct && !inside && x.ID != "" {
			p.findings, p.more = p.findings[:before], more
			p.reportUnused(definition{here, "purpose", x.ID})
		}
		used = used || direct || inside
	}
	return used
}
