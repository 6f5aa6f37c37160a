package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
)

// listsBases reports whether the tables know the bases of the regime.
func listsBases(regime law.ActID) bool {
	_, ok := law.PublicTask.Article(regime)
	return ok
}

// isBasis reports whether the article is a legal basis under the regime.
func isBasis(regime law.ActID, article string) bool {
	if _, ok := law.BasisOf(regime, article); ok {
		return true
	}
	// Recognised legitimate interests, added by the Data (Use and Access) Act
	// 2025, have no counterpart in the GDPR and so no row among the bases.
	return regime == law.UKGDPR && law.Normalise(article) == "6(1)(ea)"
}

// lacksLetter reports whether bases of the regime are points of the article.
func lacksLetter(regime law.ActID, article string) bool {
	if article == "" {
		return false
	}
	prefix := law.Normalise(article) + "("
	for b := range law.Bases() {
		if b.Basis == law.ExplicitConsent {
			continue
		}
		if own, ok := b.Basis.Article(regime); ok && strings.HasPrefix(own, prefix) {
			return true
		}
	}
	return false
}
