package markup

import (
	"strings"
	"unicode/utf8"
)

// LineWidth is how many characters a line of plain text has at most, words
// longer than that aside.
const LineWidth = 78

// AppendLines appends words in lines of at most [LineWidth] characters: the
// first behind one indent, the others behind another. The words are made
// [Printable]; the indents are the caller's own. No words are no line.
func AppendLines(dst []byte, first, others, words string) []byte {
	used := 0
	for word := range strings.FieldsSeq(Printable(words)) {
		n := utf8.RuneCountInString(word)
		switch {
		case used == 0:
			dst = append(dst, first...)
			used = utf8.RuneCountInString(first)
		case used+1+n > LineWidth:
			dst = append(append(dst, '\n'), others...)
			used = utf8.RuneCountInString(others)
		default:
			dst = append(dst, ' ')
			used++
		}
		dst = append(dst, word...)
		used += n
	}
	if used > 0 {
		dst = append(dst, '\n')
	}
	return dst
}

// Printable replaces what a terminal could obey, control and direction
// characters, and what is not UTF-8, by U+FFFD; white space becomes a space.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == utf8.RuneError || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return utf8.RuneError
		}
		return r
	}, s)
}
