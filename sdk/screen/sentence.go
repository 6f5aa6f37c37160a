package screen

// A sentence reads the words of a text one after the other, to its end. It
// remembers the latest words.
type sentence struct {
	*Screener
	text   string
	next   int  // the byte where reading goes on
	read   int  // so many words were read
	ended  bool // there are no more
	places [remembered]place
}

// remembered is more than the words that patterns through one word reach over,
// to both sides of it: at most maxWords and maxGaps times gap to each.
const remembered = 32

// A place is a word of the text.
type place struct {
	span
	groups uint64 // the groups that it is of
}

// from goes to the word at byte i, as if it began the sentence.
func (s *sentence) from(i int) {
	s.next, s.read, s.ended = i, 0, false
}

// at gives word n, from 0; nil if the sentence has ended before it.
func (s *sentence) at(n int) *place {
	for n >= s.read {
		if s.ended {
			return nil
		}
		w, broken := nextWord(s.text, s.next)
		if w.start == w.end || broken && s.read > 0 {
			s.ended = true
			return nil
		}
		s.places[s.read%remembered] = place{w, s.groupsOf(s.text, w)}
		s.next = w.end
		s.read++
	}
	return &s.places[n%remembered]
}

// groupsOf gives the groups that a word of a text is of.
func (s *Screener) groupsOf(text string, w span) uint64 {
	groups := anyWord
	if isCapital(text, w.start) {
		groups |= capital
	}
	s.members.each(text, w, func(g int32) { groups |= 1 << g })
	return groups
}

// follow finds the words of a pattern one after the other, the first at word
// n, and gives the end of the last; -1 if they are not there.
func (s *sentence) follow(n int, words []word) int {
	for last := n + int(words[0].skip); n <= last; n++ {
		p := s.at(n)
		if p == nil {
			return -1
		}
		if !words[0].matches(s.text, p) {
			continue
		}
		if len(words) == 1 {
			return p.end
		}
		if end := s.follow(n+1, words[1:]); end >= 0 {
			return end
		}
	}
	return -1
}

func (w *word) matches(text string, p *place) bool {
	return w.groups&p.groups != 0 || w.heads&headOf(text[p.start]) != 0 && holds(w.own, text, p.span)
}
