package law

import (
	"iter"
	"slices"
)

// A Deadline is the time in which the controller must answer a request,
// counted from its receipt.
type Deadline struct {
	Regime    ActID  // the regime whose time it is
	Months    int    // the ordinary time
	Extension int    // more months, where requests are complex or many
	Provision string // the regime's own number: "12(3)"
	Note      string // what else to know, in English; may be empty
	Fact
}

// DeadlineOf gives the answer time under the regime: one month, two more
// where needed, under the GDPR (Art. 12(3)).
func DeadlineOf(regime ActID) (Deadline, bool) {
	for i := range deadlines {
		if deadlines[i].Regime == regime {
			return deadlines[i], true
		}
	}
	return Deadline{}, false
}

// Deadlines lists the answer times of all regimes.
func Deadlines() iter.Seq[Deadline] { return slices.Values(deadlines) }
