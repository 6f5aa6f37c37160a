package retention_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// triggers are those that generated rules have: few, so that rules meet.
var triggers = []policy.Trigger{policy.LastLogin, policy.CourseEnd, policy.FinancialYear, policy.ConsentWithdrawn}

// generated makes a policy and a record: any rules, any events.
func generated(seed uint64) (*policy.Document, *retention.Events) {
	rng := rand.New(rand.NewPCG(seed, 3))
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	doc := &policy.Document{RetentionCombination: policy.Combination(pick("", "longest", "per-copy"))}
	for i := range 2 + rng.IntN(4) {
		r := policy.Retention{ID: string(rune('a' + i)), Trigger: triggers[rng.IntN(len(triggers))], Period: somePeriod(rng),
			Limit: policy.Limit(pick("", "", "at-least", "at-most")), Align: policy.Alignment(pick("", "", "financial-year-end", "calendar-year-end")),
			Action: policy.Action(pick("", "hide", "warn", "anonymise", "archive")), Modality: policy.Modality(pick("", "", "may"))}
		for range rng.IntN(3) {
			r.Stages = append(r.Stages, policy.Stage{After: somePeriod(rng), Action: policy.Action(pick("", "deactivate", "anonymise"))})
		}
		if rng.IntN(3) == 0 {
			r.Law = []policy.Citation{{Act: "DK-BFL"}}
		}
		if rng.IntN(3) == 0 {
			r.Data = []string{"name"}
		}
		doc.Retention = append(doc.Retention, r)
	}
	for i := range 1 + rng.IntN(2) {
		a := policy.Activity{ID: string(rune('x' + i)), Data: []string{"name", "diet"}}
		for k := range doc.Retention {
			if rng.IntN(3) > 0 {
				a.Retention = append(a.Retention, doc.Retention[k].ID)
			}
		}
		doc.Activities = append(doc.Activities, a)
	}
	e := &retention.Events{}
	for range 1 + rng.IntN(6) {
		e.Happened = append(e.Happened, retention.Event{Kind: triggers[rng.IntN(len(triggers))], On: someDay(rng)})
	}
	for range rng.IntN(3) / 2 {
		on := someDay(rng)
		e.Holds = append(e.Holds, retention.Hold{Reason: retention.LegalClaim, On: on, Until: on.AddDays(rng.IntN(800))})
	}
	if rng.IntN(2) == 0 {
		e.Years = date.FiscalYears{{Start: date.Date{Year: 2019, Month: 7, Day: 1}, End: date.Date{Year: 2020, Month: 12, Day: 31}}}
	}
	return doc, e
}

func somePeriod(rng *rand.Rand) date.Period {
	return []date.Period{{}, {Days: 14}, {Weeks: 2}, {Months: 1}, {Months: 6}, {Years: 1}, {Years: 1, Months: 1, Days: 3}, {Years: 3}}[rng.IntN(8)]
}

func someDay(rng *rand.Rand) date.Date {
	d := date.Date{Year: 2018, Month: 1, Day: 1}.AddDays(rng.IntN(5 * 365))
	if rng.IntN(4) == 0 {
		return date.Date{Year: d.Year, Month: d.Month, Day: 1}.AddDays(-1)
	}
	return d
}

const cases = 4000

// each runs a test on many generated records, on some day.
func each(t *testing.T, test func(t *testing.T, doc *policy.Document, e *retention.Events, at date.Date)) {
	t.Helper()
	due := 0
	for seed := range uint64(cases) {
		doc, e := generated(seed)
		at := someDay(rand.New(rand.NewPCG(seed, 5))).AddDays(int(seed % 1500))
		due += len(retention.Plan(doc, e, at))
		test(t, doc, e, at)
		if t.Failed() {
			t.Fatalf("with the seed %d on %s", seed, at)
		}
	}
	if due < cases/4 {
		t.Fatalf("only %d steps were due: the test shows little", due)
	}
}

// carry carries out what is due on a day until nothing is.
func carry(t *testing.T, doc *policy.Document, e *retention.Events, on date.Date) {
	t.Helper()
	for range 20 {
		due := retention.Plan(doc, e, on)
		if len(due) == 0 {
			return
		}
		for i := range due {
			e.Done = append(e.Done, due[i].Carried(on))
		}
	}
	t.Errorf("something is due again and again")
}

func TestCarriedOutIsNotDueAgain(t *testing.T) {
	each(t, func(t *testing.T, doc *policy.Document, e *retention.Events, at date.Date) { carry(t, doc, e, at) })
}

// What is due stays due until it is carried out, unless a hold begins.
func TestDueStaysDue(t *testing.T) {
	each(t, func(t *testing.T, doc *policy.Document, e *retention.Events, at date.Date) {
		e.Holds = nil
		today, tomorrow := retention.Plan(doc, e, at), retention.Plan(doc, e, at.AddDays(1))
		for _, d := range today {
			if !slices.ContainsFunc(tomorrow, func(n retention.Due) bool {
				return n.Rule == d.Rule && n.Activity == d.Activity && n.Step == d.Step && slices.Equal(n.Data, d.Data)
			}) {
				t.Errorf("%s step %d is due on one day and not on the next", d.Rule, d.Step)
			}
		}
	})
}

