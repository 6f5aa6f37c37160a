package rights_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

func ExampleOf() {
	doc := &policy.Document{
		Regime: law.GDPR,
		Activities: []policy.Activity{
			{ID: "teaching", Basis: &policy.Basis{Article: "6(1)(e)"}},
			{ID: "photographs", Basis: &policy.Basis{Article: "6(1)(a)"}},
		},
	}
	for _, g := range rights.Of(doc) {
		if g.Everywhere {
			fmt.Printf("%s, Article %s\n", g.Right, g.Article)
			continue
		}
		for _, i := range g.Activities {
			fmt.Printf("%s, Article %s, only for %s\n", g.Right, g.Article, doc.Activities[i].ID)
		}
	}
	// Output:
	// information, Article 13
	// access, Article 15
	// rectification, Article 16
	// erasure, Article 17
	// restriction, Article 18
	// notification, Article 19
	// portability, Article 20, only for photographs
	// objection, Article 21(1), only for teaching
	// withdraw-consent, Article 7(3), only for photographs
	// complaint, Article 77
}
