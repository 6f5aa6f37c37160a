package form_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

func ExamplePrinter_HTML() {
	doc := &policy.Document{
		Languages: []locale.Tag{locale.DA},
		Data:      []policy.Datum{{ID: "email", Term: "pd:EmailAddress", Label: policy.Text{locale.DA: "e-mailadresse"}}},
		Forms: []policy.Form{{
			ID: "news", Title: policy.Text{locale.DA: "Nyhedsbrev"},
			Fields: []policy.Field{{Datum: "email", Required: true}},
		}},
	}
	d, err := form.Derive(doc, "news", form.Context{})
	if err != nil {
		fmt.Println(err)
		return
	}
	p := form.Printer{Action: "/news", HeadingLevel: 2}
	fmt.Printf("%s", p.HTML(d, form.State{}))
	// Output:
	// <section class="lagrum-form" lang="da" aria-labelledby="form-_title">
	// <h2 id="form-_title">Nyhedsbrev</h2>
	// <form method="post" action="/news" accept-charset="utf-8" novalidate>
	// <div class="lagrum-field">
	// <div class="lagrum-ask">
	// <label for="form-email">E-mailadresse</label>
	// <input type="email" id="form-email" name="email" autocomplete="email" inputmode="email" spellcheck="false">
	// </div>
	// </div>
	// <p class="lagrum-website" aria-hidden="true"><label for="form-_website">Lad dette felt stå tomt</label> <input type="text" id="form-_website" name="lagrum-website" tabindex="-1" autocomplete="off"></p>
	// <p class="lagrum-submit"><button type="submit">Send</button></p>
	// </form>
	// </section>
}
