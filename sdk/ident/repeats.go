package ident

// repeats reports whether the text has the number in it, or so much of it that
// the rest can be reckoned, as [Transient.Become] tells. Nobody's check digits
// stand before the ninth digit but those of Iceland.
func repeats(text string, kind Kind, number []byte) bool {
	var written, digits symbols
	for _, c := range withoutCentury(number) {
		if isDigit(c) {
			digits.add(c)
		}
		if isDigit(c) || isCapital(c) && kind != HETU { // whose letters are the century and the check
			written.add(c)
		}
	}
	telling := maxSymbols
	switch {
	case kind == Kennitala:
		telling = 8
	case kind.OfPerson(), kind == Organisationsnummer:
		telling = 9
	}
	// The digits of one with a letter are looked for only if they are as many:
	// fewer would be the date of birth and little else, which other numbers of
	// the same person may have.
	if kind.OfPerson() && written.size > digits.size && digits.size < telling {
		return holds(text, written.first(telling))
	}
	return holds(text, written.first(telling)) || holds(text, digits.first(telling))
}

// withoutCentury gives a number without the century that a Swedish one of
// twelve characters has; no other canonical form is as long but an HSA-ID, of
// which the letters go.
func withoutCentury(number []byte) []byte {
	if len(number) == len("YYYYMMDDNNNN") {
		return number[len("YY"):]
	}
	return number
}

// holds reports whether the text has the letters and digits in it, with no
// other digit between them.
func holds(text string, wanted []byte) bool {
	for i := range len(text) {
		if begins(text[i:], wanted) {
			return true
		}
	}
	return false
}

func begins(text string, wanted []byte) bool {
	for i := 0; i < len(text) && len(wanted) > 0; i++ {
		switch c := capital(text[i]); {
		case c == wanted[0]:
			wanted = wanted[1:]
		case isDigit(c):
			return false
		}
	}
	return len(wanted) == 0
}

// add puts a character after the others.
func (s *symbols) add(c byte) {
	s.text[s.size] = c
	s.size++
}

// first gives so many characters, or all.
func (s *symbols) first(most int) []byte { return s.text[:min(s.size, most)] }
