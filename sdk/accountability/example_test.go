package accountability_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// school is a small policy, as Go has it.
func school() *policy.Document {
	return &policy.Document{
		ID: "school", Regime: law.GDPR, Jurisdiction: "SE", Languages: []locale.Tag{locale.EN},
		EffectiveFrom: date.Date{Year: 2026, Month: 9, Day: 1},
		Parties:       []policy.Party{{ID: "school", Name: policy.Text{locale.Any: "The Evening School"}, Country: "SE"}},
		Subjects:      []policy.Subject{{ID: "pupil", Label: policy.Text{locale.EN: "pupils"}, Child: true}},
		Data:          []policy.Datum{{ID: "diet", Label: policy.Text{locale.EN: "special diet"}, Special: law.Health}},
		Purposes:      []policy.Purpose{{ID: "meals", Title: policy.Text{locale.EN: "Meals"}}},
		Processors:    []policy.Processor{{ID: "mail", Party: "school", Countries: []string{"US"}, Transfer: &policy.Transfer{Country: "US", Mechanism: policy.Adequacy}}},
		Activities: []policy.Activity{{
			ID: "meals", Controllers: []string{"school"}, Purposes: []string{"meals"}, Subjects: []string{"pupil"}, Data: []string{"diet"}, Processors: []string{"mail"},
		}},
	}
}

func ExampleRecordOf() {
	r, err := accountability.RecordOf(school(), accountability.Context{Party: "school"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Title)
	for _, row := range r.Groups[0].Parts[0].Rows {
		if row.State == accountability.Missing {
			fmt.Println(row.Provision, row.Left[0].Text, row.Left[0].Paths[0])
		}
	}
	// Output:
	// Record of processing activities: The Evening School
	// 30(1)(f) The policy sets no time limit for: special diet. /activities/0/retention
	//  The policy names no legal basis. /activities/0/basis
	//  Special categories of data, and the policy names no exception that allows them: special diet. /activities/0/specialGround
}

func ExampleScreen() {
	s := accountability.Screen(school(), []accountability.Judgement{{Criterion: accountability.LargeScale, Met: false}})[0]
	for _, r := range s.Results {
		if r.State == accountability.Met {
			fmt.Println(r.Criterion, r.Clues[0].Code, r.Clues[0].Paths)
		}
	}
	fmt.Println(s.Verdict())
	// Output:
	// sensitive special [/data/0]
	// vulnerable dependent [/subjects/0]
	// likely
}

func ExampleTransfers() {
	for _, t := range accountability.Transfers(school(), date.Date{Year: 2026, Month: 9, Day: 1}) {
		fmt.Println(t.Path, t.Country, t.Adequate, t.Decision.Decision)
	}
	// Output:
	// /processors/0 US true (EU) 2023/1795
}
