package screen

import (
	"iter"
	"strings"
)

// A choice is one of the words that a place of a pattern may be, as the
// pattern has it, stars and all: a lexicon has some 20,000, too many to make
// something of each. Bars part the choices of a list.

// cutChoice parts the first choice of a list from the others.
func cutChoice(list string) (choice, rest string) {
	if i := strings.IndexByte(list, '|'); i >= 0 {
		return list[:i], list[i+1:]
	}
	return list, ""
}

// choicesOf goes through the choices that are letters; groups and names are
// none.
func choicesOf(list string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(list) > 0 {
			var choice string
			choice, list = cutChoice(list)
			if choice[0] != '@' && choice[0] != '^' && !yield(choice) {
				return
			}
		}
	}
}

// cutStars gives the letters of a choice, and whether more may come before and
// after them.
func cutStars(choice string) (letters string, before, after bool) {
	letters, before = strings.CutPrefix(choice, "*")
	letters, after = strings.CutSuffix(letters, "*")
	return letters, before, after
}

// headOf is a bit for what a word or choice begins with, in either case.
func headOf(c byte) uint64 {
	if c == '*' {
		return anyHead
	}
	return 1 << ((c | 0x20) & 63)
}

const anyHead = ^uint64(0)

// holds reports whether one of the choices of letters stands in the word.
func holds(list, text string, w span) bool {
	head := text[w.start] | 0x20
	for len(list) > 0 {
		var choice string
		choice, list = cutChoice(list)
		if c := choice[0]; (c == '*' || c|0x20 == head) && placeIn(choice, text, w) >= 0 {
			return true
		}
	}
	return false
}

// longestWord is how far into a word letters are looked for, so that a text of
// one endless word takes no longer than another.
const longestWord = 100

// placeIn gives where in the word the choice stands, in bytes from the start
// of the word; -1 if it does not.
func placeIn(choice, text string, w span) int {
	letters, before, after := cutStars(choice)
	i, last := w.start, w.end-len(letters)
	switch {
	case before && after:
		last = min(last, w.start+longestWord-1)
	case before:
		i = max(i, last)
	case after:
		last = min(i, last)
	case i != last:
		return -1
	}
	for ; i <= last; i++ {
		if isAt(letters, text, i) {
			return i - w.start
		}
	}
	return -1
}

// isAt reports whether the text, which is long enough, has the letters at byte
// i: in any case, but as they are written if one of them is a capital.
func isAt(letters, text string, i int) bool {
	for k := range len(letters) {
		if letters[k] == text[i+k] {
			continue
		}
		if letters[k] != foldAt(text, i+k) || hasCapital(letters) {
			return false
		}
	}
	return true
}

func hasCapital(letters string) bool {
	for i := range len(letters) {
		if foldAt(letters, i) != letters[i] {
			return true
		}
	}
	return false
}
