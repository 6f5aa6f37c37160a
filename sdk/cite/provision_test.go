package cite_test

import (
	"fmt"
	"testing"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

func ExampleProvision() {
	doc := &policy.Document{
		Regime: law.GDPR,
		Acts:   []policy.Act{{ID: "SE-HSL", Number: "2017:30", Title: policy.Text{locale.EN: "the Health and Medical Services Act"}}},
	}
	fmt.Println(cite.Provision(doc, &policy.Citation{Act: "SE-HSL", Section: "5 kap. 1 §"}, text.In(locale.EN)))
	fmt.Println(cite.Provision(doc, &policy.Citation{Act: law.GDPR, Section: "6(3)"}, text.In(locale.EN)))
	// Output:
	// the Health and Medical Services Act (2017:30), 5 kap. 1 §
	// Article 6(3) of the GDPR
}

func TestProvision(t *testing.T) {
	doc := &policy.Document{Regime: law.GDPR}
	for _, tt := range []struct {
		c    policy.Citation
		want string
	}{
		{policy.Citation{Act: "SE-SKOL", Section: "26 a kap. 4 §"}, "Skollag (2010:800), 26 a kap. 4 §"},
		{policy.Citation{Act: "SE-SKOL"}, "Skollag (2010:800)"},
		{policy.Citation{Act: "XX-NONE", Section: "1 §"}, ""},
	} {
		if got := cite.Provision(doc, &tt.c, text.In(locale.SV)); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.c, got, tt.want)
		}
	}
}
