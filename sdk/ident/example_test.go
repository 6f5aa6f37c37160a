package ident_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
)

// The numbers are test numbers that the registers have published.

func ExampleCheck() {
	day, _ := date.Parse("2026-11-21")
	opts := ident.Options{AsOf: day}

	r := ident.Check(ident.Personnummer, "090527+1474", opts)
	born, _ := r.BirthDate()
	fmt.Println(r.Valid(), born)

	r = ident.Check(ident.Personnummer, "090527+1475", opts)
	fmt.Println(r.Valid(), r.Reason.Code(), "-", r.Err())
	// Output:
	// true 1909-05-27
	// false checksum - ident: the check digit does not fit the other digits
}

// Many who are asked for a personnummer have a samordningsnummer instead.
func ExampleCheckAny() {
	r := ident.CheckAny("19730288-9931", ident.Options{}, ident.Personnummer, ident.Samordningsnummer)
	fmt.Println(r.Valid(), r.Kind)
	// Output: true se.samordningsnummer
}

// Two spellings of a number are one number.
func ExampleResult_Canonical() {
	day, _ := date.Parse("2026-11-21")
	for _, typed := range []string{"090527+1474", "1909 05 27 – 1474"} {
		fmt.Println(ident.Check(ident.Personnummer, typed, ident.Options{AsOf: day}).Canonical())
	}
	// Output:
	// 190905271474
	// 190905271474
}

// The made-up people of a test register are let in where tests run.
func ExampleParseSeries() {
	series, ok := ident.ParseSeries("tenor")
	fmt.Println(series, ok)

	const ofTenor = "30908299902" // published by Skatteetaten
	fmt.Println(ident.Check(ident.Fodselsnummer, ofTenor, ident.Options{}))
	fmt.Println(ident.Check(ident.Fodselsnummer, ofTenor, ident.Options{Accept: series}))
	// Output:
	// tenor true
	// no.fodselsnummer: series (number redacted)
	// no.fodselsnummer: ok (number redacted)
}

// A log-in brings a number that the service may not keep.
func ExampleTransient() {
	attribute := []byte("190312049802")
	login := struct{ number ident.Transient }{ident.NewTransient(ident.NorEduPersonNIN, attribute)}

	fmt.Println(login.number)
	_, err := login.number.MarshalJSON()
	fmt.Println(err)
	fmt.Println(attribute[0]) // the bytes are overwritten
	// Output:
	// transient number (redacted)
	// ident: a transient number is neither written nor read
	// 0
}

func ExampleTransient_Become() {
	// directory stands for the service that knows who has which HSA-ID.
	directory := func(number []byte) (string, error) {
		if string(number) == "190312049802" {
			return "SE2321000016-A2G8", nil
		}
		return "", fmt.Errorf("nobody has the number %s", number)
	}

	number := ident.NewTransient(ident.NorEduPersonNIN, []byte("190312049802"))
	fmt.Println(number.Become(ident.HSAID, ident.Options{}, directory))
	fmt.Println(number.Become(ident.HSAID, ident.Options{}, directory))

	other := ident.NewTransient(ident.NorEduPersonNIN, []byte("202601612381"))
	fmt.Println(other.Become(ident.HSAID, ident.Options{}, directory))
	// Output:
	// SE2321000016-A2G8 <nil>
	//  ident: the transient number is no longer held
	//  ident: the transient number could not be converted
}
