package text

import "github.com/lagrum/lagrum/sdk/locale"

// Languages lists the languages there are, in the order of the house.
var Languages = []locale.Tag{locale.SV, locale.DA, locale.NB, locale.NN, locale.FI, locale.IS, locale.EN}

// In gives the texts of a language. A regional tag such as sv-FI gets its
// language. The result is nil for a language that there is no file for: there
// is no fallback from one language to another.
func In(tag locale.Tag) *Language {
	switch tag.Base() {
	case locale.SV:
		return &swedish
	case locale.DA:
		return &danish
	case locale.NB:
		return &bokmal
	case locale.NN:
		return &nynorsk
	case locale.FI:
		return &finnish
	case locale.IS:
		return &icelandic
	case locale.EN:
		return &english
	}
	return nil
}

// same is a unit whose words do not change with their place in the sentence.
func same(one, other string) locale.Unit {
	p := locale.Plural{One: one, Other: other}
	return locale.Unit{Count: p, Lasting: p, Later: p, Within: p}
}
