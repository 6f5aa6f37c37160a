package policy_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A policy built in Go: one activity, with its legal basis.
func Example() {
	doc := &policy.Document{
		ID: "evening-school", Regime: law.GDPR, Jurisdiction: "SE",
		Languages: []locale.Tag{locale.SV, locale.EN},
		Parties:   []policy.Party{{ID: "school", Name: policy.Text{locale.Any: "Kvällsskolan"}}},
		Purposes:  []policy.Purpose{{ID: "enrolment", Title: policy.Text{locale.SV: "Anmälan", locale.EN: "Enrolment"}}},
		Activities: []policy.Activity{{
			ID: "enrolment", Purposes: []string{"enrolment"}, Controllers: []string{"school"},
			Basis: &policy.Basis{Article: "6(1)(b)"},
		}},
	}
	a := &doc.Activities[0]
	fmt.Println(doc.Purpose(a.Purposes[0]).Title.In(locale.SV))
	fmt.Println(doc.Party(a.Controllers[0]).Name.In(locale.SV))
	fmt.Println(law.BasisOf(doc.Regime, a.Basis.Article))
	// Output:
	// Anmälan
	// Kvällsskolan
	// contract true
}

// Walk visits every reference of a policy, so that a rule about references
// cannot forget a field.
func ExampleDocument_Walk() {
	doc := &policy.Document{Activities: []policy.Activity{{ID: "enrolment", Controllers: []string{"school"}, Data: []string{"name"}}}}
	doc.Walk(policy.Visitor{Reference: func(path diag.Path, kind, id string) {
		fmt.Println(path, "refers to", kind, id)
	}})
	// Output:
	// /activities/0/controllers/0 refers to party school
	// /activities/0/data/0 refers to datum name
}

// Visible decides what a viewer sees, and says by which rule.
func ExampleVisible() {
	doc := &policy.Document{
		Data: []policy.Datum{{ID: "name"}, {ID: "photo"}, {ID: "address"}},
		Visibility: []policy.Visibility{
			{ID: "class-list", Audience: policy.SameCourse, Data: []string{"name"}},
			{ID: "team-page", Audience: policy.Public, Data: []string{"photo"}, Condition: policy.Text{locale.EN: "only if you have chosen it"}},
		},
	}
	visitor := policy.Viewer{Audience: policy.Public}
	fellow := policy.Viewer{Audience: policy.SameCourse, Person: policy.Person{Met: []string{"team-page"}}}
	for _, viewer := range []policy.Viewer{visitor, fellow} {
		for _, datum := range []string{"name", "photo", "address"} {
			s := policy.Visible(doc, datum, viewer)
			fmt.Printf("%s sees %s: %v, %s %q\n", viewer.Audience, datum, s.Shown, s.Why, s.Path)
		}
	}
	// Output:
	// public sees name: false, not-audience "/visibility/0"
	// public sees photo: false, condition "/visibility/1"
	// public sees address: false, no-rule ""
	// same-course sees name: true, audience "/visibility/0"
	// same-course sees photo: true, audience "/visibility/1"
	// same-course sees address: false, no-rule ""
}

// A list leaves out whoever shows nothing, such as people with a protected
// identity, and does not count them either.
func ExampleVisibleData() {
	doc := &policy.Document{
		Data:       []policy.Datum{{ID: "name"}, {ID: "address"}},
		Visibility: []policy.Visibility{{ID: "class-list", Audience: policy.SameCourse, Data: []string{"name"}}},
	}
	for _, pupil := range []policy.Person{{}, {Protected: true}} {
		fmt.Println(policy.VisibleData(doc, policy.Viewer{Audience: policy.SameCourse, Person: pupil}))
	}
	// Output:
	// [name]
	// []
}
