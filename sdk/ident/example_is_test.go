package ident_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/ident"
)

// Þjóðskrá asks everyone to test with its numbers without check digit.
func ExampleCheck_isKennitala() {
	number := ident.Check(ident.Kennitala, "020980-4299", ident.Options{})
	birth, _ := number.BirthDate()
	fmt.Println(number.Valid(), number.Canonical(), birth)

	old := ident.Check(ident.Kennitala, "020980-4299", ident.Options{Modulus11: true})
	fmt.Println(old)
	// Output:
	// true 0209804299 1980-09-02
	// is.kennitala: checksum (number redacted)
}

// Gervimaður Ameríka is made up, and read only where the program asks for such
// people.
func ExampleCheck_isGervimadur() {
	fmt.Println(ident.Check(ident.Kennitala, "010130-2989", ident.Options{}).Valid())
	fmt.Println(ident.Check(ident.Kennitala, "010130-2989", ident.Options{Accept: ident.Fictitious}).Series)
	// Output:
	// false
	// fictitious
}

func ExampleCheck_isKennitalaOfCompany() {
	// Two days after the end of February 1969, and yet in use.
	number := ident.Check(ident.KennitalaOfCompany, "700269-4509", ident.Options{})
	fmt.Println(number.Valid(), number.Canonical())
	fmt.Println(ident.Check(ident.Kennitala, "700269-4509", ident.Options{}).Reason)
	// Output:
	// true 7002694509
	// ident: the number has a date that is in no calendar
}
