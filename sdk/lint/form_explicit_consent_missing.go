package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var formExplicitConsentMissing = Rule{
	Code: "form-explicit-consent-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "9(2)(a)", Source: gdprText, Verified: true},
		{GDPR: "7(1)", Source: gdprText, Verified: true},
	},
	Title:   "A form takes sensitive data without asking for the consent to them",
	Message: `form "{form}" asks for "{datum}" ({category}), and the condition for that is explicit consent`,
	Hints: []string{
		hintAskExplicitly: `put a field before it that asks for the consent, one of kind explicit that names the datum`,
		hintNameTheDatum:  `let consent "{consent}" name the datum under "data", so that the form asks for it only after a yes`,
	},
	Explanation: `Whoever fills in a field on allergies has answered a question on
allergies and agreed to nothing. Explicit consent is a yes of its own, given
before the answer and kept as proof. When the form asks for it, Lagrum shows the
sensitive field only after the yes, and drops an answer that came without one.
Another way to tell does not replace the consent; it makes it free.`,
	Avoid: `regime: EU-GDPR
data:
  - {id: allergies, special: health}
activities:
  - id: lunch
    basis: {article: 6(1)(a)}
    specialGround: {article: 9(2)(a)}
    data: [allergies]
    consents: [food]
consents:
  - {id: food, kind: explicit, data: [allergies]}
forms:
  - id: enrolment
    fields:
      - {datum: allergies}`,
	Prefer: `regime: EU-GDPR
data:
  - {id: allergies, special: health}
activities:
  - id: lunch
    basis: {article: 6(1)(a)}
    specialGround: {article: 9(2)(a)}
    data: [allergies]
    consents: [food]
consents:
  - {id: food, kind: explicit, data: [allergies]}
forms:
  - id: enrolment
    fields:
      - {consent: food}
      - {datum: allergies}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			category, sensitive := p.tells(a)
			users := p.usersFor(a)
			if !sensitive || len(users) == 0 || slices.ContainsFunc(users, func(i int) bool { return !p.byExplicitConsent(i) }) {
				continue
			}
			if a.form.opens(a) || p.consentElsewhere(users, a.Datum) {
				continue
			}
			args := []diag.Arg{arg("datum", a.Datum), arg("category", categoryName(category))}
			if id, ok := p.unspecific(a.form, users); ok {
				p.reportFieldHint(hintNameTheDatum, a, nil, append(args, arg("consent", id))...)
			} else {
				p.reportFieldHint(hintAskExplicitly, a, nil, args...)
			}
		}
	},
}

// The hints of the rule.
const (
	hintAskExplicitly = 0
	hintNameTheDatum  = 1
)

// byExplicitConsent reports whether explicit consent is the condition of the
// activity for special categories.
func (p *pass) byExplicitConsent(i int) bool {
	ground, ok := p.ground(i)
	return ok && ground.Letter == "a"
}

// consentElsewhere reports whether the activities take consent to the datum in
// another way than by a form.
func (p *pass) consentElsewhere(activities []int, datum string) bool {
	return slices.ContainsFunc(activities, func(i int) bool {
		return slices.ContainsFunc(p.doc.Activities[i].Consents, func(id string) bool {
			c := p.consent(id)
			return c != nil && !c.IsTicked() && c.Covers(datum)
		})
	})
}

// unspecific gives a consent of the activities that the form asks for and that is
// explicit, and about no data in particular.
func (p *pass) unspecific(s *sheet, activities []int) (string, bool) {
	for _, i := range activities {
		for _, id := range p.doc.Activities[i].Consents {
			_, asks := s.consents[id]
			if c := p.consent(id); asks && c != nil && c.Kind == policy.ExplicitConsent && len(c.Data) == 0 {
				return id, true
			}
		}
	}
	return "", false
}
