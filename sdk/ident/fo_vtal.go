package ident

// A V-tal, of TAKS, the Faroese tax authority, has six digits; it is also
// printed with a dot or a space in the middle, and with FO before it. Whether
// one of the digits is a check digit is not published as far as is known, so
// only the form is judged.
func readVTal(s *symbols, o *Options, n *number) (why Reason) {
	if !o.Exact {
		s.capital()
	}
	if s.size > 2 && string(s.text[:2]) == "FO" {
		s.size = copy(s.text[:], s.text[2:s.size])
	}
	if s.size == len("123.456") && s.text[3] == '.' {
		s.size = 3 + copy(s.text[3:], s.text[4:s.size])
	}
	text, why := s.compact(6, 0)
	switch {
	case why != OK:
		return why
	case !allDigits(text):
		return Characters
	}
	n.keep(text)
	return OK
}
