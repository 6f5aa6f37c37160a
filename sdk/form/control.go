package form

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/screen"
	"github.com/lagrum/lagrum/sdk/text"
)

// autocompleteOf is the autofill token of HTML for a term of the Data Privacy
// Vocabulary (WCAG 2.2 success criterion 1.3.5). It is for what the person says
// of themselves; of an organisation, only its name.
func autocompleteOf(term string, about policy.About) string {
	if about == policy.AboutOrganisation {
		if term == "pd:Name" {
			return "organization"
		}
		return ""
	}
	switch term {
	case "pd:Name":
		return "name"
	case "pd:GivenName":
		return "given-name"
	case "pd:FamilyName":
		return "family-name"
	case "pd:EmailAddress":
		return "email"
	case "pd:TelephoneNumber":
		return "tel"
	case "pd:BirthDate":
		return "bday"
	case "pd:PhysicalAddress":
		return "street-address"
	case "pd:Country":
		return "country"
	case "pd:Username":
		return "username"
	case "pd:ProfessionalTitle", "pd:JobTitle":
		return "organization-title"
	}
	return ""
}

// screens reports whether any field is screened.
func (x *deriver) screens(fields []Field) bool {
	for i := range fields {
		if len(fields[i].Screen) > 0 {
			return true
		}
	}
	return false
}

// forbidden lists the classes that free text must not tell of: special
// categories and identity numbers, for which free text has no ground, unless
// the policy's rules allow the class by name, and whatever else they forbid.
func (x *deriver) forbidden() []screen.Class {
	says := func(kind policy.TextRuleKind, class screen.Class) bool {
		return slices.ContainsFunc(x.doc.TextRules, func(r policy.TextRule) bool { return r.Kind == kind && screen.Class(r.Class) == class })
	}
	var list []screen.Class
	for _, class := range screen.Classes() {
		always := class.Special() != "" || class == screen.NationalNumber
		if says(policy.ForbidText, class) || always && !says(policy.AllowText, class) {
			list = append(list, class)
		}
	}
	return list
}

func has[T comparable](list []T, x T) bool {
	for _, one := range list {
		if one == x {
			return true
		}
	}
	return false
}

// screenLanguage is the language whose words are looked for. Nynorsk has the
// stems of Bokmål for the most part; Finnish and Icelandic have no lexicon, so
// that codes and numbers alone are found there.
func screenLanguage(tag locale.Tag) locale.Tag {
	if tag == locale.NN {
		return locale.NB
	}
	return tag
}

// countries are the choices of a country, by name. Their values are the codes
// of ISO 3166-1.
func countries(l *text.Language) []Option {
	var list []Option
	for _, code := range text.Countries() {
		list = append(list, Option{Value: code, Label: l.Country(code)})
	}
	// Letters beyond z keep the order that Unicode has for them.
	slices.SortFunc(list, func(a, b Option) int { return strings.Compare(a.Label, b.Label) })
	return list
}
