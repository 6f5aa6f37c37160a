package screen

import "slices"

// A search is findWords at work.
type search struct {
	sentence
	hits  []Hit
	found uint32 // the classes of the hits in this sentence, by bit
}

// findWords appends what the patterns find, exceptions among it, by start. It
// looks for exceptions only where there is something to except.
func (s *Screener) findWords(dst []Hit, text string) []Hit {
	if len(s.patterns) == 0 {
		return dst
	}
	f := search{sentence: sentence{Screener: s, text: text}, hits: dst}
	for f.at(0) != nil {
		start, first := f.at(0).start, len(f.hits)
		f.found = 0
		f.look(&s.rules)
		end := f.next
		if f.found != 0 {
			f.from(start)
			f.look(&s.exceptions)
			f.finish(first)
		}
		f.from(end)
	}
	return f.hits
}

// look tries, at each word of the sentence, the patterns that it is the anchor of.
func (f *search) look(by *anchors) {
	for n := 0; ; n++ {
		p := f.at(n)
		if p == nil {
			return
		}
		by.letters.each(f.text, p.span, func(of int32) { f.try(n, of) })
		if p.groups&by.groups == 0 {
			continue
		}
		for _, l := range by.grouped {
			if p.groups&l.groups != 0 {
				f.try(n, l.of)
			}
		}
	}
}

// try looks for a pattern with its anchor at word n. It notes where the pattern
// begins and, in place of the end, what puts those that begin there in order.
// Any of them may be noted twice.
func (f *search) try(n int, of int32) {
	p := &f.patterns[of]
	if p.isException() && f.found>>p.class&1 == 0 {
		return
	}
	for at := n - int(p.word); at >= max(0, n-int(p.far)); at-- {
		if f.follow(at, p.words) < 0 {
			continue
		}
		w := f.at(at).span
		if r := f.rank(&p.words[0], w); r < unranked {
			f.hits = append(f.hits, Hit{Start: w.start, End: r*maxPatterns + int(of)})
			f.found |= 1 << p.class
		}
	}
}

// finish makes hits of what try has noted, in order and each once.
func (f *search) finish(first int) {
	order(f.hits[first:])
	noted := slices.Compact(f.hits[first:])
	f.hits = f.hits[:first+len(noted)]
	for i := range noted {
		h := &noted[i]
		p := &f.patterns[h.End%maxPatterns]
		f.from(h.Start)
		*h = Hit{Class: classes[p.class], Start: h.Start, End: f.follow(0, p.words), Rule: p.rule}
	}
}

// unranked is more than any rank.
const unranked = 2*longestWord + 2

// rank orders patterns that begin at the same word, since the first of them
// names the Hit: letters that begin the word come before those with a star in
// front, and those by where they are. Letters beyond longestWord have no rank.
func (f *search) rank(first *word, w span) int {
	best := rankIn(first.own, f.text, w)
	for g, list := range f.groups {
		if first.groups>>g&1 == 1 {
			best = min(best, rankIn(list, f.text, w))
		}
	}
	return best
}

func rankIn(list, text string, w span) int {
	best := unranked
	for choice := range choicesOf(list) {
		i := placeIn(choice, text, w)
		if i < 0 || i >= longestWord {
			continue
		}
		letters, before, _ := cutStars(choice)
		r := 2 * i
		if before {
			r += 2
		}
		if len(letters) > 1 {
			r++
		}
		best = min(best, r)
	}
	return best
}
