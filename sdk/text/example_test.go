package text_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

func ExampleIn() {
	sv := text.In("sv-FI")
	fmt.Println(sv.Name, sv.Country("FI"))
	fmt.Println(locale.Format(sv.Notice.ShortTitle, locale.Arg{Name: "title", Value: "Kurser"}))
	fmt.Println(text.In("de") == nil)
	// Output:
	// svenska Finland
	// Kurser – i korthet
	// true
}

func Example() {
	for _, tag := range text.Languages {
		fmt.Println(text.In(tag).Notice.Rights)
	}
	// Output:
	// Dina rättigheter
	// Dine rettigheder
	// Rettighetene dine
	// Rettane dine
	// Oikeutesi
	// Réttindi þín
	// Your rights
}
