package policy_test

import (
	"slices"
	"testing"

	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/policy"
)

func TestNationalNumbers(t *testing.T) {
	kinds := policy.NationalNumbers()
	for _, kind := range []ident.Kind{ident.Personnummer, ident.NorEduPersonNIN, ident.CPR, ident.Kennitala} {
		if !slices.Contains(kinds, string(kind)) {
			t.Errorf("a policy may not name %s", kind)
		}
	}
	for _, kind := range []ident.Kind{ident.Postnummer, ident.CVR, ident.HSAID, ident.VTal, ident.PIC, ident.KennitalaOfCompany} {
		if slices.Contains(kinds, string(kind)) {
			t.Errorf("a policy may name %s", kind)
		}
	}
}
