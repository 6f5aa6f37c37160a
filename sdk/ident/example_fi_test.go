package ident_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/ident"
)

// Y is one of the signs in use since 2023. Temporary numbers, as those of
// people who exist in tests only, are read when asked for.
func ExampleCheck_fiHETU() {
	r := ident.Check(ident.HETU, "010594Y9032", ident.Options{})
	fmt.Println(r.Reason.Code())
	r = ident.Check(ident.HETU, "010594y9032", ident.Options{Accept: ident.Temporary})
	birth, _ := r.BirthDate()
	fmt.Println(r.Canonical(), birth)
	// Output:
	// series
	// 010594Y9032 1994-05-01
}

func ExampleCheck_fiYTunnus() {
	r := ident.Check(ident.YTunnus, "20774740", ident.Options{})
	fmt.Println(r.Canonical())
	// Output: 2077474-0
}
