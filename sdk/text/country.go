package text

import (
	"slices"
	"strings"
)

//go:generate go run ../../internal/gen/countries

// Country gives the name of a country by its ISO 3166-1 alpha-2 code, in this
// language, as CLDR has it. A code that is not in the table is given as it is.
func (l *Language) Country(code string) string {
	i, ok := slices.BinarySearchFunc(countries[:], code, func(c country, code string) int { return strings.Compare(c.code, code) })
	if !ok {
		return code
	}
	return countries[i].name[slices.Index(Languages, l.Tag)]
}

// Countries lists the codes of ISO 3166-1 alpha-2 that [Language.Country] has a
// name for, in the order of the alphabet.
func Countries() []string {
	codes := make([]string, len(countries))
	for i := range countries {
		codes[i] = countries[i].code
	}
	return codes
}
