package mutate

import (
	"reflect"

	"github.com/lagrum/lagrum/sdk/diag"
)

// A Kind is a way of spoiling a policy.
type Kind string

// The kinds of defect.
const (
	Delete    Kind = "delete"          // a field is left out
	Empty     Kind = "empty list"      // a list loses all its entries
	Drop      Kind = "drop entry"      // a list loses one entry
	Dangle    Kind = "dangling id"     // a reference leads to an id that does not exist
	Swap      Kind = "other id"        // a reference leads to something else of its kind
	Duplicate Kind = "duplicate id"    // two things of a kind get the same id
	Flip      Kind = "other value"     // a word of a fixed list becomes another one, or true becomes false
	Shift     Kind = "shifted date"    // a day moves by years
	Stretch   Kind = "other period"    // a period becomes ten times as long, or a day
	Regime    Kind = "other regime"    // the policy is under another data protection law
	Language  Kind = "drop language"   // a text loses one language
	Country   Kind = "other country"   // a country becomes another
	Article   Kind = "other provision" // a legal basis or a condition gets another letter, or none
)

// Kinds lists the kinds of defect in the order of the page.
func Kinds() []Kind {
	return []Kind{Delete, Empty, Drop, Language, Dangle, Swap, Duplicate, Flip, Article, Regime, Country, Shift, Stretch}
}

// isLoss reports whether the kind takes something away.
func (k Kind) isLoss() bool { return k == Delete || k == Empty || k == Drop || k == Language }

// A Mutant is one defect at one place of a policy.
type Mutant struct {
	Kind  Kind
	Field string    // the type of the model and the name in the file: "Party.name"
	Path  diag.Path // the field's place
	To    string    // what it becomes, where that is a word
	in    any       // a pointer to the struct that holds the field

	at, was, becomes reflect.Value
}

// apply makes the defect in the policy that the mutant was made of; undo takes
// it back.
func (m *Mutant) apply() { m.at.Set(m.becomes) }
func (m *Mutant) undo()  { m.at.Set(m.was) }
