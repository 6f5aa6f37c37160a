package ident

// A postnummer has five digits, printed in groups of three and two, and does
// not begin with 0 (PostNord; general knowledge, not checked). Which of them
// are in use is not known here. Abroad the country is put before it, SE-123 45.
func readPostnummer(s *symbols, o *Options, n *number) (why Reason) {
	if !o.Exact {
		s.capital()
	}
	if s.size > 3 && string(s.text[:3]) == "SE-" {
		s.size = copy(s.text[:], s.text[3:s.size])
		n.series = Prefixed
	}
	text, why := s.compact(5, 0)
	switch {
	case why != OK:
		return why
	case !allDigits(text):
		return Characters
	case text[0] == '0':
		return Serial
	}
	n.keep(text)
	return OK
}
