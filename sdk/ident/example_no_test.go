package ident_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
)

// The people of Tenor, Skatteetaten's test register, are synthetic: nobody has
// their numbers. They are read only where the program asks for them.
func ExampleCheck_noFodselsnummer() {
	const published = "05840399895"
	fmt.Println(ident.Check(ident.Fodselsnummer, published, ident.Options{}))

	number := ident.Check(ident.Fodselsnummer, published, ident.Options{Accept: ident.Synthetic})
	birth, _ := number.BirthDate()
	fmt.Println(number.Valid(), number.Series, birth)
	// Output:
	// no.fodselsnummer: series (number redacted)
	// true tenor 2003-04-05
}

func ExampleCheck_noDNumber() {
	number := ident.Check(ident.Fodselsnummer, "579120 75186", ident.Options{Accept: ident.Tenor})
	birth, _ := number.BirthDate()
	fmt.Println(number.Valid(), number.Series, number.Canonical(), birth)
	// Output: true d-number,tenor 57912075186 2020-11-17
}

// The example of Skatteetaten for numbers given out from 2032: it tells no
// date of birth.
func ExampleCheck_noFodselsnummerFrom2032() {
	day := date.Date{Year: 2033, Month: 1, Day: 1}
	number := ident.Check(ident.Fodselsnummer, "02013299903", ident.Options{AsOf: day})
	_, told := number.BirthDate()
	fmt.Println(number.Valid(), told)
	// Output: true false
}

func ExampleCheck_noOrganisasjonsnummer() {
	number := ident.Check(ident.Organisasjonsnummer, "975 278 921", ident.Options{})
	fmt.Println(number.Valid(), number.Canonical())
	// Output: true 975278921
}
