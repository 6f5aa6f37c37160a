package ident_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/ident"
)

// Only the form of a PIC is judged.
func ExampleCheck_euPIC() {
	r := ident.Check(ident.PIC, "999 990 239", ident.Options{})
	fmt.Println(r.Canonical())
	r = ident.Check(ident.PIC, "99999023", ident.Options{})
	fmt.Println(r.Reason.Code())
	// Output:
	// 999990239
	// length
}
