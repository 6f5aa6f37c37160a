package law

import (
	"iter"
	"slices"
)

// A Protection is a way in which a country hides the identity or address of a
// person under threat.
type Protection struct {
	Jurisdiction string // ISO 3166-1 alpha-2
	Kind         string // in the country's own language
	Provision    string // id of [FindProvision]
	Law          string // as one cites it
	Effect       string // what it does, in English
	Handling     string // what a course organiser should do
	Fact
}

// ProtectionsIn lists the kinds of protection in a country.
func ProtectionsIn(jurisdiction string) iter.Seq[Protection] {
	return func(yield func(Protection) bool) {
		for i := range protections {
			if protections[i].Jurisdiction == jurisdiction && !yield(protections[i]) {
				return
			}
		}
	}
}

// Protections lists the kinds of protection in all countries.
func Protections() iter.Seq[Protection] { return slices.Values(protections) }
