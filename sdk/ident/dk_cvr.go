package ident

// readCVR reads the number of Det Centrale Virksomhedsregister: eight digits,
// the last of them a check digit by modulus 11 (Erhvervsstyrelsen, "Modulus 11
// kontrol"). With DK before it, it is the VAT number of the same organisation
// and is read too. That none begins with 0 is general knowledge, not checked.
func readCVR(s *symbols, opts *Options, n *number) (why Reason) {
	digits, why := s.withoutCountry("DK", opts).digits(8, 0)
	switch {
	case why != OK:
		return why
	case weigh(digits, "27654321")%11 != 0:
		return Checksum
	case digits[0] == '0':
		return Serial
	}
	n.keep(digits)
	return OK
}

// withoutCountry takes away the code of the country that an organisation's
// number has before it where it stands among those of other countries.
func (s *symbols) withoutCountry(code string, opts *Options) *symbols {
	if !opts.Exact {
		s.capital()
	}
	if s.size > len(code) && string(s.text[:len(code)]) == code {
		s.size = copy(s.text[:], s.text[len(code):s.size])
	}
	return s
}

// withoutVAT takes away the code of the country and what a VAT number has after
// an organisation's number, where it has both.
func (s *symbols) withoutVAT(code, end string, opts *Options) {
	if !opts.Exact {
		s.capital()
	}
	from, to := len(code), s.size-len(end)
	if from < to && string(s.text[:from]) == code && string(s.text[to:s.size]) == end {
		s.size = copy(s.text[:], s.text[from:to])
	}
}
