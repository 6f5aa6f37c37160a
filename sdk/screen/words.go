package screen

import _ "embed" // the lexicons

// Each lexicon is a variable of its own, so that a program carries only those
// that it can reach.
var (
	//go:embed words/sv.txt
	swedish string
	//go:embed words/da.txt
	danish string
	//go:embed words/nb.txt
	norwegian string
	//go:embed words/en.txt
	english string
)

// Words gives the curated lexicon of a language: sv, da, nb or en. It is false
// for any other. How often the lexicons are right is measured in
// docs/screening.md.
func Words(language string) (Lexicon, bool) {
	var text string
	switch language {
	case "sv":
		text = swedish
	case "da":
		text = danish
	case "nb":
		text = norwegian
	case "en":
		text = english
	default:
		return Lexicon{}, false
	}
	l, err := Parse(language, text)
	return l, err == nil
}
