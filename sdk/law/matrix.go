package law

import (
	"iter"
	"slices"
)

// An Extent tells how far a right reaches. The zero Extent is No.
type Extent uint8

// The extents.
const (
	No          Extent = 0 // the basis does not give the right
	Conditional Extent = 1 // it depends on what Reason says
	Yes         Extent = 2 // the right applies; general limits (Arts 12(5), 12(6), 23) aside
	Absolute    Extent = 3 // it applies, and no interest outweighs it
)

// String gives the extent in a word: no, conditional, yes, absolute.
func (e Extent) String() string {
	switch e {
	case No:
		return "no"
	case Conditional:
		return "conditional"
	case Yes:
		return "yes"
	case Absolute:
		return "absolute"
	}
	return "unknown"
}

// An Entitlement tells whether a right applies to processing on a basis.
type Entitlement struct {
	Regime    ActID  // the regime that grants the right
	Right     Right  // the right
	Basis     Basis  // the basis that the processing rests on
	Extent    Extent // how far the right reaches
	Reason    string // on what it depends, in English; may be empty
	Provision string // what gives or limits the right, in the regime's own number; may be empty
	Fact
}

// Applies tells whether a right applies to processing on a basis, under
// [GDPR], [UKGDPR], [EUDPR] or [PUL]. It is false where the table cannot tell:
// another regime, an unknown right or basis.
//
// A right applies to an activity as far as it does on any of its bases;
// explicit consent (Art. 9(2)(a)) counts as one of them here.
func Applies(regime ActID, right Right, basis Basis) (Entitlement, bool) {
	if _, ok := basis.Row(); !ok {
		return Entitlement{}, false
	}
	if e, ok := entitlement(regime, right, basis); ok {
		return e, true
	}
	if regime != EUDPR && regime != UKGDPR {
		return Entitlement{}, false
	}
	e, ok := entitlement(GDPR, right, basis)
	if !ok {
		return Entitlement{}, false
	}
	e.Regime, e.Fact = regime, derived(regime, e.Fact)
	if e.Provision != "" {
		e.Provision, _ = Article(regime, e.Provision)
	}
	if _, has := basis.Article(regime); !has {
		e.Extent, e.Reason, e.Provision = No, "the regime does not know this basis", ""
	}
	return e, true
}

// derived is the fact of a row that is carried over from the GDPR: the dates
// are the regime's own, and nobody compared it with the regime's text.
func derived(regime ActID, f Fact) Fact {
	act, _ := Find(regime)
	return Fact{From: act.From, To: act.To, Source: f.Source + "; carried over from the GDPR", Verified: false}
}

func entitlement(regime ActID, right Right, basis Basis) (Entitlement, bool) {
	for i := range entitlements {
		e := &entitlements[i]
		if e.Regime == regime && e.Right == right && (e.Basis == basis || e.Basis == "") {
			return *e, true
		}
	}
	return Entitlement{}, false
}

// Entitlements lists the rows as the table has them: all under the GDPR, for
// other regimes those that differ. A row without a basis holds for every basis.
func Entitlements() iter.Seq[Entitlement] { return slices.Values(entitlements) }
