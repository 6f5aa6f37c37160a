package retention_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

func day(t testing.TB, s string) date.Date {
	t.Helper()
	d, ok := date.Parse(s)
	if !ok {
		t.Fatalf("%q is no day", s)
	}
	return d
}

func period(t testing.TB, s string) date.Period {
	t.Helper()
	p, ok := date.ParsePeriod(s)
	if !ok {
		t.Fatalf("%q is no period", s)
	}
	return p
}

// one gives a policy with one activity under the rules.
func one(rules ...policy.Retention) *policy.Document {
	doc := &policy.Document{Retention: rules, Activities: []policy.Activity{{ID: "courses", Data: []string{"name", "diet"}}}}
	for i := range rules {
		doc.Activities[0].Retention = append(doc.Activities[0].Retention, rules[i].ID)
	}
	return doc
}

func event(t testing.TB, kind policy.Trigger, on string) retention.Event {
	return retention.Event{Kind: kind, On: day(t, on)}
}

// said writes what is due, one a word: "rule:action".
func said(due []retention.Due) string {
	var words []string
	for _, d := range due {
		words = append(words, d.Rule+":"+string(d.Action))
	}
	return strings.Join(words, " ")
}

func expect(t *testing.T, doc *policy.Document, e *retention.Events, at, want string) []retention.Due {
	t.Helper()
	due := retention.Plan(doc, e, day(t, at))
	if got := said(due); got != want {
		t.Errorf("on %s %q is due, want %q", at, got, want)
	}
	return due
}

// run carries out what is due that day.
func run(t *testing.T, doc *policy.Document, e *retention.Events, at string) {
	t.Helper()
	for _, d := range retention.Plan(doc, e, day(t, at)) {
		e.Done = append(e.Done, d.Carried(day(t, at)))
	}
}

func profile(t *testing.T) *policy.Document {
	return one(policy.Retention{ID: "profile", Trigger: policy.LastLogin, Period: period(t, "P3Y"), Action: policy.Hide, Stages: []policy.Stage{
		{Action: policy.Warn}, {After: period(t, "P2W"), Action: policy.Deactivate}, {Action: policy.Anonymise},
	}})
}

// The steps of a published notice: hidden and warned three years after the last
// log-in, made anonymous two weeks after the warning.
func TestStages(t *testing.T) {
	doc := profile(t)
	e := &retention.Events{Happened: []retention.Event{event(t, policy.LastLogin, "2023-08-31")}}
	expect(t, doc, e, "2026-08-31", "")
	expect(t, doc, e, "2026-09-01", "profile:hide profile:warn")
	run(t, doc, e, "2026-09-01")
	expect(t, doc, e, "2026-09-01", "")
	expect(t, doc, e, "2026-09-15", "")
	expect(t, doc, e, "2026-09-16", "profile:deactivate profile:anonymise")
	run(t, doc, e, "2026-09-20") // late
	expect(t, doc, e, "2027-01-01", "")
}

func TestLateWarningStartsClockLate(t *testing.T) {
	doc := profile(t)
	e := &retention.Events{Happened: []retention.Event{event(t, policy.LastLogin, "2023-08-31")}}
	run(t, doc, e, "2027-01-10")
	expect(t, doc, e, "2027-01-24", "")
	expect(t, doc, e, "2027-01-25", "profile:deactivate profile:anonymise")
}

func TestWarningThatWasNotSentStartsNoClock(t *testing.T) {
	doc := profile(t)
	e := &retention.Events{Happened: []retention.Event{event(t, policy.LastLogin, "2023-08-31")}}
	e.Done = append(e.Done, retention.Done{Rule: "profile", Step: 0, Action: policy.Hide, On: day(t, "2026-09-01")})
	expect(t, doc, e, "2028-09-01", "profile:warn")
}

func TestLogInBeginsAnew(t *testing.T) {
	doc := profile(t)
	for _, again := range []string{"2026-09-01", "2026-09-10", "2026-09-16"} { // also on the day of the warning
		e := &retention.Events{Happened: []retention.Event{event(t, policy.LastLogin, "2023-08-31")}}
		run(t, doc, e, "2026-09-01")
		e.Happened = append(e.Happened, event(t, policy.LastLogin, again))
		expect(t, doc, e, "2028-01-01", "")
		expect(t, doc, e, "2029-09-17", "profile:hide profile:warn")
	}
}

func TestCancelled(t *testing.T) {
	doc := profile(t)
	e := &retention.Events{Happened: []retention.Event{event(t, policy.LastLogin, "2023-08-31")}}
	run(t, doc, e, "2026-09-01")
	e.Happened = append(e.Happened, retention.Event{Kind: retention.Cancelled, Rule: "profile", On: day(t, "2026-09-10")})
	expect(t, doc, e, "2040-01-01", "")
	e.Happened = append(e.Happened, event(t, policy.LastLogin, "2030-01-01"))
	expect(t, doc, e, "2040-01-01", "profile:hide profile:warn")
}

