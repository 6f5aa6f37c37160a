package consent_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/text"
)

const lunch = `
id: lunch
title: {en: How we use your data}
version: "1"
languages: [en]
regime: EU-GDPR
jurisdiction: SE
effectiveFrom: 2026-09-01
parties: [{id: school, name: Example School}]
subjects: [{id: guest, label: {en: guests}}]
data: [{id: allergies, label: {en: allergies}, special: health}]
purposes: [{id: food, title: {en: Food}, text: {en: We order food that you can eat.}}]
activities:
  - {id: food, purposes: [food], controllers: [school], subjects: [guest], data: [allergies], consents: [allergies],
     basis: {article: 6(1)(a)}, specialGround: {article: 9(2)(a)}}
consents:
  - id: allergies
    kind: explicit
    purposes: [food]
    data: [allergies]
    text: {en: "I explicitly consent to Example School using my data on allergies to order food for me."}
    withdraw: {en: Follow the link in your receipt.}
forms:
  - {id: enrolment, fields: [{id: may-use, consent: allergies}, {datum: allergies}]}
`

// hash is the host's, as the core has none.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// load reads a policy and derives its form.
func load() (*policy.Document, *form.Definition) {
	doc := policyfile.Parse("lunch.yaml", []byte(lunch)).Doc
	d, err := form.Derive(doc, "enrolment", form.Context{Sum: hash})
	if err != nil {
		panic(err)
	}
	return doc, d
}

// box is what a host knows of a box that somebody ticked. What was shown comes
// from the page that was sent, not from the form of today.
func box(q *consent.Question) consent.Answer {
	return consent.Answer{
		Yes: true, Act: policy.ByTicking, At: "2026-11-22T12:00:00+01:00", Shown: q.Sum, Interface: "enrolment page 1",
		Steps: consent.Steps{Yes: 1, No: 1, Withdraw: 1}, Person: consent.Person{Subject: "7f3a"},
	}
}

func ExampleSettle() {
	_, d := load()
	var s form.Submission
	d.Check([]form.Value{{Name: "may-use", Text: form.Yes}, {Name: "allergies", Text: "nuts"}}, date.Date{Year: 2026, Month: 11, Day: 22}, &s)

	outcome := consent.Settle(&s, func(q *consent.Question, yes bool) consent.Answer {
		a := box(q)
		a.Preset = true // the host's page ticked the box itself
		return a
	})
	fmt.Println(outcome.Records[0].Status, outcome.Dropped)
	fmt.Println("kept:", s.Has("allergies"))
	// Output:
	// invalidated [{may-use consent-void} {allergies consent-void}]
	// kept: false
}

func ExampleDecide() {
	_, d := load()
	q := consent.Asked(d)[0]
	a := box(&q)
	fmt.Println(consent.Decide(q, a).Status)

	a.Act = policy.ByTyping // filling in the field is taken for a yes
	r := consent.Decide(q, a)
	fmt.Println(r.Status)
	for i := range r.Reasons {
		fmt.Println(r.Reasons[i].Code, "-", r.Reasons[i].In(text.In(locale.EN)))
	}
	// Output:
	// given
	// invalidated
	// not-active - The person answered by filling in a field. That is not a clear yes.
	// not-explicit - The data are sensitive. They need an explicit consent, in a statement of its own.
}

// On the phone no page records anything. Staff note who asked, how the answer came
// and which words they said.
func ExampleDecide_phone() {
	doc, _ := load()
	q, err := consent.Ask(doc, "allergies", form.Context{Sum: hash})
	if err != nil {
		panic(err)
	}
	r := consent.Decide(q, consent.Answer{
		Yes: true, Act: policy.ByTelling, At: "2026-11-22T12:00:00+01:00", Said: q.Text,
		Staff: consent.Noted{Channel: policy.ByPhone, By: "desk 2"}, Person: consent.Person{Subject: "7f3a"},
	})
	fmt.Println(r.Status, r.Staff.By)
	// Output: given desk 2
}

func ExampleAsked() {
	_, d := load()
	for _, q := range consent.Asked(d) {
		fmt.Println(q.Field, q.Kind, q.Special, q.Purposes)
	}
	// Output: may-use explicit [health] [We order food that you can eat.]
}

func ExampleOf() {
	_, d := load()
	_, asks := consent.Of(d, "allergies")
	q, _ := consent.Of(d, "may-use")
	fmt.Println(asks, q.ID)
	// Output: false allergies
}

func ExampleAsk() {
	doc, _ := load()
	_, err := consent.Ask(doc, "newsletter", form.Context{})
	fmt.Println(err)
	// Output: form: the policy has no consent "newsletter"; it has allergies
}

func ExampleStands() {
	doc, d := load()
	q := consent.Asked(d)[0]
	r := consent.Decide(q, box(&q))

	later := policyfile.Parse("lunch.yaml", []byte(lunch)).Doc
	later.Activities[0].Purposes = append(later.Activities[0].Purposes, "statistics")
	now, _ := consent.Ask(later, "allergies", form.Context{Sum: hash, Earlier: []*policy.Document{doc}})

	s := consent.Stands(r, now, date.Date{Year: 2027, Month: 1, Day: 1}, date.Date{})
	fmt.Println(s.Counts, s.Ask)
	for i := range s.Reasons {
		fmt.Println(s.Reasons[i].In(text.In(locale.EN)))
	}
	// Output:
	// false true
	// This has changed since the person said yes: how the data are used.
}

func ExampleEffectOf() {
	doc, _ := load()
	for _, line := range consent.EffectOf(doc, "allergies", "", text.In(locale.EN)).In(text.In(locale.EN)) {
		fmt.Println(line)
	}
	// Output:
	// Your data are no longer used for this: Food.
	// We erase this: allergies.
}

