package lint

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Guarded says what a datum tells of special categories of personal data.
type guarded struct {
	category law.SpecialCategory // the one it tells of most surely; empty: none
	strength law.Strength        // how surely; strong for a declared category
	declared bool                // the policy says something of it, whatever that is
	clue     clue                // the word that gives it away, if it is not declared
}

// guardedData tells of each datum, in the order of the list, what the policy
// declares or, where it declares nothing, what its words give away.
func (p *pass) guardedData() []guarded {
	if p.guarded == nil {
		p.guarded = make([]guarded, len(p.doc.Data))
		for i := range p.doc.Data {
			p.guarded[i] = p.guard(&p.doc.Data[i])
		}
	}
	return p.guarded
}

func (p *pass) guard(d *policy.Datum) guarded {
	switch {
	case d.Anonymous:
		return guarded{}
	case d.Special != "":
		return guarded{category: d.Special, strength: law.Strong, declared: true}
	case len(d.Reveals) > 0:
		g := guarded{declared: true}
		for _, r := range d.Reveals {
			if weight(r.Strength) > weight(g.strength) {
				g.category, g.strength = r.Category, r.Strength
			}
		}
		return g
	}
	if c, ok := p.betrays(d.Label, d.Description); ok {
		return guarded{category: c.concept.Categories[0], strength: c.concept.Strength, clue: c}
	}
	return guarded{}
}

// firstGuarded gives the first datum of an activity that is of a special
// category or reveals one strongly, and that the predicate holds for.
func (p *pass) firstGuarded(i int, is func(law.SpecialCategory) bool) (int, guarded, bool) {
	all := p.guardedData()
	for _, id := range p.doc.Activities[i].Data {
		if n, ok := p.number("datum", id); ok && n < len(all) {
			if g := all[n]; g.strength == law.Strong && is(g.category) {
				return n, g, true
			}
		}
	}
	return 0, guarded{}, false
}

// categoryName is what a category is called inside an English sentence.
func categoryName(c law.SpecialCategory) string {
	if row, ok := c.Row(); ok {
		if term, ok := law.Term(row.Term, "en"); ok {
			return term.Preferred
		}
	}
	return string(c)
}

// needsCondition is law.SpecialCategory.NeedsCondition as a function.
func needsCondition(c law.SpecialCategory) bool { return c.NeedsCondition() }

// isCriminal reports whether the category is that of GDPR Art. 10.
func isCriminal(c law.SpecialCategory) bool { return c == law.Criminal }

// weight orders strengths.
func weight(s law.Strength) int {
	switch s {
	case law.Strong:
		return 3
	case law.Medium:
		return 2
	case law.Weak:
		return 1
	}
	return 0
}

// A clue is a word of the dictionary in one language, in lower case.
type clue struct {
	word    string
	concept *law.InferenceConcept
	loose   bool // it counts in a compound and with an ending too
}

// cluesIn lists the words that reveal a special category in a language, the
// surest first.
func (p *pass) cluesIn(tag locale.Tag) []clue {
	if p.clues == nil {
		p.clues = map[locale.Tag][]clue{}
	}
	list, ok := p.clues[tag]
	if ok {
		return list
	}
	lang := string(tag)
	if tag == locale.NN {
		lang = string(locale.NB) // the dictionary has one Norwegian
	}
	for c := range law.Inferences() {
		if len(c.Categories) > 0 {
			list = append(list, cluesOf(&c, lang)...)
		}
	}
	slices.SortStableFunc(list, func(a, b clue) int { return weight(b.concept.Strength) - weight(a.concept.Strength) })
	p.clues[tag] = list
	return list
}

// cluesOf lists the words of a concept in a language.
func cluesOf(c *law.InferenceConcept, lang string) []clue {
	var list []clue
	for _, words := range c.Words {
		if words.Lang != lang {
			continue
		}
		for _, word := range words.List {
			word = strings.ToLower(word)
			list = append(list, clue{word, c, c.Strength == law.Strong})
			if stem, ok := strings.CutSuffix(word, "y"); ok && lang == "en" {
				list = append(list, clue{stem + "ies", c, c.Strength == law.Strong})
			}
		}
	}
	return list
}

// betrays gives the clue that reveals a special category most surely, of those
// that stand in the texts in a language of the policy.
func (p *pass) betrays(texts ...policy.Text) (best clue, ok bool) {
	for _, tag := range p.doc.Languages {
		for _, t := range texts {
			text := strings.ToLower(t.In(tag))
			if text == "" {
				continue
			}
			for _, c := range p.cluesIn(tag) {
				if ok && weight(c.concept.Strength) <= weight(best.concept.Strength) {
					break
				}
				if holds(text, c.word, c.loose) {
					best, ok = c, true
					break
				}
			}
		}
	}
	return best, ok
}

// Words of so many letters may stand at the end of a compound, and take so
// many letters of an ending: "födoämnesallergier" holds "allergi". Shorter
// ones must stand alone: "sykkel" does not hold "syk".
const (
	compounding = 6
	ending      = 3
)

// holds reports whether a word, or several, stand in a text: alone or, where
// loose, also as the last part of a compound or with an ending. Both are in
// lower case.
func holds(text, word string, loose bool) bool {
	long := loose && utf8.RuneCountInString(word) >= compounding
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(word)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		if after := letters(text[end:]); (long || !isLetter(before)) && (after == 0 || long && after <= ending) {
			return true
		}
		from = end
	}
}

// letters counts the letters with which a text begins.
func letters(text string) int {
	n := 0
	for _, r := range text {
		if !isLetter(r) {
			break
		}
		n++
	}
	return n
}

// isLetter reports whether a rune is a letter, or belongs to a word like one.
// Beyond ASCII all are taken for letters that are no quotes, dashes or spaces;
// the seven languages need no more.
func isLetter(r rune) bool {
	switch {
	case r == utf8.RuneError, r == '\u00d7', r == '\u00f7':
		return false
	case r < 0x80:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r >= 0xC0 && r < 0x2000
}
