package ident

// readOrganisasjonsnummer reads the number of Enhetsregisteret: nine digits,
// the last of them a check digit by modulus 11 (Brønnøysundregistrene, "The
// organization number"). With NO before it, it is what Feide has of a school
// (norEduOrgUnitUniqueIdentifier) and is read too, and so is the number on
// invoices of who is in the VAT register, with MVA after it and often NO before.
//
// The register's numbers begin with 8 or 9, which is general knowledge and no
// rule, so others are not refused, but none begins with 0. Those of synthetic
// organisations in Tenor begin with 2 or 3.
func readOrganisasjonsnummer(s *symbols, opts *Options, n *number) (why Reason) {
	s.withoutCountry("NO", opts)
	s.withoutVAT("", "MVA", opts)
	digits, why := s.digits(9, 0)
	switch {
	case why != OK:
		return why
	case weigh(digits, "327654321")%11 != 0:
		return Checksum
	case digits[0] == '0':
		return Serial
	case digits[0] == '2' || digits[0] == '3':
		n.series = Tenor
	}
	n.keep(digits)
	return OK
}
