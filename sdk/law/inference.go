package law

import (
	"iter"
	"slices"
)

// A Strength tells how surely something reveals a special category.
type Strength string

// The strengths, from the weakest up.
const (
	NoStrength Strength = ""       // reveals none
	Weak       Strength = "weak"   // seldom, or not by itself
	Medium     Strength = "medium" // often
	Strong     Strength = "strong" // nearly always, or what is typed in is not known beforehand
)

// An InferenceConcept is something that a form asks and that can reveal a
// special category, also indirectly (Court of Justice, C-184/20).
type InferenceConcept struct {
	Key        string            // the key of the row: "allergy"
	Categories []SpecialCategory // what it can reveal; empty: none
	Strength   Strength          // how surely it reveals them
	Words      []Words           // per language; nn is read as nb
	Handling   string            // in English
	Fact                         // Verified speaks of the category, not of the words
}

// Words are the words of a concept in one language.
type Words struct {
	Lang string   // BCP 47
	List []string // the words, in lower case
}

// FindInference gives the concept with the key: "allergy".
func FindInference(key string) (InferenceConcept, bool) {
	for i := range inferences {
		if inferences[i].Key == key {
			return inferences[i], true
		}
	}
	return InferenceConcept{}, false
}

// Inferences lists the concepts.
func Inferences() iter.Seq[InferenceConcept] { return slices.Values(inferences) }
