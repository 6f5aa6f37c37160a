package ident_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/ident"
)

// Only the form of a V-tal is judged.
func ExampleCheck_foVTal() {
	r := ident.Check(ident.VTal, "123.456", ident.Options{})
	fmt.Println(r.Canonical())
	// Output: 123456
}
