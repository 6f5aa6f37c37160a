package ident

import "github.com/lagrum/lagrum/sdk/date"

// readCPR reads the number of Det Centrale Personregister: six digits of the
// date of birth and a running number of four, whose first tells the century
// with the year (CPR-kontoret, "Personnummeret i CPR"). People often write a
// hyphen between the two.
//
// Numbers that fail the check by modulus 11 have been given out since
// 2007-10-01, and systems must be able to handle them (cpr.dk, "Personnumre
// uden kontrolciffer"), so it is made only on request.
func readCPR(s *symbols, opts *Options, n *number) (why Reason) {
	if !opts.Exact {
		s.capital()
	}
	text, why := s.compact(10, 6)
	if why != OK {
		return why
	}
	n.keep(text)
	if !allDigits(text) {
		n.series = Electronic
		return checkECPR(text)
	}
	if figure(text[6:]) == 0 {
		return Serial // the table of running numbers begins with 0001
	}
	day := figure(text[:2])
	if day > 60 {
		day, n.series = day-60, Replacement
	}
	birth, ok := date.New(yearOfCPR(text), figure(text[2:4]), day)
	switch {
	case !ok:
		return NotDate
	case opts.Modulus11 && weigh(text, "4327654321")%11 != 0:
		return Checksum
	}
	n.birth = birth
	return OK
}

// Replacement numbers (erstatningspersonnumre) are made up by whoever needs
// one; CPR-kontoret only recommends to raise the first digit by 6 and else to
// follow the number (cpr.dk, "Erstatningspersonnummer i eksterne systemer").
// It does not say whether they have a check digit; Styrelsen for It og Læring,
// which has pupils without CPR number get such ones, reckons it.

// yearOfCPR gives the year of birth by digits 5 to 7 ("Personnummeret i CPR",
// the table of centuries).
func yearOfCPR(digits []byte) int {
	year := figure(digits[4:6])
	switch digits[6] {
	case '0', '1', '2', '3':
		return 1900 + year
	case '4', '9':
		if year <= 36 {
			return 2000 + year
		}
		return 1900 + year
	}
	if year <= 57 { // 5 to 8
		return 2000 + year
	}
	return 1800 + year
}

// checkECPR tells what is wrong with a number with letters. Those of the
// health service, e-CPR, have a date, a figure for the century, two letters
// and a digit: 1 and 7 in the national register (X-eCPR), 0, 5 and 6 in the
// regions' and doctors' own (D-eCPR; Sundhedsdatastyrelsen on nspop.dk, MedCom
// 2022-11-09). The KOT numbers of schools have three letters after the date
// (Styrelsen for It og Læring, viden.stil.dk); that a digit follows them, and
// nothing for the century, is an assumption.
//
// No date of birth may be derived: where it is unknown, e-CPR has the day that
// the number was made. There is no check digit.
func checkECPR(text []byte) Reason {
	if !allDigits(text[:6]) || !isCapital(text[7]) || !isCapital(text[8]) || !isDigit(text[9]) {
		return Characters
	}
	year := figure(text[4:6])
	switch c := text[6]; {
	case c == '0', c == '1':
		year += 1900
	case c == '5':
		year += 1800
	case c == '6', c == '7', isCapital(c):
		year += 2000
	case isDigit(c):
		return Century
	default:
		return Characters
	}
	if _, ok := date.New(year, figure(text[2:4]), figure(text[:2])); !ok {
		return NotDate
	}
	return OK
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }
