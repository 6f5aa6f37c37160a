package wire

import "unicode/utf8"

// str reads a string. One without escapes is a part of the text, not a copy.
func (r *reader) str(s *string) bool {
	if !r.take('"') {
		return r.fail(Syntax)
	}
	var unescaped []byte
	done := r.at // what stands before is in unescaped
	for r.at < len(r.s) {
		switch c := r.s[r.at]; {
		case c == '"':
			rest := r.s[done:r.at]
			r.at++
			if *s = rest; unescaped != nil {
				*s = string(append(unescaped, rest...))
			}
			return true
		case c < ' ':
			return r.fail(Syntax)
		case c == '\\':
			unescaped = append(unescaped, r.s[done:r.at]...)
			char, ok := r.escape()
			if !ok {
				return false
			}
			unescaped = utf8.AppendRune(unescaped, char)
			done = r.at
		case c < utf8.RuneSelf:
			r.at++
		default:
			char, size := utf8.DecodeRuneInString(r.s[r.at:])
			if char == utf8.RuneError && size == 1 {
				return r.fail(NotUTF8)
			}
			r.at += size
		}
	}
	return r.fail(Syntax)
}

// escape reads a backslash and what it escapes: one character, of two \u
// escapes where it lies beyond U+FFFF.
func (r *reader) escape() (rune, bool) {
	start := r.at
	r.at++
	c := r.peek()
	if c != 'u' {
		char := unescape(c)
		if char == 0 {
			return 0, r.fail(Syntax)
		}
		r.at++
		return char, true
	}
	char, ok := r.hex()
	if !ok || char < 0xD800 || char > 0xDFFF {
		return char, ok
	}
	low, ok := rune(0), false
	if char < 0xDC00 && r.take('\\') && r.peek() == 'u' {
		low, ok = r.hex()
		if !ok {
			return 0, false
		}
	}
	if low < 0xDC00 || low > 0xDFFF {
		r.at = start
		return 0, r.fail(NotUTF8)
	}
	return 0x10000 + (char-0xD800)<<10 + (low - 0xDC00), true
}

// unescape gives the character that a letter stands for after a backslash, and
// 0 where it stands for none.
func unescape(c byte) rune {
	switch c {
	case '"', '\\', '/':
		return rune(c)
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return 0
}

// hex reads a u and four hexadecimal digits.
func (r *reader) hex() (rune, bool) {
	r.at++
	var n rune
	for range 4 {
		c := r.peek()
		switch {
		case c >= '0' && c <= '9':
			n = n<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			n = n<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, r.fail(Syntax)
		}
		r.at++
	}
	return n, true
}
