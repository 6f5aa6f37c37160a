package retention_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
	"github.com/lagrum/lagrum/sdk/text"
)

func ExampleWords() {
	rule := policy.Retention{Trigger: policy.ExamEnd, Period: date.Period{Years: 30}}
	for _, tag := range []locale.Tag{locale.EN, locale.SV} {
		w := retention.Words(&rule, text.In(tag))
		fmt.Println(w.Keep, w.Then)
	}
	// Output:
	// We keep the data for 30 years after the day on which the examination ended. We then erase the data.
	// Vi sparar uppgifterna i 30 år efter den dag då provet var avslutat. Därefter raderar vi uppgifterna.
}

func ExamplePlan() {
	doc := &policy.Document{Retention: []policy.Retention{{
		ID: "unused", Trigger: policy.LastLogin, Period: date.Period{Years: 2}, Action: policy.Warn,
		Stages: []policy.Stage{{After: date.Period{Weeks: 2}, Action: policy.Erase}},
	}}}
	events := retention.Events{Subject: "p-17", Happened: []retention.Event{{Kind: policy.LastLogin, On: date.Date{Year: 2024, Month: 2, Day: 29}}}}
	at := date.Date{Year: 2026, Month: 3, Day: 1}
	for range 20 { // a run a day
		for _, due := range retention.Plan(doc, &events, at) {
			fmt.Println(at, due.Subject, due.Rule, due.Action)
			events.Done = append(events.Done, due.Carried(at))
		}
		at = at.AddDays(1)
	}
	// Output:
	// 2026-03-01 p-17 unused warn
	// 2026-03-16 p-17 unused erase
}

func ExampleExplain() {
	doc := &policy.Document{Retention: []policy.Retention{{ID: "exams", Trigger: policy.ExamEnd, Period: date.Period{Years: 30}}}}
	events := retention.Events{Happened: []retention.Event{{Kind: policy.ExamEnd, On: date.Date{Year: 2024, Month: 2, Day: 29}}}}
	entries := retention.Compile(doc).Look(nil, &events, date.Date{Year: 2026, Month: 5, Day: 1})
	for _, words := range retention.Explain(doc, &entries[0], text.In(locale.EN)) {
		fmt.Println(words)
	}
	// Output:
	// We keep the data for 30 years after the day on which the examination ended.
	// We then erase the data.
	// The time runs from the day on which the examination ended: 29 February 2024.
	// The data are kept through 28 February 2054.
	// As things stand, this is done on 1 March 2054.
}

func ExampleRules_SQL() {
	doc := &policy.Document{Retention: []policy.Retention{{ID: "messages", Trigger: policy.Collection, Period: date.Period{Days: 30}}}}
	statements, err := retention.Compile(doc).SQL(retention.SQLite, &retention.Copy{Rule: "messages", Table: "messages", Key: "id", Event: "sent_on"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(statements[1].SQL)
	// Output:
	// DELETE FROM "messages"
	// WHERE "id" IN (
	//   SELECT "id"
	//   FROM "messages"
	//   WHERE "sent_on" <= date(?1, '-31 days')
	//     AND "id" > ?2
	//   ORDER BY "id"
	//   LIMIT ?3
	// )
	// RETURNING "id"
}

func ExampleRules_Timeline() {
	doc := &policy.Document{Retention: []policy.Retention{{ID: "course", Trigger: policy.CourseEnd, Period: date.Period{Years: 1}}}}
	events := retention.Events{Happened: []retention.Event{{Kind: policy.CourseEnd, On: date.Date{Year: 2026, Month: 6, Day: 14}}}}
	timeline := retention.Compile(doc).Timeline(&events, date.Date{Year: 2026, Month: 7, Day: 1})
	for _, mark := range timeline.Lanes[0].Marks {
		fmt.Println(mark.On, mark.Action)
	}
	// Output:
	// 2027-06-15 erase
}
