package law

import "strings"

// A Counterpart is what answers, in another regime, to a provision of the GDPR.
type Counterpart struct {
	Regime ActID  // the other regime
	Number string // the provision in its own numbers: "15(1)(c)"
	Fact          // how it is known that the one answers to the other
}

// Counterparts lists what answers to a provision of the GDPR ("13(1)(c)") in the
// regimes that number provisions in their own way, in the order of the table.
//
// The fact is that of the deepest row that covers the provision. Where that row
// knows only the article, paragraph and point are taken over from the GDPR, and
// the counterpart counts as not verified.
func Counterparts(gdpr string) []Counterpart {
	var list []Counterpart
	seen := map[ActID]bool{}
	for i := range correspondences {
		regime := correspondences[i].Regime
		if seen[regime] {
			continue
		}
		seen[regime] = true
		if number, ok := Article(regime, gdpr); ok {
			list = append(list, Counterpart{regime, number, correspondenceFact(regime, gdpr, number)})
		}
	}
	return list
}

func correspondenceFact(regime ActID, gdpr, number string) Fact {
	var best Correspondence
	for i := range correspondences {
		c := &correspondences[i]
		covers := c.Regime == regime && c.GDPR != "" && (c.GDPR == gdpr || strings.HasPrefix(gdpr, c.GDPR+"("))
		if covers && len(c.GDPR) > len(best.GDPR) {
			best = *c
		}
	}
	fact := best.Fact
	if best.Number != number {
		fact.Source, fact.Verified = fact.Source+"; paragraph and point as in the GDPR: general knowledge", false
	}
	return fact
}
