package law

import (
	"iter"
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
)

// An Adequacy is a decision of the Commission that a country ensures an
// adequate level of protection (GDPR Art. 45).
type Adequacy struct {
	Country  string // ISO 3166-1 alpha-2, or EPO
	Name     string // in English
	Decision string // its number: "(EU) 2023/1795"
	Scope    string // whom it covers, where that is not everybody
	Note     string // what else to know, in English; may be empty
	Fact
}

// AdequacyOf gives the decision that holds for the country on the day.
func AdequacyOf(country string, at date.Date) (Adequacy, bool) {
	for i := range adequacies {
		if adequacies[i].Country == country && adequacies[i].InForce(at) {
			return adequacies[i], true
		}
	}
	return Adequacy{}, false
}

// FindAdequacy gives the decision with the number, in force or not, so that a
// policy that cites an annulled one can be told so.
func FindAdequacy(decision string) (Adequacy, bool) {
	for i := range adequacies {
		if adequacies[i].Decision == decision {
			return adequacies[i], true
		}
	}
	return Adequacy{}, false
}

// Adequacies lists the decisions, those annulled among them.
func Adequacies() iter.Seq[Adequacy] { return slices.Values(adequacies) }
