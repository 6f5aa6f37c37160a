package ident

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
)

// hetuMarks are the check characters, by the remainder on division by 31.
const hetuMarks = "0123456789ABCDEFHJKLMNPRSTUVWXY"

// A henkilötunnus is the date of birth as DDMMYY, a sign for the century, an
// individual number and a check character: the remainder of the nine digits on
// division by 31 (Digi- ja väestötietovirasto; decree 128/2010 on the
// population information system). Since 2023 a century has several signs, and
// the sign is part of what tells two people apart, so it is never dropped.
//
// Individual numbers run from 002 to 899. Those from 900 to 999 are of
// temporary numbers, of hospitals and others, and of tests.
func readHETU(s *symbols, o *Options, n *number) (why Reason) {
	if !o.Exact {
		s.capital()
	}
	text := s.bytes()
	if len(text) != 11 {
		return Length
	}
	var nine [9]byte
	copy(nine[:], text[:6])
	copy(nine[6:], text[7:10])
	if !allDigits(nine[:]) {
		return Characters
	}
	century := hetuCentury(text[6])
	individual := figure(nine[6:])
	birth, ok := date.New(century+figure(nine[4:6]), figure(nine[2:4]), figure(nine[:2]))
	switch {
	case century == 0:
		return Century
	case individual < 2:
		return Serial
	case !ok:
		return NotDate
	case text[10] != hetuMarks[figure(nine[:])%len(hetuMarks)]:
		return Checksum
	}
	if individual >= 900 {
		n.series = Temporary
	}
	n.birth = birth
	n.keep(text)
	return OK
}

// hetuCentury gives the first year of the century of a sign, or 0.
func hetuCentury(sign byte) int {
	switch {
	case sign == '+':
		return 1800
	case strings.IndexByte("-YXWVU", sign) >= 0:
		return 1900
	case 'A' <= sign && sign <= 'F':
		return 2000
	}
	return 0
}
