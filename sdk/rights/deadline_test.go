package rights_test

import (
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

// A vector is a row of testdata/deadlines.json.
type vector struct {
	Regime       law.ActID
	Jurisdiction string
	Received     date.Date
	Raw, Due     date.Date
	RawExt       date.Date `json:"raw_ext"`
	DueExt       date.Date `json:"due_ext"`
}

func vectors(t testing.TB) []vector {
	t.Helper()
	b, err := os.ReadFile("testdata/deadlines.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Source, Licence string
		Vectors         []vector
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Vectors) != 18+5 || file.Source == "" || file.Licence == "" {
		t.Fatalf("%d vectors, source %q, licence %q", len(file.Vectors), file.Source, file.Licence)
	}
	return file.Vectors
}

func TestDeadlineVectors(t *testing.T) {
	for _, want := range vectors(t) {
		d := &policy.Document{Regime: want.Regime, Jurisdiction: want.Jurisdiction}
		got := assess(t, d, rights.Request{Right: law.Access, Received: want.Received}, want.Received).Deadline
		if diff := cmp.Diff(want, vector{want.Regime, want.Jurisdiction, got.Received, got.Counted, got.Due, got.CountedTo, got.Last}); diff != "" {
			t.Errorf("%s %s %v (-want +got):\n%s", want.Regime, want.Jurisdiction, want.Received, diff)
		}
		if got.Status != rights.Open || got.Left != want.Received.DaysUntil(want.Due) {
			t.Errorf("%v: %s, %d days left", want.Received, got.Status, got.Left)
		}
		known := want.Jurisdiction != "DE" && want.Received.Year >= 2018 && !(want.Jurisdiction == "EU" && want.Received.Year == 2026)
		if has(got.Steps, rights.NoHolidays) == known {
			t.Errorf("%s %v: the steps are %v", want.Jurisdiction, want.Received, codes(got.Steps))
		}
	}
}

func has(list []rights.Reason, code rights.Code) bool {
	for i := range list {
		if list[i].Code == code {
			return true
		}
	}
	return false
}

// The arithmetic is told step by step.
func TestDeadlineIsExplained(t *testing.T) {
	at := func(s string) date.Date { return parse(t, s) }
	for name, tt := range map[string]struct {
		received, at string
		facts        rights.Facts
		want         []rights.Code
		ends         string
		status       rights.Status
	}{
		"Easter":       {"2026-03-05", "2026-03-06", rights.Facts{}, []rights.Code{rights.Received, rights.Months, rights.Moved, rights.Due, rights.MayExtend}, "2026-04-07", rights.Open},
		"a plain day":  {"2026-09-08", "2026-09-08", rights.Facts{}, []rights.Code{rights.Received, rights.Months, rights.Due, rights.MayExtend}, "2026-10-08", rights.Open},
		"no 31st":      {"2026-08-31", "2026-08-31", rights.Facts{}, []rights.Code{rights.Received, rights.Clamped, rights.Due, rights.MayExtend}, "2026-09-30", rights.Open},
		"the last day": {"2026-09-08", "2026-10-08", rights.Facts{}, []rights.Code{rights.Received, rights.Months, rights.Due, rights.MayExtend}, "2026-10-08", rights.Open},
		"over":         {"2026-09-08", "2026-10-09", rights.Facts{}, []rights.Code{rights.Received, rights.Months, rights.Late}, "2026-10-08", rights.Overdue},
		"extended": {"2026-09-08", "2026-10-09", rights.Facts{Told: at("2026-10-08")},
			[]rights.Code{rights.Received, rights.Months, rights.Extended}, "2026-12-08", rights.Open},
		"to be told tomorrow is not told": {"2026-09-08", "2026-09-09", rights.Facts{Told: at("2026-09-10")},
			[]rights.Code{rights.Received, rights.Months, rights.Due, rights.MayExtend}, "2026-10-08", rights.Open},
		"told too late": {"2026-09-08", "2026-10-09", rights.Facts{Told: at("2026-10-09")},
			[]rights.Code{rights.Received, rights.Months, rights.ToldLate, rights.Late}, "2026-10-08", rights.Overdue},
		"waited a week": {"2026-09-08", "2026-09-20", rights.Facts{Doubt: true, Asked: at("2026-09-09"), Proved: at("2026-09-16")},
			[]rights.Code{rights.Received, rights.Months, rights.Waited, rights.Due, rights.MayExtend}, "2026-10-15", rights.Open},
		"waiting": {"2026-09-08", "2026-09-20", rights.Facts{Doubt: true, Asked: at("2026-09-09")},
			[]rights.Code{rights.Received, rights.Months, rights.Waited, rights.Waiting}, "2026-10-19", rights.OnHold},
		"asked without a doubt": {"2026-09-08", "2026-09-20", rights.Facts{Asked: at("2026-09-09")},
			[]rights.Code{rights.Received, rights.Months, rights.Due, rights.MayExtend}, "2026-10-08", rights.Open},
	} {
		a := assess(t, school(), rights.Request{Right: law.Access, Received: at(tt.received), Facts: tt.facts}, at(tt.at))
		d := a.Deadline
		if diff := cmp.Diff(tt.want, codes(d.Steps)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if d.Ends().String() != tt.ends || d.Status != tt.status || d.Provision != "12(3)" {
			t.Errorf("%s: %v, %s, %q", name, d.Ends(), d.Status, d.Provision)
		}
	}
}

// What has no time to answer says so, and never has a day.
func TestRightsWithoutADeadline(t *testing.T) {
	for _, tt := range []struct {
		regime law.ActID
		right  law.Right
		want   rights.Status
		code   rights.Code
	}{
		{law.GDPR, law.WithdrawConsent, rights.Instant, rights.AtOnce},
		{law.EUDPR, law.WithdrawConsent, rights.Instant, rights.AtOnce},
		{law.GDPR, law.Information, rights.Untimed, rights.NoTime},
		{law.GDPR, law.Complaint, rights.Untimed, rights.NoTime},
		{law.PUL, law.Rectification, rights.Untimed, rights.NoTime},
		{law.Persondatalov, law.Access, rights.Untimed, rights.NoTime},
	} {
		d := assess(t, &policy.Document{Regime: tt.regime}, ask(tt.right), received).Deadline
		if d.Status != tt.want || !d.Due.IsZero() || !d.Last.IsZero() || len(d.Steps) != 1 || d.Steps[0].Code != tt.code {
			t.Errorf("%s, %s: %+v", tt.regime, tt.right, d)
		}
	}
}

// A host has a list of its own where its calendar differs.
func TestHostsOwnHolidays(t *testing.T) {
	r := ask(law.Access)
	r.Holidays = date.Days{parse(t, "2026-10-08"), parse(t, "2026-10-09")}
	d := assess(t, school(), r, received).Deadline
	if d.Due.String() != "2026-10-12" || has(d.Steps, rights.NoHolidays) {
		t.Errorf("%v, %v", d.Due, codes(d.Steps))
	}
}

// months says, by package time, what the day some months later is.
func months(d date.Date, n int) string {
	first := time.Date(d.Year, time.Month(d.Month+n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(d.Day, last)-1).Format(time.DateOnly)
}

// Over ten years, each day and country: the time runs by the calendar, ends on
// the first working day from there, and what comes in later is not due earlier.
func TestDeadlinesFollowTheCalendar(t *testing.T) {
	for _, country := range []string{"SE", "DK", "NO", "FI", "IS", "EU"} {
		doc := &policy.Document{Regime: law.GDPR, Jurisdiction: country}
		var holidays date.Holidays = date.Calendar(country)
		if country == "EU" {
			doc.Regime, holidays = law.EUDPR, date.Institutions{}
		}
		var before rights.Deadline
		for day := (date.Date{Year: 2022, Month: 1, Day: 1}); day.Year < 2032; day = day.AddDays(1) {
			d := assess(t, doc, rights.Request{Right: law.Erasure, Received: day}, day).Deadline
			if got := d.Counted.String() + " " + d.CountedTo.String(); got != months(day, 1)+" "+months(day, 3) {
				t.Fatalf("%s %v: %s", country, day, got)
			}
			for _, end := range [][2]date.Date{{d.Counted, d.Due}, {d.CountedTo, d.Last}} {
				for between := end[0]; between != end[1]; between = between.AddDays(1) {
					if date.IsWorkingDay(between, holidays) || end[0].DaysUntil(end[1]) > 11 {
						t.Fatalf("%s %v: from %v to %v over a working day", country, day, end[0], end[1])
					}
				}
				if !date.IsWorkingDay(end[1], holidays) {
					t.Fatalf("%s %v: ends on %v", country, day, end[1])
				}
			}
			if d.Due.Before(before.Due) || d.Last.Before(before.Last) || d.Last.Before(d.Due) {
				t.Fatalf("%s %v: %v and %v, after %v and %v", country, day, d.Due, d.Last, before.Due, before.Last)
			}
			before = d
		}
	}
}

// As days go by, the last day never comes nearer than it was, the days that are
// left go down by one where it stays, and what is over stays over.
func TestDeadlinesAreMonotone(t *testing.T) {
	for name, facts := range map[string]rights.Facts{
		"plain":    {},
		"extended": {Told: received.AddDays(20)},
		"too late": {Told: received.AddDays(40)},
		"proof":    {Doubt: true, Asked: received.AddDays(3), Proved: received.AddDays(12)},
		"waiting":  {Doubt: true, Asked: received.AddDays(3)},
		"both":     {Doubt: true, Asked: received.AddDays(3), Proved: received.AddDays(12), Told: received.AddDays(38)},
	} {
		before := assess(t, school(), rights.Request{Right: law.Access, Received: received, Facts: facts}, received).Deadline
		for n := 1; n < 200; n++ {
			at := received.AddDays(n)
			d := assess(t, school(), rights.Request{Right: law.Access, Received: received, Facts: facts}, at).Deadline
			moved := before.Ends().DaysUntil(d.Ends())
			if moved < 0 || d.Left != before.Left-1+moved {
				t.Fatalf("%s, day %d: %v with %d left, after %v with %d", name, n, d.Ends(), d.Left, before.Ends(), before.Left)
			}
			if d.Status == rights.Overdue != at.After(d.Ends()) || before.Status == rights.Overdue && d.Status != rights.Overdue {
				t.Fatalf("%s, day %d: %s after %s", name, n, d.Status, before.Status)
			}
			if before.Extended && !d.Extended {
				t.Fatalf("%s, day %d: the extension is gone", name, n)
			}
			before = d
		}
	}
}
