package examples_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/ident"
)

// S0-33 to S0-35: what the policy says of the log-in, a program can do. The
// number that the attribute carries becomes the datum that the policy names,
// and cannot be written down on the way.
func TestLartorgetNumberIsConvertedAndForgotten(t *testing.T) {
	d := load(t, "lartorget/policy.yaml")
	datum := d.Datum("personnummer")
	if kind := ident.Kind(datum.NationalNumber); !kind.OfPerson() || kind.Country() != "SE" {
		t.Errorf("the policy names %q, which is no number of a person", kind)
	}
	carried := map[string]ident.Kind{"norEduPersonNIN": ident.NorEduPersonNIN}[datum.Sources[0].Attribute]
	becomes := map[string]ident.Kind{"hsa-id": ident.HSAID}[datum.Transient.Becomes]

	attribute := []byte("190312049802") // a test number of Skatteverket
	number := ident.NewTransient(carried, attribute)
	if _, err := number.MarshalText(); err != ident.ErrTransient {
		t.Errorf("the number can be stored: %v", err)
	}
	id, err := number.Become(becomes, ident.Options{Exact: true}, func(number []byte) (string, error) {
		return "SE2321000016-A2G8", nil
	})
	if err != nil || id != "SE2321000016-A2G8" {
		t.Errorf("got %q, %v", id, err)
	}
	if _, err := number.Become(becomes, ident.Options{}, nil); err != ident.ErrForgotten {
		t.Errorf("the number is kept: %v", err)
	}
	if attribute[0] != 0 {
		t.Error("the attribute still has the number")
	}
}
