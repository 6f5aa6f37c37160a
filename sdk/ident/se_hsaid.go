package ident

// An HSA-ID is SE, the ten digits of the organisation that keeps that part of
// the directory, a hyphen, and at least one letter A to Z or a to z or digit;
// 31 characters at most (Inera's rule, as the openEHR guide "HSA-identitet och
// Organisationsnummer" gives it). Nothing says that the ten digits are checked
// and nothing may be read out of what follows, so neither is done. The prefixes
// of test directories are not read.
func readHSAID(s *symbols, o *Options, n *number) (why Reason) {
	const hyphen = len("SE2321000016")
	text := s.bytes()
	if len(text) <= hyphen+1 || len(text) > 31 {
		return Length
	}
	if !o.Exact {
		text[0], text[1] = capital(text[0]), capital(text[1])
	}
	if text[hyphen] != '-' {
		return Separator
	}
	if text[0] != 'S' || text[1] != 'E' || !allDigits(text[2:hyphen]) {
		return Characters
	}
	for _, c := range text[hyphen+1:] {
		if c := capital(c); !isDigit(c) && (c < 'A' || c > 'Z') {
			return Characters
		}
	}
	n.keep(text)
	return OK
}
