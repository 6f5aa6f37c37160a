package lint_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

func ExampleCheck() {
	doc := &policy.Document{
		Version:       "1",
		EffectiveFrom: date.Date{Year: 2026, Month: 9, Day: 1},
		Updates:       policy.Text{locale.EN: "We e-mail you before anything important changes."},
		Languages:     []locale.Tag{locale.EN},
		Regime:        law.GDPR,
		Jurisdiction:  "SE",
		Parties:       []policy.Party{{ID: "evening-school", Name: policy.Text{locale.EN: "The Evening School"}}},
		Data:          []policy.Datum{{ID: "email", Label: policy.Text{locale.EN: "e-mail address"}}},
		Purposes:      []policy.Purpose{{ID: "enrol", Title: policy.Text{locale.EN: "Enrolment"}, Text: policy.Text{locale.EN: "We book your place on the course."}}},
		Retention:     []policy.Retention{{ID: "after-course", Trigger: policy.CourseEnd, Period: date.Period{Months: 6}, Owner: "evening-school"}},
		Activities: []policy.Activity{{
			ID: "enrolment", Purposes: []string{"enrol"}, Controllers: []string{"evening-shcool"},
			Data: []string{"email"}, Retention: []string{"after-course"}, Necessity: policy.Voluntary,
		}},
	}
	for _, f := range lint.Check(doc) {
		fmt.Println(f)
		fmt.Println("   ", f.Path, f.Cites)
	}
	// Output:
	// error: activity "enrolment" has no legal basis [activity-basis-missing]
	//     /activities/0/basis [Article 13(1)(c) of the GDPR Article 6(1) of the GDPR]
	// error: no party has the id "evening-shcool"; did you mean "evening-school"? [reference-dangling]
	//     /activities/0/controllers/0 [Article 12(1) of the GDPR]
}

// A policy from a file has positions as well.
func ExampleCheck_file() {
	file := policyfile.Parse("policy.yaml", []byte(`effectiveFrom: 2026-09-01
languages: [sv]
regime: SE-PUL
jurisdiction: SE
version: "1"
updates: {sv: Vi mejlar dig innan något viktigt ändras.}
`))
	for _, f := range file.Place(append(file.Findings, lint.Check(file.Doc)...)) {
		fmt.Println(f)
	}
	// Output:
	// policy.yaml:3:9: error: "SE-PUL" is no longer in force: its last day was 2018-05-24 [act-repealed]
}

func ExampleCheckAt() {
	doc := &policy.Document{
		Version:       "1",
		EffectiveFrom: date.Date{Year: 2018, Month: 1, Day: 1},
		Updates:       policy.Text{locale.SV: "Vi mejlar dig innan något viktigt ändras."},
		Languages:     []locale.Tag{locale.SV},
		Regime:        law.PUL,
		Jurisdiction:  "SE",
	}
	fmt.Println("then:", len(lint.Check(doc)))
	for _, f := range lint.CheckAt(doc, date.Date{Year: 2026, Month: 1, Day: 1}) {
		fmt.Println("now:", f)
	}
	// Output:
	// then: 0
	// now: error: "SE-PUL" is no longer in force: its last day was 2018-05-24 [act-repealed]
}

func ExampleExplain() {
	r, ok := lint.Explain("activity-retention-missing")
	fmt.Println(ok, r.Title)
	fmt.Println(r.Avoid)
	fmt.Println("rests on Article", r.Cites[0].GDPR)
	// Output:
	// true An activity does not say when its data go
	// activities:
	//   - id: enrolment
	//     data: [name, email]
	// rests on Article 13(2)(a)
}
