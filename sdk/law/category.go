package law

import (
	"iter"
	"slices"
)

// A SpecialCategory is a kind of personal data that the law guards more
// closely: those of GDPR Art. 9(1), and criminal data of Art. 10. The zero
// SpecialCategory means ordinary data.
type SpecialCategory string

// The special categories of Art. 9(1).
const (
	EthnicOrigin     SpecialCategory = "ethnic-origin"     // racial or ethnic origin; pd:EthnicOrigin
	PoliticalOpinion SpecialCategory = "political-opinion" // political opinions; pd:PoliticalOpinion
	Religion         SpecialCategory = "religion"          // religious or philosophical beliefs; pd:Religion
	TradeUnion       SpecialCategory = "trade-union"       // trade union membership; pd:TradeUnionMembership
	Genetic          SpecialCategory = "genetic"           // genetic data; pd:Genetic
	Biometric        SpecialCategory = "biometric"         // biometric data used to identify uniquely; pd:Biometric
	Health           SpecialCategory = "health"            // data concerning health; pd:Health
	SexLife          SpecialCategory = "sex-life"          // sex life or sexual orientation; pd:Sexual
)

// Criminal data are apart: Art. 10 allows them only under the control of
// official authority or where law does. pd:Criminal.
const Criminal SpecialCategory = "criminal"

// A CategoryRow tells about one special category.
type CategoryRow struct {
	Category SpecialCategory // the category
	GDPR     string          // "9(1)" or "10"
	DPV      string          // "pd:Health"
	Term     string          // key of [Term]
	Fact
}

// Row gives what the table says of the category. It is false for ordinary data.
func (c SpecialCategory) Row() (CategoryRow, bool) {
	for i := range categories {
		if categories[i].Category == c {
			return categories[i], true
		}
	}
	return CategoryRow{}, false
}

// Article gives the provision of the regime that names the category.
func (c SpecialCategory) Article(regime ActID) (string, bool) {
	row, ok := c.Row()
	if !ok {
		return "", false
	}
	return Article(regime, row.GDPR)
}

// NeedsCondition reports whether one of the conditions of Art. 9(2) must be
// met. It is false for criminal data, which Art. 10 rules.
func (c SpecialCategory) NeedsCondition() bool {
	row, ok := c.Row()
	return ok && row.GDPR == "9(1)"
}

// SpecialCategories lists the categories of Art. 9(1) in its order, then criminal data.
func SpecialCategories() iter.Seq[CategoryRow] { return slices.Values(categories) }
