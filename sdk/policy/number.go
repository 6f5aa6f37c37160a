package policy

import "github.com/lagrum/lagrum/sdk/ident"

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
