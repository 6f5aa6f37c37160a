package cite_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

func ExampleWriter_Article() {
	for _, tag := range []locale.Tag{locale.EN, locale.SV, locale.FI} {
		fmt.Println(cite.In(law.GDPR, text.In(tag)).Article("6(1)(e)"))
	}
	// Output:
	// Article 6(1)(e) of the GDPR
	// artikel 6.1 e i dataskyddsförordningen
	// yleisen tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohta
}

func ExampleWriter_Basis() {
	fmt.Println(cite.In(law.EUDPR, text.In(locale.EN)).Basis("5(1)(a)"))
	fmt.Println(cite.In(law.GDPR, text.In(locale.EN)).Condition("9(2)(a)"))
	// Output:
	// We carry out a task in the public interest or exercise official authority (Article 5(1)(a) of Regulation (EU) 2018/1725).
	// You have given explicit consent (Article 9(2)(a) of the GDPR).
}
