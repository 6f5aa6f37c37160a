package rights_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
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

// lessons is a policy with a contract and a consent.
var lessons = &policy.Document{
	Regime: law.GDPR, Jurisdiction: "SE", Languages: []locale.Tag{locale.EN},
	Purposes: []policy.Purpose{{ID: "courses", Title: policy.Text{locale.EN: "Courses"}}, {ID: "news", Title: policy.Text{locale.EN: "Newsletter"}}},
	Data:     []policy.Datum{{ID: "email", Label: policy.Text{locale.EN: "e-mail address"}}},
	Activities: []policy.Activity{
		{ID: "courses", Purposes: []string{"courses"}, Basis: &policy.Basis{Article: "6(1)(b)"}, Data: []string{"email"}},
		{ID: "news", Purposes: []string{"news"}, Basis: &policy.Basis{Article: "6(1)(a)"}, Data: []string{"email"}},
	},
}

func ExampleAssess() {
	received, _ := date.Parse("2026-03-05")
	answer, err := rights.Assess(lessons, rights.Request{Right: law.Erasure, Received: received}, received)
	if err != nil {
		fmt.Println(err)
		return
	}
	en := text.In(locale.EN)
	for _, v := range answer.Activities {
		fmt.Println(v.Activity, v.Outcome)
		for _, r := range v.Reasons {
			fmt.Println("  " + r.In(en))
		}
	}
	fmt.Println(answer.Deadline.Due, "or", answer.Deadline.Last)
	// Output:
	// courses judged
	//   We erase the data if we no longer need them for what we collected them for (Article 17(1)(a) of the GDPR).
	// news granted
	//   The use rests on your consent. We erase the data when you withdraw it (Article 17(1)(b) of the GDPR).
	// 2026-04-07 or 2026-06-05
}

func ExampleAnswer_Letter() {
	received, _ := date.Parse("2026-03-05")
	answer, err := rights.Assess(lessons, rights.Request{Right: law.Objection, Received: received, Activities: []string{"news"}}, received)
	if err != nil {
		fmt.Println(err)
		return
	}
	letter, ok := answer.Letter(lessons, rights.Refusal, text.In(locale.EN), "")
	if ok {
		fmt.Print(letter.Text())
	}
	// Output:
	// Why we do not do all that you ask
	//
	// Your request
	//   Right to object
	//
	// What applies
	//   We cannot do what you ask.
	//   The use rests on your consent. You can withdraw it instead (Article 7(3) of
	//   the GDPR).
	//
	// If you are not satisfied
	//   You can complain to the supervisory authority at any time:
	//   Integritetsskyddsmyndigheten (IMY) (Article 77 of the GDPR).
	//   You can also go to court (Article 79 of the GDPR).
}

// store stands for a host's own tables, for one person.
type store map[string][]rights.Entry

func (s store) Held(datum string) ([]rights.Entry, error) { return s[datum], nil }

func ExampleCopyOf() {
	received, _ := date.Parse("2026-03-05")
	answer, err := rights.Assess(lessons, rights.Request{Right: law.Access, Received: received}, received)
	if err != nil {
		fmt.Println(err)
		return
	}
	held := store{"email": {{Value: "elin@mail.example"}}}
	c, err := rights.CopyOf(lessons, &answer, held, text.In(locale.EN))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s\n", c.JSON())
	for _, page := range c.Pages() {
		fmt.Println(page.Name)
	}
	// Output:
	// {"lang":"en","categories":[{"datum":"email","label":"e-mail address","entries":[{"value":"elin@mail.example"}],"purposes":["Courses","Newsletter"],"sources":["From you"]}]}
	// index.html
	// data-1.html
}

// Suggestions that rest on a public task go on until somebody objects.
func ExampleMayProfile() {
	doc := &policy.Document{
		Regime:   law.GDPR,
		Purposes: []policy.Purpose{{ID: "suggestions"}},
		Activities: []policy.Activity{{
			ID: "suggestions", Purposes: []string{"suggestions"}, Basis: &policy.Basis{Article: "6(1)(e)"}, Profiling: &policy.Profiling{},
		}},
	}
	objection := rights.Event{Kind: rights.Objected, On: date.Date{Year: 2026, Month: 3, Day: 10}}
	for _, day := range []int{9, 10} {
		p := rights.MayProfile(doc, "suggestions", []rights.Event{objection}, date.Date{Year: 2026, Month: 3, Day: day})
		fmt.Println(p.May, p.Uses[0].Why.In(text.In(locale.EN)))
	}
	// Output:
	// true We may make a profile of you for this. You can object at any time (Article 21(1) of the GDPR).
	// false We make no profile of you for this, since you have said no (Article 21(1) of the GDPR).
}
