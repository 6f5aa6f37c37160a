package ident

import "github.com/lagrum/lagrum/sdk/date"

// newFodselsnummer is the day from which Folkeregisteret gives out numbers by
// new rules, to newborns and everyone else (Skatteetaten, "Nytt fødselsnummer
// fra 2032"): the first check digit may leave a remainder of 0 to 3, and the
// individual number no longer tells the century. Numbers given out before
// stay as they are, so both are read at any time.
var newFodselsnummer = date.Date{Year: 2032, Month: 1, Day: 1}

// readFodselsnummer reads the number of Folkeregisteret: six digits of the date
// of birth, an individual number of three that tells the century, and two check
// digits (Skatteetaten, "Fødselsnummer"). A D number has 40 added to the day.
// The register prints no hyphen.
func readFodselsnummer(s *symbols, opts *Options, n *number) (why Reason) {
	digits, why := s.digits(11, 0)
	if why != OK {
		return why
	}
	n.keep(digits)
	first := weigh(digits[:10], "3761894521") % 11
	second := weigh(digits, "54327654321") % 11
	if digits[0] >= '8' {
		return readFHNumber(n, first, second)
	}
	day := figure(digits[:2])
	if day > 40 {
		day, n.series = day-40, DNumber
	}
	month, series := monthOfSeries(figure(digits[2:4]), opts.Accept)
	n.series |= series

	// The calendar of the 2000s has every day that any century has.
	year, told := 2000+figure(digits[4:6]), first == 0 && opts.AsOf.Before(newFodselsnummer)
	if told {
		if year = yearOfFodselsnummer(digits, n.series&DNumber != 0); year == 0 {
			return Century
		}
	}
	birth, ok := date.New(year, month, day)
	switch {
	case !ok:
		return NotDate
	case first > 3 || second != 0:
		return Checksum
	case told:
		n.birth = birth
	}
	return OK
}

// readFHNumber reads a "felles hjelpenummer": 8 or 9, eight digits without
// meaning, and check digits as a fødselsnummer has them (Norsk helsenett, "Hva
// er felles hjelpenummer?"). That the rules from 2032 should apply to it is not
// said anywhere known.
func readFHNumber(n *number, first, second int) Reason {
	n.series = FHNumber
	if first != 0 || second != 0 {
		return Checksum
	}
	return OK
}

// monthOfSeries gives the month without what the series add to it. H numbers,
// which hospitals give patients whose number they do not know, and the
// synthetic numbers of NAV have the same shape: the number is of the one that
// is accepted, and may be of either where both or none are.
//
// The figures of the synthetic series are those of published test data, of
// NAV, Norsk helsenett and Skatteetaten; that of H numbers is general
// knowledge, with no paper of the health authorities at hand.
func monthOfSeries(month int, accept Series) (int, Series) {
	switch {
	case month > 80:
		return month - 80, Tenor
	case month > 65:
		return month - 65, NHN
	case month > 40:
		if asked := accept & (HNumber | NAV); asked != 0 {
			return month - 40, asked
		}
		return month - 40, HNumber | NAV
	}
	return month, 0
}

// yearOfFodselsnummer gives the year of birth by the year and the individual
// number, and 0 where the two do not go together.
func yearOfFodselsnummer(digits []byte, dNumber bool) int {
	year, individual := figure(digits[4:6]), figure(digits[6:9])
	century := centuryOfFodselsnummer(year, individual)
	if dNumber {
		century = centuryOfDNumber(year, individual)
	}
	if century == 0 {
		return 0
	}
	return century + year
}

// centuryOfFodselsnummer follows the table of the former Forskrift om
// folkeregistrering § 2-2, as Skatteetaten repeats it: 500 to 749 for 1854 to
// 1899, 000 to 499 for the 1900s, 900 to 999 too from 1940, and 500 to 999 for
// 2000 to 2039.
func centuryOfFodselsnummer(year, individual int) int {
	switch {
	case individual < 500:
		return 1900
	case year < 40:
		return 2000
	case individual >= 900:
		return 1900
	case individual < 750 && year >= 54:
		return 1800
	}
	return 0
}

// centuryOfDNumber follows the table in force since 2021-11-16, which gave out
// anew what had not been used (Skatteetaten, "Utvidelse av D-nummerserien"):
// 500 to 599 for 1858 to 1899, 000 to 199 for 1900 to 1939, the others than 500
// to 599 for 1940 to 1999, and 200 to 999 for 2000 to 2039.
func centuryOfDNumber(year, individual int) int {
	switch {
	case year < 40 && individual < 200:
		return 1900
	case year < 40:
		return 2000
	case individual < 500 || individual >= 600:
		return 1900
	case year >= 58:
		return 1800
	}
	return 0
}