func TestMinimumHoldsAndMaximumLimits(t *testing.T) {
	books := policy.Retention{ID: "books", Trigger: policy.FinancialYear, Period: period(t, "P5Y"), Limit: policy.AtLeast, Data: []string{"name"}}
	course := policy.Retention{ID: "course", Trigger: policy.CourseEnd, Period: period(t, "P1Y")}
	doc := one(books, course)
	e := &retention.Events{Happened: []retention.Event{event(t, policy.CourseEnd, "2024-06-14"), event(t, policy.FinancialYear, "2024-06-01")}}
	due := expect(t, doc, e, "2025-06-15", "course:erase")
	if got := due[0].Data; !slices.Equal(got, []string{"diet"}) {
		t.Errorf("%v are due, want what the law does not keep", got)
	}
	e.Done = append(e.Done, due[0].Carried(day(t, "2025-06-15")))
	expect(t, doc, e, "2029-12-31", "")
	due = expect(t, doc, e, "2030-01-01", "books:erase course:erase")
	d := due[1]
	got := []any{d.Data, d.EraseFrom, d.EraseBy, d.Keeper, d.Limiter, d.Crossed}
	want := []any{[]string{"name"}, day(t, "2030-01-01"), day(t, "2025-06-15"), "books", "course", true}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bounds (-want +got):\n%s", diff)
	}
	e.Done = append(e.Done, due[0].Carried(day(t, "2030-01-01")))
	expect(t, doc, e, "2030-01-01", "") // the other rule finds nothing
}

// The longest decides across activities, but not over a consent that was withdrawn.
func TestLongest(t *testing.T) {
	short := policy.Retention{ID: "short", Trigger: policy.CourseEnd, Period: period(t, "P1Y")}
	long := policy.Retention{ID: "long", Trigger: policy.CourseEnd, Period: period(t, "P3Y")}
	gone := policy.Retention{ID: "gone", Trigger: policy.ConsentWithdrawn}
	doc := &policy.Document{RetentionCombination: policy.LongestWins, Retention: []policy.Retention{short, long, gone}, Activities: []policy.Activity{
		{ID: "a", Data: []string{"name"}, Retention: []string{"short"}},
		{ID: "b", Data: []string{"name"}, Retention: []string{"long"}},
		{ID: "c", Data: []string{"diet"}, Retention: []string{"gone"}, Consents: []string{"diet"}},
		{ID: "d", Data: []string{"diet"}, Retention: []string{"long"}},
	}}
	e := &retention.Events{Happened: []retention.Event{event(t, policy.CourseEnd, "2024-06-14"), {Kind: policy.ConsentWithdrawn, On: day(t, "2024-07-01"), Consent: "diet"}}}
	expect(t, doc, e, "2024-07-01", "")
	expect(t, doc, e, "2024-07-02", "gone:erase")
	expect(t, doc, e, "2027-06-14", "gone:erase")
	expect(t, doc, e, "2027-06-15", "short:erase long:erase gone:erase long:erase")
	doc.RetentionCombination = policy.PerCopy
	expect(t, doc, e, "2025-06-15", "short:erase gone:erase")
	doc.RetentionCombination = policy.LongestWins
	doc.Retention[1].Law = []policy.Citation{{Act: "DK-BFL"}} // a law does keep it
	expect(t, doc, e, "2024-07-02", "")
}

// What comes in again after it was erased is under the rule again.
func TestDataThatComeAnew(t *testing.T) {
	doc := one(policy.Retention{ID: "course", Trigger: policy.CourseEnd, Period: period(t, "P1Y")})
	e := &retention.Events{Happened: []retention.Event{event(t, policy.CourseEnd, "2024-06-14")}}
	run(t, doc, e, "2025-06-15")
	expect(t, doc, e, "2025-06-15", "")
	e.Happened = append([]retention.Event{event(t, policy.CourseEnd, "2026-06-14")}, e.Happened...) // the latest counts, in any order
	expect(t, doc, e, "2027-06-14", "")
	expect(t, doc, e, "2027-06-15", "course:erase")
}

func TestWithdrawalOfOneConsent(t *testing.T) {
	doc := &policy.Document{Retention: []policy.Retention{{ID: "gone", Trigger: policy.ConsentWithdrawn}}, Activities: []policy.Activity{
		{ID: "diet", Retention: []string{"gone"}, Consents: []string{"diet"}}, {ID: "news", Retention: []string{"gone"}, Consents: []string{"news"}},
	}}
	e := &retention.Events{Happened: []retention.Event{{Kind: policy.ConsentWithdrawn, On: day(t, "2026-01-01"), Consent: "news"}}}
	if due := expect(t, doc, e, "2026-01-02", "gone:erase"); due[0].Activity != "news" {
		t.Errorf("due of %s", due[0].Activity)
	}
}

