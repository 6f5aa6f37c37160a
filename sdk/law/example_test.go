package law_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
)

// The same citation means different things under different regimes.
func ExampleBasisOf() {
	basis, ok := law.BasisOf(law.EUDPR, "artikkel 5(1)(a)")
	fmt.Println(basis, ok)
	basis, ok = law.BasisOf(law.GDPR, "artikkel 5(1)(a)")
	fmt.Println(basis, ok)
	// Output:
	// public-task true
	//  false
}

func ExampleArticle() {
	number, _ := law.Article(law.EUDPR, "15")
	fmt.Println("the right of access is Article", number)
	_, ok := law.Article(law.EUDPR, "6(1)(f)")
	fmt.Println("legitimate interests:", ok)
	// Output:
	// the right of access is Article 17
	// legitimate interests: false
}

// A consent is judged by the age that held on its own day.
func ExampleConsentAge() {
	for _, at := range []date.Date{{Year: 2023, Month: 12, Day: 31}, {Year: 2024, Month: 1, Day: 1}} {
		age, _ := law.ConsentAge("DK", at)
		fmt.Println(at, age.Years)
	}
	// Output:
	// 2023-12-31 13
	// 2024-01-01 15
}

func ExampleFind() {
	act, _ := law.Find(law.PUL)
	fmt.Println(act.Title, act.InForce(date.Date{Year: 2024, Month: 1, Day: 1}))
	// Output:
	// Personuppgiftslag (1998:204) false
}

func ExampleApplies() {
	e, _ := law.Applies(law.GDPR, law.Portability, law.PublicTask)
	fmt.Println(e.Extent, e.Provision)
	e, _ = law.Applies(law.GDPR, law.ObjectionMarketing, law.Consent)
	fmt.Println(e.Extent, e.Provision)
	// Output:
	// no 20(3)
	// absolute 21(3)
}

func ExampleAuthorityFor() {
	a, _ := law.AuthorityFor("FI", law.GDPR, date.Date{Year: 2026, Month: 1, Day: 1})
	fmt.Println(a.NameIn("sv"), a.URL)
	// Output:
	// Dataombudsmannens byrå https://tietosuoja.fi
}

func ExampleTerm() {
	term, _ := law.Term("dpo", "nn")
	fmt.Println(term.Preferred)
	// Output:
	// personvernombod
}

func ExampleNormalise() {
	fmt.Println(law.Normalise("artikel 6.1 e"), law.Normalise("§ 10 a"))
	// Output:
	// 6(1)(e) 10 § a
}