// A run today changes nothing about what a run tomorrow leaves behind, but for
// steps that wait for a step before.
func TestRunTodayAndTomorrowIsRunTomorrow(t *testing.T) {
	each(t, func(t *testing.T, doc *policy.Document, e *retention.Events, at date.Date) {
		for i := range doc.Retention {
			doc.Retention[i].Stages = nil
		}
		e.Holds = nil
		twice, once := *e, *e
		carry(t, doc, &twice, at)
		carry(t, doc, &twice, at.AddDays(1))
		carry(t, doc, &once, at.AddDays(1))
		if diff := cmp.Diff(gone(doc, &once), gone(doc, &twice)); diff != "" {
			t.Errorf("what is gone after one run (-) and after two (+):\n%s", diff)
		}
	})
}

// gone tells what is gone, by activity and datum.
func gone(doc *policy.Document, e *retention.Events) map[string]bool {
	m := map[string]bool{}
	for _, d := range e.Done {
		for _, id := range d.Data {
			if d.Action == policy.Erase || d.Action == policy.Anonymise {
				m[d.Activity+"/"+id] = true
			}
		}
	}
	return m
}

// The calendar repeats every 400 years.
func TestFourHundredYearsLater(t *testing.T) {
	later := func(d date.Date) date.Date {
		if !d.IsZero() {
			d.Year += 400
		}
		return d
	}
	each(t, func(t *testing.T, doc *policy.Document, e *retention.Events, at date.Date) {
		shifted := &retention.Events{}
		for _, h := range e.Happened {
			h.On = later(h.On)
			shifted.Happened = append(shifted.Happened, h)
		}
		for _, h := range e.Holds {
			h.On, h.Until = later(h.On), later(h.Until)
			shifted.Holds = append(shifted.Holds, h)
		}
		for _, y := range e.Years {
			shifted.Years = append(shifted.Years, date.FiscalYear{Start: later(y.Start), End: later(y.End)})
		}
		rules := retention.Compile(doc)
		now, then := rules.Look(nil, e, at), rules.Look(nil, shifted, later(at))
		for i := range now {
			if now[i].State != then[i].State || later(now[i].Next) != then[i].Next || later(now[i].EraseBy) != then[i].EraseBy {
				t.Errorf("%s: %s and %s, 400 years later %s and %s", now[i].Rule, now[i].State, now[i].Next, then[i].State, then[i].Next)
			}
		}
	})
}

// On the day that Next names something is due, and on no day before.
func TestNextIsTheFirstDay(t *testing.T) {
	each(t, func(t *testing.T, doc *policy.Document, e *retention.Events, at date.Date) {
		rules := retention.Compile(doc)
		for i, entry := range rules.Look(nil, e, at) {
			if entry.Next.IsZero() || !entry.Next.After(at) {
				continue
			}
			if s := rules.Look(nil, e, entry.Next)[i].State; s != retention.Ready {
				t.Errorf("%s: %s on %s, want ready", entry.Rule, s, entry.Next)
			}
			if s := rules.Look(nil, e, entry.Next.AddDays(-1))[i].State; s == retention.Ready {
				t.Errorf("%s: ready the day before %s", entry.Rule, entry.Next)
			}
		}
	})
}

// While a hold is on, nothing goes; when it ends, what is due is what is due without it.
func TestHoldOnlyDelays(t *testing.T) {
	each(t, func(t *testing.T, doc *policy.Document, e *retention.Events, at date.Date) {
		e.Holds = []retention.Hold{{Reason: retention.Order, On: at.AddDays(-10), Until: at.AddDays(10)}}
		for _, d := range retention.Plan(doc, e, at) {
			if d.Action == policy.Erase || d.Action == policy.Anonymise || d.Action == policy.Archive {
				t.Errorf("%s: %s in spite of a hold", d.Rule, d.Action)
			}
		}
		after := retention.Plan(doc, e, at.AddDays(11))
		e.Holds = nil
		if got, want := said(after), said(retention.Plan(doc, e, at.AddDays(11))); got != want {
			t.Errorf("after the hold %q is due, without it %q", got, want)
		}
	})
}

// A further minimum never makes anything due earlier.
func TestMinimumOnlyDelays(t *testing.T) {
	each(t, func(t *testing.T, doc *policy.Document, e *retention.Events, at date.Date) {
		before := retention.Plan(doc, e, at)
		doc.Retention = append(doc.Retention, policy.Retention{ID: "law", Trigger: policy.CourseEnd, Period: date.Period{Years: 2}, Limit: policy.AtLeast, Action: policy.Review})
		for i := range doc.Activities {
			doc.Activities[i].Retention = append(doc.Activities[i].Retention, "law")
		}
		for _, d := range retention.Plan(doc, e, at) {
			if d.Rule != "law" && !slices.ContainsFunc(before, func(b retention.Due) bool {
				return b.Rule == d.Rule && b.Activity == d.Activity && b.Step == d.Step
			}) {
				t.Errorf("%s is due only with the minimum", d.Rule)
			}
		}
	})
}
