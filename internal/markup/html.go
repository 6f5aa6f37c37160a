package markup

import "unicode/utf8"

const replacement = "\uFFFD"

// AppendText appends s as the text of an HTML element. It is not for the
// contents of script and style elements, where HTML knows no escapes.
//
// Invalid UTF-8, and the characters that no HTML document may hold (controls
// but white space, noncharacters; HTML Standard 13.1.4), become U+FFFD.
func AppendText(dst []byte, s string) []byte { return appendHTML(dst, s, false) }

// AppendAttr appends s as the value of an HTML attribute that stands in single
// or double quotes, with the replacements of [AppendText].
func AppendAttr(dst []byte, s string) []byte { return appendHTML(dst, s, true) }

func appendHTML(dst []byte, s string, quoted bool) []byte {
	done := 0 // s[:done] is appended
	for i := 0; i < len(s); {
		if plain[s[i]] {
			i++
			continue
		}
		size, escape := 1, ""
		if c := s[i]; c < utf8.RuneSelf {
			escape = escapeASCII(c, quoted)
		} else {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 || !isAllowed(r) {
				escape = replacement
			}
		}
		if escape != "" {
			dst = append(append(dst, s[done:i]...), escape...)
			done = i + size
		}
		i += size
	}
	return append(dst, s[done:]...)
}

// escapeASCII gives what stands for an ASCII character that is not plain, and
// "" where the character may stand itself.
func escapeASCII(c byte, quoted bool) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		if quoted {
			return "&#34;" // shorter than &quot;
		}
	case '\'':
		if quoted {
			return "&#39;" // &apos; is unknown to HTML 4
		}
	default:
		return replacement
	}
	return ""
}

// plain marks the ASCII characters that stand for themselves everywhere in
// HTML. It has a place for every byte, which spares the bounds check.
var plain = [256]bool{
	'\t': true, '\n': true, '\f': true, '\r': true,
	' ': true, '!': true, '#': true, '$': true, '%': true, '(': true, ')': true, '*': true, '+': true, ',': true,
	'-': true, '.': true, '/': true, '0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true,
	'7': true, '8': true, '9': true, ':': true, ';': true, '=': true, '?': true, '@': true,
	'A': true, 'B': true, 'C': true, 'D': true, 'E': true, 'F': true, 'G': true, 'H': true, 'I': true, 'J': true,
	'K': true, 'L': true, 'M': true, 'N': true, 'O': true, 'P': true, 'Q': true, 'R': true, 'S': true, 'T': true,
	'U': true, 'V': true, 'W': true, 'X': true, 'Y': true, 'Z': true, '[': true, '\\': true, ']': true, '^': true,
	'_': true, '`': true,
	'a': true, 'b': true, 'c': true, 'd': true, 'e': true, 'f': true, 'g': true, 'h': true, 'i': true, 'j': true,
	'k': true, 'l': true, 'm': true, 'n': true, 'o': true, 'p': true, 'q': true, 'r': true, 's': true, 't': true,
	'u': true, 'v': true, 'w': true, 'x': true, 'y': true, 'z': true, '{': true, '|': true, '}': true, '~': true,
}

// isAllowed reports whether an HTML document may hold the character.
func isAllowed(r rune) bool {
	switch {
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\f' || r == '\r'
	case r >= 0x7F && r <= 0x9F: // DEL and the C1 controls
		return false
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE: // noncharacters
		return false
	}
	return true
}
