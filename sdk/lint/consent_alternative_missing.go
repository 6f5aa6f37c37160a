package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentAlternativeMissing = Rule{
	Code: "consent-alternative-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "7(4)", Source: gdprText, Verified: true},
		{Other: "Recital 43 of the GDPR", Source: gdprText, Verified: true},
		{Other: "EDPB Guidelines 05/2020 on consent", Source: "general knowledge"},
	},
	Title:   "Whoever says no has no alternative",
	Message: `consent "{consent}" names no alternative`,
	Hints: []string{
		hintAuthorityAsks: `an authority asks, so say what people can do instead without any drawback`,
		hintDependents:    `the people depend on whoever asks, so say what they can do instead without any drawback`,
		hintSensitive:     `the data are sensitive, so say how people can do without giving them`,
	},
	Explanation: `A pupil before a school, an employee before an employer and
anybody before an authority can hardly say no. Their consent is free only if a
no costs nothing, and they know it. Say what they can do instead: another way to
tell, or simply that everything else stays the same.`,
	Avoid: `regime: EU-GDPR
parties:
  - {id: school, publicAuthority: true}
activities:
  - id: pictures
    controllers: [school]
    basis: {article: 6(1)(a)}
    consents: [pictures]
consents:
  - id: pictures`,
	Prefer: `regime: EU-GDPR
parties:
  - {id: school, publicAuthority: true}
activities:
  - id: pictures
    controllers: [school]
    basis: {article: 6(1)(a)}
    consents: [pictures]
consents:
  - id: pictures
    alternative: {en: Say no. You take part as everybody else.}`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			c := &p.doc.Consents[i]
			if !c.Alternative.IsZero() {
				continue
			}
			path := entry("consents", i, "alternative")
			users := p.usersOf("consent", c.ID)
			switch {
			case slices.ContainsFunc(users, p.byAuthority):
				p.reportHint(hintAuthorityAsks, path, arg(p.consentArg(i)))
			case slices.ContainsFunc(users, p.ofDependents):
				p.reportHint(hintDependents, path, arg(p.consentArg(i)))
			case p.isSensitive(c):
				p.reportHint(hintSensitive, path, arg(p.consentArg(i)))
			}
		}
	},
}

// The hints of the rule.
const (
	hintAuthorityAsks = 0
	hintDependents    = 1
	hintSensitive     = 2
)

// ofDependents reports whether an activity is about people who can hardly say
// no to its controller: children, those who learn there and those who work there.
func (p *pass) ofDependents(i int) bool {
	return p.once("dependents", i, func() bool {
		return slices.ContainsFunc(p.doc.Activities[i].Subjects, p.isDependent)
	})
}

func (p *pass) isDependent(subject string) bool {
	s := p.subject(subject)
	return s != nil && s.IsDependent()
}

// isSensitive reports whether a consent is about data that are of a special
// category or reveal one strongly.
func (p *pass) isSensitive(c *policy.Consent) bool {
	all := p.guardedData()
	return slices.ContainsFunc(c.Data, func(id string) bool {
		i, ok := p.number("datum", id)
		return ok && i < len(all) && all[i].strength == law.Strong
	})
}
