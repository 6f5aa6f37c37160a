package consent_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ident"
)

func TestPseudonymsByChance(t *testing.T) {
	for subject, want := range map[string]bool{
		"7d9f2c0e-55aa-4d7e-8f2c-000000000001": true, "0123456789abcdefABCD": true, "0123456789abcdefABC": false, "": false,
		"19811218-9876": false, "anna@example.com-0000-0000-0000": false, "19811218 9876 19811218 9876 0": false,
	} {
		if got := consent.IsByChance(subject); got != want {
			t.Errorf("%q is by chance: %v", subject, got)
		}
	}
}

// What passes for a pseudonym by chance is no identity number of any kind.
func FuzzPseudonymsByChance(f *testing.F) {
	f.Add("7d9f2c0e-55aa-4d7e-8f2c-000000000001")
	f.Add("19811218-9876-------")
	f.Fuzz(func(t *testing.T, subject string) {
		if !consent.IsByChance(subject) {
			return
		}
		for _, kind := range ident.Kinds() {
			if kind.OfPerson() && ident.Check(kind, subject, ident.Options{Accept: ident.OnRequest}).Valid() {
				t.Errorf("it is a %s", kind)
			}
		}
	})
}