func ExampleMayStore() {
	counter := policy.Technology{ID: "counter", Consent: "statistics"}
	session := policy.Technology{ID: "session", Necessary: true}
	today := date.Date{Year: 2026, Month: 11, Day: 22}
	fmt.Println(consent.MayStore(&counter, consent.Record{}, consent.Question{}, today))
	fmt.Println(consent.MayStore(&session, consent.Record{}, consent.Question{}, today))
	// Output:
	// false
	// true
}

func ExampleAgeOfConsent() {
	for _, day := range []date.Date{{Year: 2023, Month: 12, Day: 31}, {Year: 2024, Month: 1, Day: 1}} {
		fmt.Println(consent.AgeOfConsent("SE", "DK", day))
	}
	fmt.Println(consent.AgeOfConsent("SE", "CH", date.Date{Year: 2026, Month: 1, Day: 1})) // the law sets no age
	// Output:
	// 13 true
	// 15 true
	// 0 false
}

func ExampleAgeOn() {
	born := date.Date{Year: 2012, Month: 2, Day: 29}
	fmt.Println(consent.AgeOn(born, date.Date{Year: 2025, Month: 2, Day: 28}))
	fmt.Println(consent.AgeOn(born, date.Date{Year: 2025, Month: 3, Day: 1}))
	// Output:
	// 12 true
	// 13 true
}

func ExampleRequest() {
	_, d := load()
	q := consent.Asked(d)[0]
	asked := consent.Request(q, "7f3a", "2026-11-20T09:00:00+01:00")
	asked.ID = "c-1"
	answered := consent.Decide(q, box(&q)).Follow(asked)
	fmt.Println(asked.Status, answered.Status, answered.ID, answered.Version)
	// Output: requested given c-1 2
}

func ExampleRecord_Withdraw() {
	_, d := load()
	q := consent.Asked(d)[0]
	r := consent.Decide(q, box(&q))
	once, first := r.Withdraw("2026-12-01T08:00:00+01:00", consent.Self)
	_, second := once.Withdraw("2026-12-02T08:00:00+01:00", consent.Self)
	fmt.Println(r.Status, once.Status, once.Version, first, second)
	// Output: given withdrawn 2 true false
}

func ExampleRecord_Expire() {
	_, d := load()
	q := consent.Asked(d)[0]
	q.Expires = date.Period{Years: 1}
	r := consent.Decide(q, box(&q))
	_, early := r.Expire("2027-11-22T12:00:00+01:00")
	late, _ := r.Expire("2027-11-23T00:00:00+01:00")
	fmt.Println(r.Until, early, late.Status)
	// Output: 2027-11-22 false expired
}

func ExampleRecord_Invalidate() {
	_, d := load()
	q := consent.Asked(d)[0]
	r, _ := consent.Decide(q, box(&q)).Invalidate("2026-12-01T08:00:00+01:00", consent.Reason{Code: consent.Proxy, Voids: true})
	fmt.Println(r.Status, r.Reasons[0].In(text.In(locale.EN)))
	// Output: invalidated Nobody can consent for another adult. Ask the person.
}

func ExampleHistory() {
	_, d := load()
	q := consent.Asked(d)[0]
	given := consent.Decide(q, box(&q))
	withdrawn, _ := given.Withdraw("2026-12-01T08:00:00+01:00", consent.Self)

	h, _ := consent.History{}.Append(given)
	_, err := h.Append(given)
	fmt.Println(err)
	h, _ = h.Append(withdrawn)
	for r := range h.All() {
		fmt.Println(r.Version, r.Status, r.Status.Term())
	}
	last, _ := h.Last()
	fmt.Println(h.Len(), last.Status.Counts())
	// Output:
	// consent: the record does not continue the history: version
	// 1 given dpv:ConsentGiven
	// 2 withdrawn dpv:ConsentWithdrawn
	// 2 false
}

func ExampleReadRecord() {
	_, d := load()
	q := consent.Asked(d)[0]
	r := consent.Decide(q, box(&q))
	read, err := consent.ReadRecord(r.AppendJSON(nil))
	fmt.Println(read.Subject, read.Question.Text, err)
	// Output: 7f3a I explicitly consent to Example School using my data on allergies to order food for me. <nil>
}

func ExampleReadReceipt() {
	_, d := load()
	q := consent.Asked(d)[0]
	receipt := consent.Receipt{
		ID: "r-1", Issued: "2026-11-22T12:00:05+01:00", Language: locale.EN, Organiser: "Example School",
		Items: []consent.Item{{Record: consent.Decide(q, box(&q)), Withdraw: "https://school.example/withdraw/Vb3"}},
	}
	read, err := consent.ReadReceipt(receipt.AppendJSON(nil))
	fmt.Println(read.Organiser, read.Items[0].Withdraw, err)
	// Output: Example School https://school.example/withdraw/Vb3 <nil>
}

func ExamplePrinter() {
	_, d := load()
	q := consent.Asked(d)[0]
	receipt := consent.Receipt{ID: "r-1", Language: locale.EN, Items: []consent.Item{{Record: consent.Decide(q, box(&q))}}}
	var p consent.Printer
	fmt.Println(len(p.Receipt(&receipt)) > 0, len(p.ReceiptPage(&receipt)) > len(p.Receipt(&receipt)))
	// Output: true true
}

func ExampleAct() {
	fmt.Println(consent.Act(policy.ByTelling, text.In(locale.EN)))
	fmt.Println(consent.Act(policy.ByTelling, text.In(locale.DA)))
	// Output:
	// by saying so
	// ved at sige det
}
