package ident

import "github.com/lagrum/lagrum/sdk/date"

// A reservnummer stands for a patient without a known personnummer. Each region
// has a form of its own; the four that are read here follow Inera's wiki page
// "Lokala Reservid" (version 5). The forms of Örebro, Skåne, Blekinge,
// Västernorrland and Sörmland and the national NRID are not read.
//
// The forms do not overlap: Region Stockholm's begins with 99, Västra
// Götaland's has K, M or X in the ninth place, Värmland's has S there, and
// Carelink's has a day from 32 to 59.
func readReservnummer(s *symbols, o *Options, n *number) (why Reason) {
	if !o.Exact {
		s.capital()
	}
	sign, placed := s.takeSign(4)
	text := s.bytes()
	switch {
	case s.size != 12:
		return Length
	case !placed || sign == '+':
		return Separator
	case !allDigits(text[:8]):
		return Characters
	}
	switch text[8] {
	case 'K', 'M', 'X':
		why = checkVGR(text)
		n.series = VGR
	case 'S':
		n.birth, why = checkLiV(text)
		n.series = LiV
	default:
		n.series, why = checkReserveDigits(text)
	}
	n.keep(text)
	return why
}

// checkReserveDigits judges the forms without letters: 99yyyyNNNNNC of Region
// Stockholm, yyyymmxxNNNC of Carelink.
func checkReserveDigits(text []byte) (Series, Reason) {
	if !allDigits(text) {
		return 0, Characters
	}
	if text[0] == '9' && text[1] == '9' {
		// Luhn's method leaves 99 and the century out. The page bounds the
		// year by 1980 and 2299 and has an example of 1945, so no year is
		// refused. It does not say that the year is that of birth.
		return SLL, checkLuhn(text[4:])
	}
	month, day := figure(text[4:6]), figure(text[6:8])
	if month < 1 || month > 12 || day < 32 || day > 59 {
		return CLNK, NotDate
	}
	// The page does not say which digits count. Its example 198108320014
	// fits if the century is left out, as in a personnummer.
	return CLNK, checkLuhn(text[2:])
}

// checkVGR judges yyyymmddGggC of Västra Götalandsregionen, where gg is odd for
// M, even for K, from 80 to 89 for X (sex unknown), and the letters count as
// the digits 7, 5 and 8. The page does not say that the date is that of birth,
// so none is told. The century is left out of Luhn's method, as its examples
// show.
func checkVGR(text []byte) Reason {
	if !allDigits(text[9:]) {
		return Characters
	}
	if _, ok := dateIn(text); !ok {
		return NotDate
	}
	serial := figure(text[9:11])
	known := 6 <= serial && serial <= 79
	var digits [10]byte
	copy(digits[:], text[2:])
	switch text[8] {
	case 'K':
		digits[6], known = '5', known && serial%2 == 0
	case 'M':
		digits[6], known = '7', known && serial%2 == 1
	default:
		digits[6], known = '8', 80 <= serial && serial <= 89
	}
	if !known {
		return Serial
	}
	return checkLuhn(digits[:])
}

// checkLiV judges yyyymmddSBNC of Region Värmland: B is the type, of which F
// alone says that the date is that of birth, N is a digit for the sex, and C a
// letter in order, A to Z without V. There is no check digit. Digits for C are
// of test environments.
func checkLiV(text []byte) (birth date.Date, why Reason) {
	d, ok := dateIn(text)
	kind, digit, order := text[9], text[10], text[11]
	switch {
	case !isDigit(digit):
		return birth, Characters
	case order < 'A' || order == 'V':
		return birth, Serial
	case !ok:
		return birth, NotDate
	}
	switch kind {
	case 'F':
		return d, OK
	case 'U', 'X', 'P', 'L':
		return birth, OK
	}
	return birth, Characters
}

// dateIn gives the date that a text begins with, as YYYYMMDD.
func dateIn(text []byte) (date.Date, bool) {
	return date.New(figure(text[:4]), figure(text[4:6]), figure(text[6:8]))
}

// checkLuhn is luhn as a reason.
func checkLuhn(digits []byte) Reason {
	if !luhn(digits) {
		return Checksum
	}
	return OK
}
