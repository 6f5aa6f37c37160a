package ident

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
)

// A personnummer is the date of birth, a serial number of three digits from
// 001 to 999 and a check digit by Luhn's method over the ten digits without
// the century (folkbokföringslagen (1991:481) 18 §, Skatteverket). Written
// short, with two digits of the year, it has a hyphen before the serial
// number, and a plus sign from the year in which the person turns 100.
//
// The date may be a near one in the same month where the serial numbers of a
// day have run out (18 § third paragraph), so it is nearly always, but not
// surely, the day of birth.
func readPersonnummer(s *symbols, o *Options, n *number) (why Reason) {
	plus, why := splitSwedish(s)
	if why != OK {
		return why
	}
	return readSwedish(s, plus, o, 0, n)
}

// A samordningsnummer is built likewise, with 60 added to the day
// (folkbokföringslagen 18 a §; since 2023 lagen (2022:1697) om
// samordningsnummer, which is general knowledge and not checked). The date is
// what the person has stated: month 00 and day 60 say that it is not
// known, and some of Skatteverket's test numbers have days such as 31 April.
func readSamordningsnummer(s *symbols, o *Options, n *number) (why Reason) {
	plus, why := splitSwedish(s)
	if why != OK {
		return why
	}
	return readSwedish(s, plus, o, coordination, n)
}

// coordination is what a samordningsnummer adds to the day of the month.
const coordination = 60

// interimLetters are the letters in the order in which they are taken into use
// (SWAMID wiki, "Svenska personnummer och norEduPersonNIN"). The letter P of
// local numbers in Ladok is not among them.
const interimLetters = "TRSUWXJKLMN"

// An interimspersonnummer of Ladok and NyA has a letter for the first digit of
// the serial number, which counts as 1 in the check digit (SWAMID wiki).
func readInterimspersonnummer(s *symbols, o *Options, n *number) (why Reason) {
	if !o.Exact {
		s.capital()
	}
	plus, why := splitSwedish(s)
	if why != OK {
		return why
	}
	letter := &s.text[s.size-4]
	kept := *letter
	if strings.IndexByte(interimLetters, kept) < 0 {
		return Characters
	}
	*letter = '1'
	why = readSwedish(s, plus, o, 0, n)
	if why == OK {
		n.canonical[n.size-4] = kept
	}
	return why
}

// The attribute norEduPersonNIN holds twelve characters without separator, of
// a personnummer, a samordningsnummer or an interimspersonnummer (SWAMID wiki).
func readNorEduPersonNIN(s *symbols, o *Options, n *number) (why Reason) {
	sign, _ := s.takeSign(4)
	switch {
	case s.size != 12:
		return Length
	case sign != 0:
		return Separator
	case !isDigit(s.text[8]):
		why = readInterimspersonnummer(s, o, n)
		n.series |= Interim
	case s.text[6] >= '6':
		why = readSamordningsnummer(s, o, n)
		n.series |= Coordination
	default:
		why = readPersonnummer(s, o, n)
	}
	return why
}

// splitSwedish takes the separator out and reports whether it is a plus sign.
// Of the characters it judges those that are of the date in both lengths.
func splitSwedish(s *symbols) (plus bool, why Reason) {
	sign, placed := s.takeSign(4)
	switch {
	case !allDigits(s.text[:min(s.size, 6)]):
		return false, Characters
	case s.size != 10 && s.size != 12:
		return false, Length
	case !placed:
		return false, Separator
	}
	return sign == '+', OK
}

// The years of birth that are read. Skatteverket has 18, 19 and 20 for the
// century. The numbers came in 1947, when hardly anyone born before 1840 can
// have lived; that bound is ours.
const firstBirthYear, lastBirthYear = 1840, 2099

// readSwedish reads the ten or twelve digits of a number whose day of the month
// is higher by shift. Ten digits without a day to judge by do not tell the
// century: they are then canonical as they are, with their plus sign if they
// have one, since with a hyphen it is somebody else's, and there is no date of
// birth.
func readSwedish(s *symbols, plus bool, o *Options, shift int, n *number) (why Reason) {
	text := s.bytes()
	if !allDigits(text) {
		return Characters
	}
	ten := text[s.size-10:]
	born := date.Date{Year: figure(ten[:2]), Month: figure(ten[2:4]), Day: figure(ten[4:6]) - shift}
	told := true
	switch {
	case s.size == 12:
		born.Year = figure(text[:4])
	case !o.AsOf.IsZero():
		born.Year = yearEndingIn(born, plus, o.AsOf)
	default:
		born.Year += 2000 // it has 29 February if any year with these last digits has
		told = false
	}
	switch {
	case born.Year < firstBirthYear || born.Year > lastBirthYear:
		return Century
	case figure(ten[6:9]) == 0:
		return Serial
	case !isSwedishDay(born, shift):
		return NotDate
	case told && !o.AsOf.IsZero() && born.After(o.AsOf):
		return Future // here, since a day that is in no calendar is no date of birth
	case !luhn(ten):
		return Checksum
	}
	if born.Month == 0 || born.Day == 0 {
		n.series = UnknownBirthDate
	}
	switch {
	case told:
		n.keepBorn(born, ten)
	case plus:
		n.keepPlus(ten)
	default:
		n.keep(ten)
	}
	return OK
}

// keepPlus makes the ten digits with a plus sign the canonical form.
func (n *number) keepPlus(ten []byte) {
	n.keep(ten[:6])
	n.canonical[6] = '+'
	n.size = 7 + copy(n.canonical[7:], ten[6:])
}

// keepBorn makes the ten digits with the century before them the canonical
// form, and keeps the date if it is one.
func (n *number) keepBorn(born date.Date, ten []byte) {
	n.canonical[0], n.canonical[1] = '0'+byte(born.Year/1000), '0'+byte(born.Year/100%10)
	n.size = 2 + copy(n.canonical[2:], ten)
	if born.IsValid() {
		n.birth = born
	}
}

// isSwedishDay reports whether a number may have the date.
func isSwedishDay(d date.Date, shift int) bool {
	if shift == coordination {
		return d.Month <= 12 && 0 <= d.Day && d.Day <= 31
	}
	return d.IsValid()
}

// yearEndingIn gives the year of birth of which the number has the last two
// digits: the latest year whose date is not after the day, or, with a plus
// sign, the latest in which someone was born who turns 100 by the end of the
// day's year.
func yearEndingIn(born date.Date, plus bool, day date.Date) int {
	latest := day.Year
	if plus {
		latest -= 100
	}
	born.Year = latest - (latest-born.Year)%100
	if born.After(day) {
		born.Year -= 100
	}
	return born.Year
}
