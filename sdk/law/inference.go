package law

import (
	"iter"
	"slices"
)

// A Strength tells how surely something reveals a special category. The zero
// Strength is NoStrength.
type Strength uint8

// The strengths, from the weakest up.
const (
	NoStrength Strength = 0 // reveals none
	Weak       Strength = 1
	Medium     Strength = 2
	Strong     Strength = 3
)

// String gives the strength in a word: none, weak, medium, strong.
func (s Strength) String() string {
	switch s {
	case NoStrength:
		return "none"
	case Weak:
		return "weak"
	case Medium:
		return "medium"
	case Strong:
		return "strong"
	}
	return "unknown"
}

// An InferenceConcept is something that a form asks and that can reveal a
// special category, also indirectly (Court of Justice, C-184/20).
type InferenceConcept struct {
	Key        string
	Categories []SpecialCategory // what it can reveal; empty: none
	Strength   Strength
	Words      []Words // per language; nn is read as nb
	Handling   string  // in English
	Fact               // Verified speaks of the category, not of the words
}

// Words are the words of a concept in one language.
type Words struct {
	Lang string // BCP 47
	List []string
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
