package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
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

// basisOf gives the basis on which an activity rests, its own or that of
// everything, and the path of its article or, without one, of itself. The
// basis may be nil.
func (p *pass) basisOf(i int) (diag.Path, *policy.Basis) {
	path, b := entry("activities", i, "basis"), p.doc.Activities[i].Basis
	if b == nil {
		path, b = "/defaultBasis", p.doc.DefaultBasis
	}
	if b != nil && b.Article != "" {
		path = path.Key("article")
	}
	return path, b
}
