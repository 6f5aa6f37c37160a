package ident_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
)

// The century of a number with a year of two digits is counted back from a day.
func ExampleCheck_sePersonnummer() {
	day, _ := date.Parse("2026-11-21")
	r := ident.Check(ident.Personnummer, "031204+9802", ident.Options{AsOf: day})
	birth, _ := r.BirthDate()
	fmt.Println(r.Canonical(), birth)
	// Without a day the number is valid, and the century is not told; the sign
	// stays, since with a hyphen the number is somebody else's.
	r = ident.Check(ident.Personnummer, "031204+9802", ident.Options{})
	_, told := r.BirthDate()
	fmt.Println(r.Canonical(), told)
	// Output:
	// 190312049802 1903-12-04
	// 031204+9802 false
}

// Month 00 and day 60 say that the date of birth is not known.
func ExampleCheck_seSamordningsnummer() {
	r := ident.Check(ident.Samordningsnummer, "19800060-2394", ident.Options{})
	_, told := r.BirthDate()
	fmt.Println(r.Valid(), r.Series, told)
	// Output: true unknown-birth-date false
}

func ExampleCheck_seInterimspersonnummer() {
	r := ident.Check(ident.Interimspersonnummer, "20000101-T220", ident.Options{})
	fmt.Println(r.Canonical())
	// A letter that Ladok and NyA do not use.
	r = ident.Check(ident.Interimspersonnummer, "20000101-E220", ident.Options{})
	fmt.Println(r.Reason.Code())
	// Output:
	// 20000101T220
	// characters
}

// The series is the region's.
func ExampleCheck_seReservnummer() {
	for _, number := range []string{"991981000010", "19930829X802", "19450829-SF2B", "198108320014"} {
		r := ident.Check(ident.Reservnummer, number, ident.Options{})
		fmt.Println(r.Canonical(), r.Series)
	}
	// Output:
	// 991981000010 sll
	// 19930829X802 vgr
	// 19450829SF2B liv
	// 198108320014 clnk
}

// A sole trader's number is a person's: the series tells.
func ExampleCheck_seOrganisationsnummer() {
	r := ident.Check(ident.Organisationsnummer, "16202100-5448", ident.Options{})
	fmt.Println(r.Canonical(), r.Series == ident.Sole)
	r = ident.Check(ident.Organisationsnummer, "510217-9974", ident.Options{})
	fmt.Println(r.Canonical(), r.Series == ident.Sole)
	// Output:
	// 2021005448 false
	// 5102179974 true
}

func ExampleCheck_seHSAID() {
	r := ident.Check(ident.HSAID, "se2321000016-A2G8", ident.Options{})
	fmt.Println(r.Canonical())
	// Output: SE2321000016-A2G8
}

// The attribute of a log-in has twelve characters and no separator.
func ExampleCheck_norEduPersonNIN() {
	for _, value := range []string{"190312049802", "202601612381", "20000101T220", "19031204-9802"} {
		r := ident.Check(ident.NorEduPersonNIN, value, ident.Options{Exact: true})
		fmt.Printf("%s %q\n", r.Reason.Code(), r.Series)
	}
	// Output:
	// ok ""
	// ok "coordination"
	// ok "interim"
	// separator ""
}

func ExampleCheck_sePostnummer() {
	r := ident.Check(ident.Postnummer, "SE-123 45", ident.Options{Accept: ident.Prefixed})
	fmt.Println(r.Canonical())
	// Output: 12345
}
