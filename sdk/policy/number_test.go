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

func TestNumberSeries(t *testing.T) {
	for _, name := range policy.NumberSeries() {
		if series, ok := ident.ParseSeries(name); !ok || series&^ident.OnRequest != 0 || series == 0 {
			t.Errorf("%q is no series that is read on request", name)
		}
	}
	for _, name := range []string{"replacement", "temporary", "tenor", "synthetic"} {
		if !slices.Contains(policy.NumberSeries(), name) {
			t.Errorf("a policy may not name %q", name)
		}
	}
}
