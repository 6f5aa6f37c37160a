package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

var consentControllerUnnamed = Rule{
	Code: "consent-controller-unnamed", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{Other: "Recital 42 of the GDPR", Source: gdprText, Verified: true},
		{GDPR: "7(1)", Source: gdprText, Verified: true},
		{Other: "EDPB Guidelines 05/2020 on consent", Source: "general knowledge"},
	},
	Title:   "A consent does not say to whom it is given",
	Message: `the text of the consent "{consent}" names nobody who may rely on it: name the controller there, or write the audience`,
	Explanation: `A yes is given to somebody. Recital 42 puts the identity of the
controller first among what people must know before they consent, and a "we" on
a form that several organisations share tells nothing. Name whoever will use the
data in the statement itself, or beside it as its audience.`,
	Avoid: `languages: [en]
parties:
  - {id: school, name: Example School}
activities:
  - {id: newsletter, controllers: [school], consents: [newsletter]}
consents:
  - id: newsletter
    text: {en: "Yes, e-mail me when there are new courses."}`,
	Prefer: `languages: [en]
parties:
  - {id: school, name: Example School}
activities:
  - {id: newsletter, controllers: [school], consents: [newsletter]}
consents:
  - id: newsletter
    text: {en: "Yes, Example School may e-mail me when there are new courses."}`,
	check: func(p *pass) {
		for i := range p.doc.Consents {
			c := &p.doc.Consents[i]
			if c.Kind == policy.SecrecyWaiver || c.Text.IsZero() || len(c.Audience) > 0 || !c.AudienceText.IsZero() {
				continue
			}
			for _, tag := range p.doc.Languages {
				if text := c.Text.In(tag); text != "" && !p.namesController(strings.ToLower(text), c, tag) {
					p.report(entry("consents", i, "text"), arg(p.consentArg(i)))
					break
				}
			}
		}
	},
}

// namesController reports whether a text, in lower case, names a controller of
// an activity that rests on the consent, or the service.
func (p *pass) namesController(text string, c *policy.Consent, tag locale.Tag) bool {
	if service := p.doc.Service.In(tag); service != "" && strings.Contains(text, strings.ToLower(service)) {
		return true
	}
	for _, i := range p.usersOf("consent", c.ID) {
		for _, id := range p.doc.Activities[i].Controllers {
			if party := p.party(id); party != nil && namedIn(text, strings.ToLower(party.Name.In(tag))) {
				return true
			}
		}
	}
	return false
}

// namedIn reports whether the text holds the name, what the name has in
// brackets, or its first word. All are in lower case.
func namedIn(text, name string) bool {
	if name == "" {
		return false
	}
	if _, rest, ok := strings.Cut(name, "("); ok {
		if short, _, ok := strings.Cut(rest, ")"); ok && short != "" && strings.Contains(text, short) {
			return true
		}
	}
	first, _, _ := strings.Cut(name, " ")
	return strings.Contains(text, name) || letters(first) >= compounding && strings.Contains(text, first)
}
