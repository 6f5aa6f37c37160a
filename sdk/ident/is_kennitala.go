package ident

import "github.com/lagrum/lagrum/sdk/date"

// readKennitala reads the number of a person in Þjóðskrá: six digits of the
// date of birth, two that tell people of one day apart, a check digit by
// modulus 11, and a figure for the century (skra.is, "Um kennitölur"). People
// often write a hyphen after the date.
//
// Since 2026-02-18 new numbers, in Þjóðskrá and kerfiskennitölur alike, are
// given out without reckoning a check digit (skra.is, "Kennitölur án
// vartölu"), so it is looked at only on request.
func readKennitala(s *symbols, opts *Options, n *number) (why Reason) {
	digits, why := s.digits(10, 6)
	if why != OK {
		return why
	}
	n.keep(digits)
	if digits[0] >= '8' {
		n.series = SystemNumber
		return OK
	}
	year := yearOfKennitala(digits)
	if year == 0 {
		return Century
	}
	birth, ok := date.New(year, figure(digits[2:4]), figure(digits[:2]))
	switch {
	case !ok:
		return NotDate
	case opts.Modulus11 && !kennitalaChecks(digits):
		return Checksum
	case fictitious(digits):
		n.series = Fictitious
	}
	n.birth = birth
	return OK
}

// A kerfiskennitala, of people who do not live in Iceland, was to begin with 8
// or 9 and else to be random, without check digit and century (skra.is,
// 2021-04-30); the change was put off later that year with no new day. Those
// of the older sort look like any kennitala and cannot be told from one.

// readKennitalaOfCompany reads the number of a company, association or
// institution: that of a person with 40 added to the day, and the day of
// registration for that of birth. Whether theirs still have a check digit is
// not known: the announcement says all numbers and then names only those of
// people, and Skatturinn registers companies. To refuse a company its own is
// worse than to let a slip through, so here too the check is made on request.
func readKennitalaOfCompany(s *symbols, opts *Options, n *number) (why Reason) {
	digits, why := s.digits(10, 6)
	if why != OK {
		return why
	}
	n.keep(digits)
	year, month, day := yearOfKennitala(digits), figure(digits[2:4]), figure(digits[:2])-40
	if year == 1969 && month == 2 && 29 <= day && day <= 31 {
		// Numbers of that month are in use whose days ran over its end; the
		// last that it had comes closest.
		day = 28
	}
	if year == 0 {
		return Century
	}
	if _, ok := date.New(year, month, day); !ok {
		return NotDate
	}
	if opts.Modulus11 && !kennitalaChecks(digits) {
		return Checksum
	}
	return OK
}

// yearOfKennitala gives the year with its century, by the last digit, and 0
// for a digit that is not in use.
func yearOfKennitala(digits []byte) int {
	year := figure(digits[4:6])
	switch digits[9] {
	case '8':
		return 1800 + year
	case '9':
		return 1900 + year
	case '0':
		return 2000 + year
	}
	return 0
}

// kennitalaChecks reports whether the ninth digit is the check digit.
func kennitalaChecks(digits []byte) bool {
	return weigh(digits[:9], "327654321")%11 == 0
}

// fictitious reports whether the number is that of a gervimaður, a made-up
// person of Þjóðskrá for tests: 010130-2989 is Gervimaður Ameríka. Living
// people were born that day, so the date alone does not tell. The list is of
// those that island.is tests with; other made-up people of Þjóðskrá, those
// without check digit among them, have numbers like everyone's.
func fictitious(digits []byte) bool {
	const numbers = "212220239247255263271298301336433492506778"
	if string(digits[:6]) != "010130" || digits[9] != '9' {
		return false
	}
	for i := 0; i < len(numbers); i += 3 {
		if string(digits[6:9]) == numbers[i:i+3] {
			return true
		}
	}
	return false
}
