package ident

import "github.com/lagrum/lagrum/sdk/date"

// An organisationsnummer has ten digits: one for the group of legal forms, a
// third of at least 2, which no date of birth has, and a check digit by Luhn's
// method (lagen (1974:174) om identitetsbeteckning för juridiska personer
// m.fl.; Skatteverket, SKV 709, known from what others quote of it). It is
// printed with a hyphen before the last four.
//
// Registers that hold people too put 16 before it. The canonical form leaves
// that out, since the number of the Act, of Bolagsverket and in the VAT number
// has ten digits.
//
// The VAT number (momsregistreringsnummer), SE, the ten digits and 01, is read
// too; others than 01 at its end are not.
func readOrganisationsnummer(s *symbols, o *Options, n *number) (why Reason) {
	s.withoutVAT("SE", "01", o)
	var typed symbols
	typed.size = copy(typed.text[:], s.bytes())
	sign, placed := s.takeSign(4)
	text := s.bytes()
	legal := s.size == 12 && text[0] == '1' && text[1] == '6'
	if legal {
		text = text[2:]
	}
	switch {
	case len(text) != 10 && len(text) != 12:
		return Length
	case !placed:
		return Separator
	case !allDigits(text):
		return Characters
	case len(text) == 12 || text[2] < '2' && !legal:
		return readSoleTrader(&typed, text[len(text)-6] >= '6', o, n)
	case sign == '+':
		return Separator
	case text[2] < '2' || text[0] == '0' || text[0] == '4': // no group has 0 or 4
		return Serial
	case !luhn(text):
		return Checksum
	}
	n.keep(text)
	return OK
}

// readSoleTrader reads the number of a sole trader (enskild näringsidkare),
// who has no other than the person's. It too is cut to ten digits, and no date
// of birth is told: what identifies the person is the personnummer, which is
// another kind.
func readSoleTrader(s *symbols, coordination bool, o *Options, n *number) (why Reason) {
	if coordination {
		why = readSamordningsnummer(s, o, n)
	} else {
		why = readPersonnummer(s, o, n)
	}
	if why != OK {
		return why
	}
	if n.canonical[6] == '+' { // an organisationsnummer does not tell the century
		n.size = 6 + copy(n.canonical[6:], n.canonical[7:n.size])
	}
	n.keep(n.canonical[n.size-10 : n.size])
	n.series |= Sole
	n.birth = date.Date{}
	return OK
}
