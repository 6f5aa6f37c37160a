package screen

import "strings"

// An anchor is the word that a pattern is looked up by, the one of its words
// that seems to be in the fewest texts. From the first word of a pattern few
// could be told apart: many begin with a person, or with "is".
type anchor struct {
	word uint8 // its place in the pattern, and so many words are before it
	far  uint8 // at most so many are, with those that gaps stand for
}

// A chooser chooses the anchor of a pattern from its words.
type chooser struct {
	anchor
	weight int // of the anchor
	words  int // those before
	reach  int // and those with the gaps
}

// consider takes the next word if it is lighter. Any word with a capital
// letter is never an anchor.
func (c *chooser) consider(r *reading) {
	c.reach += int(r.skip)
	if r.groups&(anyWord|capital) == 0 && (c.words == 0 || r.weight < c.weight) {
		c.anchor, c.weight = anchor{uint8(c.words), uint8(c.reach)}, r.weight
	}
	c.words++
	c.reach++
}

// counts tell how many words of patterns have had a choice so far, more or
// less: other choices may be counted with it.
type counts [1 << countBits]uint16

const countBits = 12

// weigh counts the choice and tells how common it may be: short words are, and
// those that many patterns have.
func (c *counts) weigh(choice string) int {
	n := len(choice)
	key := uint32(n)<<24 | uint32(choice[0])<<16 | uint32(choice[n/2])<<8 | uint32(choice[n-1])
	count := &c[hash(key)>>(32-countBits)]
	*count = min(*count+1, 1<<10)
	letters, before, after := cutStars(choice)
	weight := (4 + int(*count)) << 8 >> min(len(letters), 8)
	if before {
		weight *= 4
	}
	if after {
		weight *= 2
	}
	return weight
}

// anchors lead from the words of a text to the patterns that they may be the
// anchor of.
type anchors struct {
	letters index
	grouped []lead
	groups  uint64 // all those of grouped
}

// A lead goes from groups to a pattern.
type lead struct {
	groups uint64
	of     int32
}

// add takes up a pattern.
func (a *anchors) add(p *pattern, of int32) {
	w := &p.words[p.word]
	for choice := range choicesOf(w.own) {
		a.letters.add(choice, of)
	}
	if w.groups != 0 {
		a.grouped = append(a.grouped, lead{w.groups, of})
		a.groups |= w.groups
	}
}

// fillIndexes makes the indexes, when all patterns are there.
func (s *Screener) fillIndexes() {
	members, rules, exceptions := 0, 0, 0
	for _, list := range s.groups {
		members += countChoices(list)
	}
	for i := range s.patterns {
		p := &s.patterns[i]
		if n := countChoices(p.words[p.word].own); p.isException() {
			exceptions += n
		} else {
			rules += n
		}
	}
	s.members.makeRoom(members)
	s.rules.letters.makeRoom(rules)
	s.exceptions.letters.makeRoom(exceptions)
	for g, list := range s.groups {
		for choice := range choicesOf(list) {
			s.members.add(choice, int32(g))
		}
	}
	for i := range s.patterns {
		p := &s.patterns[i]
		if p.isException() {
			s.exceptions.add(p, int32(i))
		} else {
			s.rules.add(p, int32(i))
		}
	}
}

func countChoices(list string) int { return 1 + strings.Count(list, "|") }
