package form

import (
	"strings"
	"unicode/utf8"
)

// isText reports whether the text is UTF-8 without control characters and
// without those that turn the direction of what stands around them. Line ends
// and tabs are allowed where the field has several lines.
func isText(s string, lines bool) bool {
	for i := 0; i < len(s); {
		if ' ' <= s[i] && s[i] < 0x7F { // most of it
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return false
		case r == '\t', r == '\n', r == '\r':
			if !lines && r != '\t' {
				return false
			}
		case r < 0x20, 0x7F <= r && r <= 0x9F, 0x202A <= r && r <= 0x202E, 0x2066 <= r && r <= 0x2069, r == 0xFEFF, r == 0xFFFE, r == 0xFFFF:
			return false
		}
		i += size
	}
	return true
}

// isSpace reports whether a character is a space to those who type it.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, 0xFEFF:
		return true
	}
	return 0x2000 <= r && r <= 0x200B
}

// trim takes the spaces away around the text.
func trim(s string) string {
	if n := len(s); n == 0 || isGraphic(s[0]) && isGraphic(s[n-1]) {
		return s
	}
	return strings.TrimFunc(s, isSpace)
}

// isGraphic reports whether a byte is a character of ASCII that shows.
func isGraphic(c byte) bool { return ' ' < c && c < 0x7F }

// line makes one line of text tidy: one space where there are several.
func line(s string) string {
	space, plain := false, true
	for i := range len(s) { // most lines are tidy, and of ASCII
		plain = plain && (isGraphic(s[i]) || s[i] == ' ' && !space)
		space = s[i] == ' '
	}
	if plain {
		return s
	}
	space = false
	for _, r := range s {
		if isSpace(r) && (space || r != ' ') {
			return spaced(s, " ")
		}
		space = isSpace(r)
	}
	return s
}

// lines gives every line end as one character.
func lines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

func dropSpaces(s string) string {
	if !hasSpace(s) {
		return s
	}
	return spaced(s, "")
}

// spaced gives the text with sep in place of all spaces between two words.
func spaced(s, sep string) string {
	text := make([]byte, 0, len(s))
	between := "" // what stands before the next word
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if isSpace(r) {
			between = sep
		} else {
			if len(text) > 0 {
				text = append(text, between...)
			}
			text, between = append(text, s[:size]...), ""
		}
		s = s[size:]
	}
	return string(text)
}

func hasSpace(s string) bool {
	for i := range len(s) {
		if !isGraphic(s[i]) {
			return strings.IndexFunc(s[i:], isSpace) >= 0
		}
	}
	return false
}

// fits reports whether the text looks like the pattern: 9 stands for a digit, A
// for a letter (those of Latin-1 and Latin Extended-A, such as Å and Ž, too), * for either, and every other sign for itself.
func fits(text, pattern string) bool {
	for i := 0; i < len(pattern); {
		sign, n := utf8.DecodeRuneInString(pattern[i:])
		r, size := utf8.DecodeRuneInString(text)
		if size == 0 || !stands(sign, r) {
			return false
		}
		i += n
		text = text[size:]
	}
	return text == ""
}

func stands(sign, r rune) bool {
	digit := '0' <= r && r <= '9'
	letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || 0xC0 <= r && r <= 0x17F && r != '×' && r != '÷'
	switch sign {
	case '9':
		return digit
	case 'A':
		return letter
	case '*':
		return digit || letter
	}
	return sign == r
}

// exampleOf gives a text that fits the pattern.
func exampleOf(pattern string) string {
	text := []byte(pattern)
	n := 0
	for i, sign := range text {
		if utf8.RuneStart(sign) {
			n++
		}
		switch sign {
		case '9':
			text[i] = '0' + byte(n%10)
		case 'A', '*':
			text[i] = 'A' + byte((n-1)%26)
		}
	}
	return string(text)
}
