package ident

import (
	"errors"
	"strings"
)

// A Series is a set of series of numbers: groups within one kind that the
// register keeps apart by a letter, a range or an added figure.
type Series uint32

// The series. Those of [OnRequest] are read only when [Options].Accept holds
// them; the others are read always, and the Result tells of them.
const (
	Coordination     Series = 1 << iota // norEduPersonNIN: a samordningsnummer
	Interim                             // norEduPersonNIN: an interimspersonnummer
	UnknownBirthDate                    // se.samordningsnummer: month 00 or day 60
	SLL                                 // se.reservnummer: of Region Stockholm
	VGR                                 // se.reservnummer: of Västra Götalandsregionen
	LiV                                 // se.reservnummer: of Region Värmland
	CLNK                                // se.reservnummer: of Inera Carelink
	DNumber                             // no.fodselsnummer: D number, of people without registered residence
	SystemNumber                        // is.kennitala: kerfiskennitala, which begins with 8 or 9
	Sole                                // se.organisationsnummer: of a sole trader, the person's own number

	Replacement // dk.cpr: replacement number (erstatningspersonnummer), day + 60
	Electronic  // dk.cpr: e-CPR and other administrative numbers with letters
	HNumber     // no.fodselsnummer: H number of a hospital, month + 40
	FHNumber    // no.fodselsnummer: FH number of the health services, beginning with 8 or 9, without a date
	NAV         // no.fodselsnummer: synthetic, of NAV, month + 40
	NHN         // no.fodselsnummer: synthetic, of Norsk helsenett, month + 65
	Tenor       // synthetic, of Skatteetaten's Tenor: no.fodselsnummer with month + 80, no.organisasjonsnummer from 2 or 3
	Temporary   // fi.hetu: individual number 900 to 999, temporary use and tests
	Fictitious  // is.kennitala: gervimaður, a fictitious person of Þjóðskrá
	Prefixed    // se.postnummer: with the country before it, SE-123 45
)

// Synthetic is every series of fictitious people in Norwegian test registers.
const Synthetic = NAV | NHN | Tenor

// OnRequest is every series that is read only when it is asked for.
const OnRequest = Replacement | Electronic | HNumber | FHNumber | Synthetic | Temporary | Fictitious | Prefixed

var seriesNames = [...]string{
	"coordination", "interim", "unknown-birth-date", "sll", "vgr", "liv", "clnk", "d-number", "system", "sole",
	"replacement", "electronic", "h-number", "fh-number", "nav", "nhn", "tenor", "temporary", "fictitious", "prefixed",
}

// String names the series of the set, with commas between, in one order.
func (s Series) String() string {
	var names []string
	for i, name := range seriesNames {
		if s&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ",")
}

// MarshalText is [Series.String], so that the names are in JSON too.
func (s Series) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads names as [ParseSeries] does. Its error does not repeat
// what is none.
func (s *Series) UnmarshalText(names []byte) error {
	set, ok := ParseSeries(string(names))
	if !ok {
		return errNoSeries
	}
	*s = set
	return nil
}

var errNoSeries = errors.New("ident: there is no such series")

// ParseSeries reads what [Series.String] writes: names with commas between.
// The name "synthetic" stands for [Synthetic]. It gives false for a name that
// is not known.
func ParseSeries(s string) (Series, bool) {
	var set Series
	for more := true; more; {
		var name string
		name, s, more = strings.Cut(s, ",")
		one, ok := seriesNamed(strings.TrimFunc(name, func(c rune) bool { return fold(c) == ' ' }))
		if !ok {
			return 0, false
		}
		set |= one
	}
	return set, true
}

func seriesNamed(name string) (Series, bool) {
	switch name {
	case "":
		return 0, true
	case "synthetic":
		return Synthetic, true
	}
	for i, n := range seriesNames {
		if n == name {
			return 1 << i, true
		}
	}
	return 0, false
}
