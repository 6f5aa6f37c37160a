package accept_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/accept"
	"github.com/lagrum/lagrum/sdk/locale"
)

func ExampleLanguage() {
	supported := []locale.Tag{locale.SV, locale.NB, locale.EN}
	fmt.Println(accept.Language("nn-NO, en;q=0.8", supported))
	fmt.Println(accept.Language("de", supported))
	// Output:
	// nb
	// sv
}

func ExampleType() {
	fmt.Println(accept.Type("application/json, text/*;q=0.5", "text/html", "application/json"))
	fmt.Printf("%q\n", accept.Type("image/png", "text/html"))
	// Output:
	// application/json
	// ""
}
