package law

import (
	"iter"
	"slices"
)

// A Condition allows the processing of special categories of personal data
// (GDPR Art. 9(2)). It never replaces the legal basis of Art. 6.
type Condition struct {
	Letter   string // a to j
	Text     string // in English, in short
	NeedsLaw bool   // Union or national law must allow it and set safeguards
	DPV      string // "eu-gdpr:A9-2-a"
	Limits   string // for schools and authorities
	Fact
}

// ConditionOf tells which condition a provision of the regime is: "9(2)(g)"
// under [GDPR], "10(2)(g)" under [EUDPR].
func ConditionOf(regime ActID, article string) (Condition, bool) {
	gdpr, ok := FromArticle(regime, article)
	if !ok {
		return Condition{}, false
	}
	for i := range conditions {
		if "9(2)("+conditions[i].Letter+")" == gdpr {
			return conditions[i], true
		}
	}
	return Condition{}, false
}

// Article gives the provision of the regime that holds the condition.
func (c Condition) Article(regime ActID) (string, bool) {
	if c.Letter == "" {
		return "", false
	}
	return Article(regime, "9(2)("+c.Letter+")")
}

// Conditions lists the ten conditions, by letter.
func Conditions() iter.Seq[Condition] { return slices.Values(conditions) }
