package notice_test

import (
	"errors"
	"fmt"
	"os"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
)

var school = &policy.Document{
	ID:        "school",
	Title:     policy.Text{locale.EN: "How the school uses your data"},
	Languages: []locale.Tag{locale.EN},
	Regime:    law.GDPR,
	Parties:   []policy.Party{{ID: "school", Name: policy.Text{locale.Any: "Example School"}, Email: "registrar@school.example"}},
	Purposes:  []policy.Purpose{{ID: "enrol", Title: policy.Text{locale.EN: "Enrolment"}}},
	Activities: []policy.Activity{{
		ID: "enrol", Purposes: []string{"enrol"}, Controllers: []string{"school"},
		Basis: &policy.Basis{Article: "6(1)(b)"},
	}},
}

func Example() {
	d, err := notice.Build(school, notice.Context{Layer: notice.Short, FullURL: "/privacy"})
	if err != nil {
		fmt.Println(err)
		return
	}
	var p notice.Printer
	os.Stdout.Write(p.Text(d))
	// Output:
	// How the school uses your data: the short version
	// ================================================
	//
	// 1. Who is responsible
	// ---------------------
	//
	// The controller is Example School. It decides why and how your personal data
	// are used, and is responsible for that use.
	//
	// 2. What your data are used for
	// ------------------------------
	//
	// - We need the data to perform the contract with you (Article 6(1)(b) of the
	//   GDPR).
	//   - Enrolment
	//
	// 3. Your rights
	// --------------
	//
	// You have the right to:
	//
	// - see the data we hold about you
	// - have wrong data corrected
	// - have data erased
	// - have the use of your data restricted
	// - take your data with you
	// - complain to the supervisory authority
	//
	// 4. Read more or ask us
	// ----------------------
	//
	// Read the full notice </privacy>
}

func ExampleBuild_unknownLanguage() {
	_, err := notice.Build(school, notice.Context{Language: locale.FI})
	var unknown *notice.ContextError
	if errors.As(err, &unknown) {
		fmt.Println(unknown.Field, unknown.Value, unknown.Known)
	}
	// Output: language fi [en]
}
