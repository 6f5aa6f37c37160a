package markup

import (
	"strconv"
	"unicode/utf8"
)

// AppendMarkdown appends s as text within a line of CommonMark 0.31.2, so that
// rendering gives back s: in a paragraph, a heading, a list item, a link text.
// Line breaks become character references, since a line of text must not open a
// block. Tables and strikethrough of GitHub's dialect are escaped as well; its
// linking of bare addresses is not, which shows the same text.
//
// The replacements of [AppendText] apply.
func AppendMarkdown(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !isAllowed(r) {
				r = utf8.RuneError
			}
			dst = utf8.AppendRune(dst, r)
			i += size
			continue
		}
		switch {
		case !isAllowed(rune(c)):
			dst = append(dst, replacement...)
		case c < ' ', c == ' ' && (i == 0 || i == len(s)-1): // would be trimmed, or break the line
			dst = append(dst, "&#"...)
			dst = strconv.AppendUint(dst, uint64(c), 10)
			dst = append(dst, ';')
		case c == '&' || c == '<' || c == '>':
			dst = append(dst, escapeASCII(c, false)...)
		case isMarkdown(s, i):
			dst = append(dst, '\\', c)
		default:
			dst = append(dst, c)
		}
		i++
	}
	return dst
}

// isMarkdown reports whether the ASCII character at i could be read as markup.
func isMarkdown(s string, i int) bool {
	switch s[i] {
	case '\\', '`', '*', '_', '[', ']', '~', '|':
		return true
	case '#': // opens a heading, closes one
		return i == 0 || i == len(s)-1
	case '!': // makes an image of a link that follows
		return i == len(s)-1
	case '+', '-', '=', ':': // a list, a rule, an underline, the second row of a table
		return i == 0
	case '.', ')': // a numbered list, if only digits stand before
		return i <= longestNumber && isNumber(s[:i])
	}
	return false
}

// longestNumber is how many digits the number of a list has at most
// (CommonMark 0.31.2 section 5.2).
const longestNumber = 9

func isNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
