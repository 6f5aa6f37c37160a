package policy

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/ident"
)

// NationalNumbers lists what [Datum].NationalNumber may be: the kinds of number
// of natural persons that package ident reads (GDPR Article 87).
func NationalNumbers() []string {
	var kinds []string
	for _, kind := range ident.Kinds() {
		if kind.OfPerson() {
			kinds = append(kinds, string(kind))
		}
	}
	return kinds
}

// Numbers lists what [Field].Numbers may hold: every kind of number that
// package ident reads.
func Numbers() []string {
	var kinds []string
	for _, kind := range ident.Kinds() {
		kinds = append(kinds, string(kind))
	}
	return kinds
}

// NumberSeries lists what [Field].Series may hold: the series of numbers that
// package ident reads only on request, and "synthetic" for those of Norwegian
// test registers. A postal code is taken with its country before it anyway.
func NumberSeries() []string {
	return append(strings.Split((ident.OnRequest&^ident.Prefixed).String(), ","), "synthetic")
}
