package retention_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/retention"
)

// measured is the policy of an example, with a record of a course.
func measured(b *testing.B) (*retention.Rules, *retention.Events) {
	b.Helper()
	file, err := policyfile.Load("../../examples/lartorget/policy.yaml")
	if err != nil {
		b.Fatal(err)
	}
	on := date.Date{Year: 2024, Month: 6, Day: 14}
	e := &retention.Events{Happened: []retention.Event{{Kind: policy.CourseEnd, On: on}, {Kind: policy.FinancialYear, On: on}, {Kind: policy.CaseClosed, On: on}}}
	return retention.Compile(file.Doc), e
}

// How all rules of a policy stand with one record.
func BenchmarkLook(b *testing.B) {
	rules, e := measured(b)
	at := date.Date{Year: 2026, Month: 5, Day: 1}
	entries := rules.Look(nil, e, at)
	b.ReportAllocs()
	for b.Loop() {
		entries = rules.Look(entries[:0], e, at)
	}
}

// The same for a table row that one rule is on.
func BenchmarkLookOneRule(b *testing.B) {
	rules := retention.Compile(one(policy.Retention{ID: "course", Trigger: policy.CourseEnd, Period: date.Period{Years: 1}}))
	_, e := measured(b)
	at := date.Date{Year: 2026, Month: 5, Day: 1}
	entries := rules.Look(nil, e, at)
	b.ReportAllocs()
	for b.Loop() {
		entries = rules.Look(entries[:0], e, at)
	}
}

func BenchmarkTimeline(b *testing.B) {
	rules, e := measured(b)
	b.ReportAllocs()
	for b.Loop() {
		rules.Timeline(e, date.Date{Year: 2024, Month: 7, Day: 1})
	}
}
