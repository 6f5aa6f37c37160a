package screen

import "unicode/utf8"

// findCodes appends the marks that stand for something agreed upon
// internally: a run of two or more of one sign that stands alone, such as "####".
func findCodes(dst []Hit, text string) []Hit {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isMark(r) {
			i += size
			continue
		}
		end, n := runOf(text, i, r)
		if isCode(text, i, end, n, r) {
			dst = append(dst, Hit{Class: InternalCode, Start: i, End: end, Rule: "code", Blocks: n >= 3})
		}
		i = end
	}
	return dst
}

// isMark reports whether codes are made of the sign. Full stops, hyphens,
// equals signs and underlines are not among them: they draw lines.
func isMark(r rune) bool {
	switch r {
	case '!', '#', '*', '?', '$', '%', '&', '@', '+', '^', '~', '§', '¤', '€', '£', '|', '/', '<', '>':
		return true
	}
	return false
}

// runOf gives where the run of the sign ends, and how many there are.
// Exclamation and question marks make one run together.
func runOf(text string, i int, r rune) (end, n int) {
	for i < len(text) {
		c, size := utf8.DecodeRuneInString(text[i:])
		if c != r && !(shouts(c) && shouts(r)) {
			break
		}
		i += size
		n++
	}
	return i, n
}

func shouts(r rune) bool { return r == '!' || r == '?' }

// isCode decides on a run of n signs at start: standing alone it is a code
// from two signs on; signs that also end a sentence or draw an arrow, from
// three on. A run at a word is how people shout or mark up a text, but for long
// ones of a sign that no markup has.
func isCode(text string, start, end, n int, r rune) bool {
	alone := (start == 0 || isEdge(text[start-1])) && (end == len(text) || isEdge(text[end]))
	switch r {
	case '!', '?', '/', '<', '>':
		return alone && (n >= 3 || n == 2 && start > 0 && text[start-1] == '[')
	case '§': // "§§ 3–5" names provisions
		return n >= 3 || n == 2 && alone && !digitFollows(text[end:])
	}
	return n >= 2 && alone || n >= 3
}

func digitFollows(text string) bool { return len(text) > 1 && text[0] == ' ' && isDigit(text[1]) }

// isEdge reports whether a mark beside the character stands alone.
func isEdge(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\r', '(', ')', '[', ']', '"', '\'', ',', ';', ':', '.':
		return true
	}
	return false
}
