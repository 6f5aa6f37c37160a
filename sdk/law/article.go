package law

import (
	"iter"
	"slices"
	"strings"
)

// A Correspondence says which number a provision of the GDPR bears in another regime.
type Correspondence struct {
	Regime ActID  // the other regime
	GDPR   string // "6(1)(e)"; empty: the GDPR has no such provision
	Number string // the regime's own number; empty: the regime has no such provision
	Deep   bool   // paragraphs and points below keep their numbers, which is general knowledge even where Verified
	Topic  string // what the provision is about, in English
	Fact
}

// Article gives the regime's own number of a provision of the GDPR: under
// [EUDPR], "15" is "17" and "6(1)(e)" is "5(1)(a)". Where the table knows only
// the article, the answer is the article: "33(1)" gives "34". It is false
// where the regime has no such provision, as 6(1)(f) under [EUDPR], or where
// the regime is not in the table. Under [GDPR] and [UKGDPR] numbers stay as they are.
func Article(regime ActID, gdpr string) (string, bool) {
	return translate(regime, gdpr, (*Correspondence).gdpr, (*Correspondence).number)
}

// FromArticle gives the provision of the GDPR that a provision of the regime
// stands for: under [EUDPR], "23" is "21". It is the reverse of [Article].
func FromArticle(regime ActID, number string) (string, bool) {
	return translate(regime, number, (*Correspondence).number, (*Correspondence).gdpr)
}

// Correspondences lists all rows, in the order of the GDPR.
func Correspondences() iter.Seq[Correspondence] { return slices.Values(correspondences) }

func (c *Correspondence) gdpr() string   { return c.GDPR }
func (c *Correspondence) number() string { return c.Number }

// translate looks for the deepest row that covers the citation.
func translate(regime ActID, citation string, from, to func(*Correspondence) string) (string, bool) {
	citation = Normalise(citation)
	if regime == GDPR || regime == UKGDPR {
		return citation, citation != "" && digit(citation[0])
	}
	for key := citation; key != ""; key = parent(key) {
		for i := range correspondences {
			c := &correspondences[i]
			if c.Regime != regime || from(c) != key {
				continue
			}
			answer := to(c)
			if answer != "" && c.Deep {
				answer += citation[len(key):]
			}
			return answer, answer != ""
		}
	}
	return "", false
}

// parent takes the last point or paragraph off a citation; an article has none.
func parent(citation string) string {
	i := strings.LastIndexByte(citation, '(')
	return citation[:max(i, 0)]
}
