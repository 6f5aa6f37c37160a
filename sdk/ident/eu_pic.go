package ident

// A PIC, which the European Commission's Participant Register gives to an
// organisation, has nine digits. A public rule for a check digit was not found,
// so only the form is judged.
func readPIC(s *symbols, _ *Options, n *number) (why Reason) {
	text, why := s.compact(9, 0)
	switch {
	case why != OK:
		return why
	case !allDigits(text):
		return Characters
	}
	n.keep(text)
	return OK
}
