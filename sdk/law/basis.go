package law

import (
	"iter"
	"slices"
)

// A Basis is a legal basis for processing (GDPR Art. 6(1)). The zero Basis is not valid.
type Basis string

// The legal bases, with their provision in the GDPR and their concept in the
// W3C Data Privacy Vocabulary.
const (
	Consent             Basis = "consent"              // Art. 6(1)(a); eu-gdpr:A6-1-a
	Contract            Basis = "contract"             // Art. 6(1)(b); eu-gdpr:A6-1-b
	LegalObligation     Basis = "legal-obligation"     // Art. 6(1)(c); eu-gdpr:A6-1-c
	VitalInterests      Basis = "vital-interests"      // Art. 6(1)(d); eu-gdpr:A6-1-d
	PublicTask          Basis = "public-task"          // Art. 6(1)(e); eu-gdpr:A6-1-e
	LegitimateInterests Basis = "legitimate-interests" // Art. 6(1)(f); eu-gdpr:A6-1-f
)

// ExplicitConsent is the condition of Art. 9(2)(a), eu-gdpr:A9-2-a. It is no
// basis of its own: it stands on top of one. It is here because it decides
// which rights apply; see [Applies].
const ExplicitConsent Basis = "explicit-consent"

// A BasisRow tells about one basis.
type BasisRow struct {
	Basis Basis  // the basis
	GDPR  string // "6(1)(a)"
	DPV   string // the concept's short form: "eu-gdpr:A6-1-a"
	Term  string // key of [Term]
	Law   bool   // Art. 6(3): Union or national law must lay it down
	Fact
}

// BasisOf tells which basis a provision of the regime is. Variants that
// [Normalise] understands will do. It is false for a provision that is no
// basis: "5(1)(a)" is the public task under [EUDPR] and a principle under [GDPR].
func BasisOf(regime ActID, article string) (Basis, bool) {
	gdpr, ok := FromArticle(regime, article)
	if !ok {
		return "", false
	}
	for i := range bases {
		if bases[i].GDPR == gdpr && bases[i].Basis != ExplicitConsent {
			return bases[i].Basis, true
		}
	}
	return "", false
}

// Article gives the provision of the regime that the basis rests on. It is
// false where the regime does not know the basis: legitimate interests under [EUDPR].
func (b Basis) Article(regime ActID) (string, bool) {
	row, ok := b.Row()
	if !ok {
		return "", false
	}
	return Article(regime, row.GDPR)
}

// Row gives what the table says of the basis. It is false for a word that is no basis.
func (b Basis) Row() (BasisRow, bool) {
	for i := range bases {
		if bases[i].Basis == b {
			return bases[i], true
		}
	}
	return BasisRow{}, false
}

// Bases lists the six bases in the order of Art. 6(1), then explicit consent.
func Bases() iter.Seq[BasisRow] { return slices.Values(bases) }