func TestOnlySomePeople(t *testing.T) {
	rule := policy.Retention{ID: "exams", Trigger: policy.ExamEnd, Period: period(t, "P30Y"), Only: policy.Text{"en": "who took an examination"}}
	e := &retention.Events{Happened: []retention.Event{event(t, policy.ExamEnd, "2024-06-14")}}
	expect(t, one(rule), e, "2060-01-01", "")
	e.Groups = []string{"exams"}
	expect(t, one(rule), e, "2060-01-01", "exams:erase")
	e.Groups, e.Happened[0].Rule = nil, "exams"
	expect(t, one(rule), e, "2060-01-01", "exams:erase")
}

func TestHolds(t *testing.T) {
	doc := one(policy.Retention{ID: "course", Trigger: policy.CourseEnd, Period: period(t, "P1Y")})
	e := &retention.Events{Happened: []retention.Event{event(t, policy.CourseEnd, "2024-06-14")},
		Holds: []retention.Hold{{Reason: retention.LegalClaim, On: day(t, "2025-01-01")}}}
	expect(t, doc, e, "2026-01-01", "")
	entry := retention.Compile(doc).Look(nil, e, day(t, "2026-01-01"))[0]
	if entry.State != retention.Held || entry.Hold == nil || !entry.Next.IsZero() {
		t.Errorf("%s, next on %s, hold %v", entry.State, entry.Next, entry.Hold)
	}
	e.Holds[0].Until = day(t, "2026-03-31")
	expect(t, doc, e, "2026-03-31", "")
	expect(t, doc, e, "2026-04-01", "course:erase")
	if entry := retention.Compile(doc).Look(nil, e, day(t, "2025-01-01"))[0]; entry.Next != day(t, "2026-04-01") {
		t.Errorf("with a hold until 31 March, next on %s", entry.Next)
	}
}

// Without a decision, a Swedish authority restricts, once; with one it erases.
func TestNoDisposalWithoutDecision(t *testing.T) {
	doc := one(policy.Retention{ID: "course", Trigger: policy.CourseEnd, Period: period(t, "P1Y")})
	doc.Jurisdiction = "SE"
	doc.Parties = []policy.Party{{ID: "city", PublicAuthority: true}, {ID: "board", PartOf: "city"}}
	doc.Activities[0].Controllers = []string{"board"}
	e := &retention.Events{Happened: []retention.Event{event(t, policy.CourseEnd, "2024-06-14")}}
	due := expect(t, doc, e, "2025-06-15", "course:restrict")
	if due[0].Owner != "board" {
		t.Errorf("owner %q", due[0].Owner)
	}
	e.Done = append(e.Done, due[0].Carried(day(t, "2025-06-15")))
	expect(t, doc, e, "2040-01-01", "")
	doc.Retention[0].DisposalDecision = "2026:1"
	expect(t, doc, e, "2040-01-01", "course:erase")
}

func TestAnonymousAndTransientDataAreUnderNoRule(t *testing.T) {
	doc := one(policy.Retention{ID: "course", Trigger: policy.CourseEnd})
	doc.Data = []policy.Datum{{ID: "name", Anonymous: true}, {ID: "diet", Transient: &policy.Transient{}}}
	e := &retention.Events{Happened: []retention.Event{event(t, policy.CourseEnd, "2024-06-14")}}
	expect(t, doc, e, "2040-01-01", "")
}

func TestWhileAndForever(t *testing.T) {
	doc := one(policy.Retention{ID: "account", Trigger: policy.AccountClosed, Lasts: policy.While}, policy.Retention{ID: "archive", Lasts: policy.Forever})
	e := &retention.Events{}
	expect(t, doc, e, "2040-01-01", "")
	e.Happened = []retention.Event{event(t, policy.AccountClosed, "2024-06-14")}
	expect(t, doc, e, "2024-06-15", "account:erase")
	doc.Retention[1].Law = []policy.Citation{{Act: "SE-ARK"}} // a law that keeps for ever
	expect(t, doc, e, "2040-01-01", "")
}

func TestFinancialYears(t *testing.T) {
	years := date.FiscalYears{{Start: day(t, "2023-01-01"), End: day(t, "2024-06-30")}, {Start: day(t, "2024-07-01"), End: day(t, "2025-06-30")}}
	years = append(years, date.FiscalYear{Start: day(t, "2025-09-01"), End: day(t, "2026-08-31")})
	doc := one(policy.Retention{ID: "books", Trigger: policy.FinancialYear, Period: period(t, "P5Y")})
	for event, want := range map[string]string{
		"2022-12-31": "2027-12-31", // before the first that is known: twelve months
		"2023-01-01": "2029-06-30", // eighteen months
		"2024-06-30": "2029-06-30",
		"2024-07-01": "2030-06-30",
		"2025-07-01": "2031-08-31", // between two: the later
		"2026-09-01": "2032-08-31", // after the last
	} {
		e := &retention.Events{Years: years, Happened: []retention.Event{{Kind: policy.FinancialYear, On: day(t, event)}}}
		if got := retention.Compile(doc).Look(nil, e, day(t, "2026-01-01"))[0].Through; got != day(t, want) {
			t.Errorf("%s is kept through %s, want %s", event, got, want)
		}
	}
}
