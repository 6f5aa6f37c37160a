package ident

import "unicode/utf8"

// maxSymbols is more than the longest number has: an HSA-ID has 31.
const maxSymbols = 40

// symbols is a value as far as it can be read without knowing its kind:
// digits, letters and separators, all ASCII.
type symbols struct {
	text [maxSymbols]byte
	size int
}

// scan reads the value. Unless it must be exact, spaces are dropped, with the
// ends of lines before and after the number, and every dash becomes a hyphen:
// that is how people type, and copy, a number.
func (s *symbols) scan(value string, exact bool) (why Reason) {
	for s.size < min(len(value), maxSymbols) && isSymbol(value[s.size]) { // nearly always that is all
		s.text[s.size] = value[s.size]
		s.size++
	}
	ended := false // a line, which within would part two numbers
	for _, c := range value[s.size:] {
		if !exact {
			c = fold(c)
		}
		switch {
		case c == ' ' && !exact:
			continue
		case (c == '\r' || c == '\n') && !exact:
			ended = s.size > 0
			continue
		case ended || c >= utf8.RuneSelf || !isSymbol(byte(c)):
			return Characters
		case s.size == maxSymbols:
			why = Length // unless a character that does not belong follows
			continue
		}
		s.text[s.size] = byte(c)
		s.size++
	}
	if s.size == 0 {
		return Empty
	}
	return why
}

// fold gives every space as the plain one and every dash as a hyphen.
func fold(c rune) rune {
	switch {
	case c == '\t', c == 0xA0, 0x2000 <= c && c <= 0x200A, c == 0x202F:
		return ' '
	case 0x2010 <= c && c <= 0x2015, c == 0x2212, c == 0xFE63, c == 0xFF0D:
		return '-'
	}
	return c
}

// isSymbol reports whether some kind of number has the character.
func isSymbol(c byte) bool {
	return isDigit(c) || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || c == '-' || c == '+' || c == '.'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// capital makes small letters capital ones, for the kinds that have capital
// letters only.
func (s *symbols) capital() {
	for i, c := range s.bytes() {
		s.text[i] = capital(c)
	}
}

// capital gives the capital letter of a small one, and else the character.
func capital(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

// takeSign takes the hyphens and plus signs out. It gives the sign, 0 if there
// was none, and false if there were several or if there were not exactly tail
// characters after it.
func (s *symbols) takeSign(tail int) (sign byte, ok bool) {
	size := s.size
	s.size, ok = 0, true
	for i, c := range s.text[:size] {
		if c != '-' && c != '+' {
			s.text[s.size] = c
			s.size++
			continue
		}
		ok = ok && sign == 0 && size-i-1 == tail
		sign = c
	}
	return sign, ok
}

// bytes gives what was read.
func (s *symbols) bytes() []byte { return s.text[:s.size] }

// compact gives the letters and digits of the text, if there are size of them
// and no separator but a hyphen after the first so many, where the register
// puts one; 0 is for a register that puts none.
func (s *symbols) compact(size, hyphen int) ([]byte, Reason) {
	if hyphen > 0 && hyphen < s.size && s.text[hyphen] == '-' {
		copy(s.text[hyphen:s.size], s.text[hyphen+1:s.size])
		s.size--
	}
	separators := 0
	for _, c := range s.bytes() {
		if c == '-' || c == '+' {
			separators++
		}
	}
	switch {
	case s.size-separators != size:
		return nil, Length
	case separators > 0:
		return nil, Separator
	}
	return s.bytes(), OK
}

// digits is compact for the kinds that have digits only.
func (s *symbols) digits(size, hyphen int) ([]byte, Reason) {
	for _, c := range s.bytes() {
		if !isDigit(c) && c != '-' && c != '+' {
			return nil, Characters
		}
	}
	return s.compact(size, hyphen)
}

// allDigits reports whether the text has digits only.
func allDigits(text []byte) bool {
	for _, c := range text {
		if !isDigit(c) {
			return false
		}
	}
	return true
}

// figure reads digits as a number; the caller has seen that they are digits.
func figure(digits []byte) int {
	n := 0
	for _, c := range digits {
		n = n*10 + int(c-'0')
	}
	return n
}

// luhn reports whether the digits, the check digit last, have a sum by Luhn's
// method (ISO/IEC 7812-1, modulus 10 with weights 2 and 1) that ten divides.
func luhn(digits []byte) bool {
	sum := 0
	for i, c := range digits {
		d := int(c - '0')
		if (len(digits)-i)%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9 // the sum of its two digits
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// weigh gives the sum of the digits, each times its weight; weights is a
// string of digits, at least as long.
func weigh(digits []byte, weights string) int {
	sum := 0
	for i, c := range digits {
		sum += int(c-'0') * int(weights[i]-'0')
	}
	return sum
}
