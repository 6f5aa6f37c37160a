package bind_test

import (
	"encoding/json"
	"fmt"
	"log"
	"net/url"

	"github.com/go-playground/validator/v10"

	"github.com/lagrum/lagrum/sdk/bind"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

const source = `
id: courses
version: "1"
languages: [en]
regime: EU-GDPR
data:
  - {id: name, label: {en: name}, term: "pd:Name"}
  - {id: diet, label: {en: diet}, reveals: [{category: health, strength: strong}]}
purposes:
  - {id: enrol, title: {en: Enrolment}}
activities:
  - id: enrolment
    purposes: [enrol]
    basis: {article: 6(1)(b)}
    data: [name]
    retention: [year]
retention:
  - {id: year, trigger: course-end, period: P1Y}
consents:
  - {id: newsletter, purposes: [enrol], text: {en: Send me the newsletter.}}
forms:
  - id: enrolment
    fields:
      - {datum: name, required: true}
      - {datum: diet}
      - {consent: newsletter, required: true}
`

var doc = policyfile.Parse("policy.yaml", []byte(source)).Doc

// In a unit test t is the *testing.T, and the test fails. Here it prints.
func ExampleCovered() {
	type Enrolment struct {
		Name     string `lagrum:"name"`
		Diet     string `lagrum:"diet"`
		ShoeSize string
	}
	var t printer
	bind.Covered(t, doc, Enrolment{})
	// Output:
	// Enrolment.Diet: no activity uses the datum "diet": name it in the activity that needs it, or take the field away; Article 5(1)(b) of the GDPR [struct-datum-unused]
	// Enrolment.ShoeSize: it has no tag: write lagrum:"…" with the id of its datum, or "-" if it holds nothing of a person [struct-field-untagged]
}

type printer struct{}

func (printer) Helper()                           {}
func (printer) Errorf(format string, args ...any) { fmt.Printf(format+"\n", args...) }

func ExampleDecode() {
	type Enrolment struct {
		Name       string      `lagrum:"name" json:"name"`
		Newsletter bind.Answer `lagrum:"consent=newsletter" json:"newsletter"`
	}
	d, err := form.Derive(doc, "enrolment", form.Context{Language: locale.EN})
	if err != nil {
		log.Fatal(err)
	}
	for _, sent := range []url.Values{
		{"name": {"Elin Exempel"}},
		{"name": {" Elin Exempel "}, "newsletter": {"no"}},
	} {
		var e Enrolment
		problems, err := bind.Decode(d, sent, today, &e)
		if err != nil {
			log.Fatal(err) // the struct does not fit the form
		}
		for _, p := range problems {
			fmt.Println(p.Field, "-", p.Message)
		}
		if len(problems) == 0 {
			kept, _ := json.Marshal(e)
			fmt.Println(string(kept))
		}
	}
	// Output:
	// newsletter - Answer yes or no: Send me the newsletter.
	// {"name":"Elin Exempel","newsletter":"no"}
}

func ExampleRegister() {
	v := validator.New(validator.WithRequiredStructEnabled())
	if err := bind.Register(v); err != nil {
		log.Fatal(err)
	}
	type Enrolment struct {
		Number     string      `validate:"omitempty,se_personnummer|se_samordningsnummer"`
		Newsletter bind.Answer `validate:"consent"`
	}
	fmt.Println(v.Struct(Enrolment{Number: "19970131-2390", Newsletter: bind.No}))
	fmt.Println(v.Struct(Enrolment{Number: "19970131-2391"}))
	// Output:
	// <nil>
	// Key: 'Enrolment.Number' Error:Field validation for 'Number' failed on the 'se_personnummer|se_samordningsnummer' tag
	// Key: 'Enrolment.Newsletter' Error:Field validation for 'Newsletter' failed on the 'consent' tag
}
