package screen

import "iter"

// An index leads from the first two bytes of a literal to the patterns whose
// first word may be it.
type index struct {
	starts [buckets + 1]int32
	lines  []line
}

type line struct {
	literal *literal
	pattern int32
}

const buckets = 1 << 10

// longestWord is how far into a word a literal is looked for, so that a text
// of one endless word takes no longer than another.
const longestWord = 100

// bucket is where the literals that begin with these two bytes are. A literal
// of one letter has 0 for the second.
func bucket(a, b byte) int { return (int(a)*31 + int(b)) & (buckets - 1) }

func bucketOf(letters string) int {
	if len(letters) == 1 {
		return bucket(foldAt(letters, 0), 0)
	}
	return bucket(foldAt(letters, 0), foldAt(letters, 1))
}

// indexOf puts into buckets the literals that begin a pattern: those that may
// have letters before them, or those that begin a word. Counting first how many
// go where, it needs no comparison.
func indexOf(patterns []pattern, more bool) *index {
	x := new(index)
	for _, l := range openings(patterns, more) {
		x.starts[bucketOf(l.letters)+1]++
	}
	for i := range buckets {
		x.starts[i+1] += x.starts[i]
	}
	next := x.starts
	x.lines = make([]line, x.starts[buckets])
	for i, l := range openings(patterns, more) {
		b := bucketOf(l.letters)
		x.lines[next[b]] = line{l, int32(i)}
		next[b]++
	}
	return x
}

// openings goes through the literals of the first words, with the place of
// their pattern.
func openings(patterns []pattern, more bool) iter.Seq2[int, *literal] {
	return func(yield func(int, *literal) bool) {
		for i := range patterns {
			for _, list := range patterns[i].words[0].choices {
				for k := range list {
					if list[k].more == more && !yield(i, &list[k]) {
						return
					}
				}
			}
		}
	}
}

// at gives what may begin with the two bytes.
func (x *index) at(a, b byte) []line {
	i := bucket(a, b)
	return x.lines[x.starts[i]:x.starts[i+1]]
}

// findWords appends what the patterns find, exceptions among it, by start.
func (s *Screener) findWords(dst []Hit, text string) []Hit {
	if len(s.patterns) == 0 {
		return dst
	}
	for w, _ := nextWord(text, 0); w.start < w.end; w, _ = nextWord(text, w.end) {
		dst = s.findFrom(dst, text, w, w.start, s.begins)
		for i := w.start; i < min(w.end, w.start+longestWord); i++ {
			dst = s.findFrom(dst, text, w, i, s.inside)
		}
	}
	return dst
}

// findFrom tries what may begin with the letters at byte i of the word.
func (s *Screener) findFrom(dst []Hit, text string, w span, i int, x *index) []Hit {
	first := foldAt(text, i)
	dst = s.findAt(dst, text, w, i, x.at(first, 0))
	if i+1 < w.end {
		dst = s.findAt(dst, text, w, i, x.at(first, foldAt(text, i+1)))
	}
	return dst
}

// findAt tries the lines on the word, from its byte i.
func (s *Screener) findAt(dst []Hit, text string, w span, i int, lines []line) []Hit {
	for k := range lines {
		l := &lines[k]
		if !l.literal.fits(text, w, i) {
			continue
		}
		p := &s.patterns[l.pattern]
		end := follow(text, w.end, p.words[1:])
		if end < 0 {
			continue
		}
		rule := p.rule
		if p.exception {
			rule = ""
		}
		dst = append(dst, Hit{Class: classes[p.class], Start: w.start, End: end, Rule: rule})
	}
	return dst
}

// fits reports whether the literal stands in the word at byte i.
func (l *literal) fits(text string, w span, i int) bool {
	end := i + len(l.letters)
	if end > w.end || i > w.start && !l.more || end < w.end && !l.after {
		return false
	}
	for k := range len(l.letters) {
		if l.cased && l.letters[k] != text[i+k] || !l.cased && l.letters[k] != foldAt(text, i+k) {
			return false
		}
	}
	return true
}

// in reports whether the literal stands anywhere in the word.
func (l *literal) in(text string, w span) bool {
	if l.name {
		return isCapital(text, w.start)
	}
	if !l.more {
		return l.fits(text, w, w.start)
	}
	if !l.after {
		return l.fits(text, w, max(w.start, w.end-len(l.letters)))
	}
	for i := w.start; i+len(l.letters) <= w.end && i < w.start+longestWord; i++ {
		if l.fits(text, w, i) {
			return true
		}
	}
	return false
}

// follow finds the words one after the other, from byte i of the text, and
// gives the end of the last; -1 if they are not there in this sentence.
func follow(text string, i int, words []word) int {
	if len(words) == 0 {
		return i
	}
	for range words[0].skip + 1 {
		w, broken := nextWord(text, i)
		if broken || w.start == w.end {
			return -1
		}
		if words[0].matches(text, w) {
			if end := follow(text, w.end, words[1:]); end >= 0 {
				return end
			}
		}
		i = w.end
	}
	return -1
}

func (p *word) matches(text string, w span) bool {
	if len(p.choices) == 0 {
		return true
	}
	for _, list := range p.choices {
		for k := range list {
			if list[k].in(text, w) {
				return true
			}
		}
	}
	return false
}
