package ident_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
)

// A CPR number need not pass the check by modulus 11, and the test numbers of
// MedCom do not.
func ExampleCheck_dkCPR() {
	number := ident.Check(ident.CPR, "251248-9996", ident.Options{})
	birth, _ := number.BirthDate()
	fmt.Println(number.Valid(), number.Canonical(), birth)

	old := ident.Check(ident.CPR, "251248-9996", ident.Options{Modulus11: true})
	fmt.Println(old)
	// Output:
	// true 2512489996 1948-12-25
	// dk.cpr: checksum (number redacted)
}

// The health service has numbers with letters for people without CPR number;
// a form that serves them must ask for those. They tell no date of birth.
func ExampleCheck_dkCPRWithLetters() {
	const published = "0703921VJ4" // an example of HL7 Denmark
	fmt.Println(ident.Check(ident.CPR, published, ident.Options{}))

	number := ident.Check(ident.CPR, published, ident.Options{Accept: ident.Replacement | ident.Electronic})
	_, told := number.BirthDate()
	fmt.Println(number.Valid(), number.Series, told)
	// Output:
	// dk.cpr: series (number redacted)
	// true electronic false
}

// With a day to judge by, nobody is born after it.
func ExampleCheck_dkCPRInTheFuture() {
	today := date.Date{Year: 2026, Month: 11, Day: 21}
	fmt.Println(ident.Check(ident.CPR, "010130-4000", ident.Options{AsOf: today}).Reason)
	// Output: ident: the number has a date of birth in the future
}

func ExampleCheck_dkCVR() {
	number := ident.Check(ident.CVR, "DK 13 58 56 28", ident.Options{})
	fmt.Println(number.Valid(), number.Canonical())
	// Output: true 13585628
}
