package date_test

import (
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
)

func TestMonthsAndYearsClampToTheEndOfTheMonth(t *testing.T) {
	type result struct{ AddMonths, AddYears string }
	for name, c := range map[string]struct {
		from          string
		months, years int
		want          result
	}{
		"31 to a short month":       {"2026-01-31", 1, 0, result{"2026-02-28", "2026-01-31"}},
		"31 to a leap February":     {"2024-01-31", 1, 0, result{"2024-02-29", "2024-01-31"}},
		"the end does not stick":    {"2023-02-28", 1, 5, result{"2023-03-28", "2028-02-28"}},
		"29 February plus a year":   {"2024-02-29", 12, 1, result{"2025-02-28", "2025-02-28"}},
		"29 February plus four":     {"2024-02-29", 48, 4, result{"2028-02-29", "2028-02-29"}},
		"over the end of the year":  {"2025-11-30", 3, 0, result{"2026-02-28", "2025-11-30"}},
		"back over the year":        {"2026-01-31", -2, -1, result{"2025-11-30", "2025-01-31"}},
		"back twelve":               {"2026-12-01", -12, -1, result{"2025-12-01", "2025-12-01"}},
		"stops at the last day":     {"9999-12-01", 1, 1, result{"9999-12-31", "9999-12-31"}},
		"stops at the first day":    {"0001-01-31", -1, -1, result{"0001-01-01", "0001-01-01"}},
		"the last month is allowed": {"9999-11-30", 1, 0, result{"9999-12-30", "9999-11-30"}},
		"huge numbers":              {"2024-01-01", math.MaxInt, math.MaxInt, result{"9999-12-31", "9999-12-31"}},
		"hugely negative numbers":   {"2024-01-01", math.MinInt, math.MinInt, result{"0001-01-01", "0001-01-01"}},
	} {
		d := parse(t, c.from)
		got := result{d.AddMonths(c.months).String(), d.AddYears(c.years).String()}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

func TestAddPeriodClampsOnceThenAddsDays(t *testing.T) {
	for name, c := range map[string]struct{ from, period, want string }{
		"years and months together": {"2024-02-29", "P1Y1M", "2025-03-29"}, // a year first would give the 28th
		"then days":                 {"2024-01-31", "P1M1D", "2024-03-01"},
		"weeks are seven days":      {"2026-09-01", "P2W", "2026-09-15"},
		"14 days over February":     {"2024-02-20", "P14D", "2024-03-05"},
		"month end, 3 years 6":      {"2024-12-31", "P3Y6M", "2028-06-30"},
		"five years of a leap day":  {"2024-02-29", "P5Y", "2029-02-28"},
		"no time at all":            {"2024-02-29", "P0D", "2024-02-29"},
		"stops at the last day":     {"2024-02-29", "P9999Y9999M9999W9999D", "9999-12-31"},
	} {
		p, ok := date.ParsePeriod(c.period)
		if !ok {
			t.Fatalf("ParsePeriod(%q) failed", c.period)
		}
		if got := parse(t, c.from).Add(p).String(); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
	huge := date.Period{Years: math.MinInt, Months: math.MinInt, Weeks: math.MinInt, Days: math.MinInt}
	if got := parse(t, "2024-02-29").Add(huge).String(); got != "0001-01-01" {
		t.Errorf("got %s", got)
	}
}

func TestArithmeticOnNoDateIsNoDate(t *testing.T) {
	day := parse(t, "2024-02-29")
	for _, d := range []date.Date{{}, {Year: 2023, Month: 2, Day: 30}} {
		got := []date.Date{d.AddDays(1), d.AddMonths(1), d.AddYears(1), d.Add(date.Period{Days: 1})}
		if diff := cmp.Diff(make([]date.Date, 4), got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", d, diff)
		}
		if d.Weekday() != 0 || d.DaysUntil(day) != 0 || day.DaysUntil(d) != 0 {
			t.Errorf("%v: has a weekday or a distance", d)
		}
	}
}

func TestDaysStopAtTheCalendarsEnds(t *testing.T) {
	d := parse(t, "2024-02-29")
	got := []string{d.AddDays(math.MaxInt).String(), d.AddDays(math.MinInt).String(), d.AddDays(0).String()}
	if diff := cmp.Diff([]string{"9999-12-31", "0001-01-01", "2024-02-29"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWeekdayNames(t *testing.T) {
	got := []string{date.Monday.String(), date.Sunday.String(), date.Weekday(0).String(), date.Weekday(8).String()}
	if diff := cmp.Diff([]string{"Monday", "Sunday", "weekday(0)", "weekday(8)"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Package time carries a day that a month does not have into the next month,
// so the oracle asks for the first of the month and takes the smaller day.
func FuzzArithmetic(f *testing.F) {
	f.Add(2024, 2, 29, 12)
	f.Add(2026, 1, 31, -11)
	f.Add(1, 1, 1, 100000)
	f.Fuzz(func(t *testing.T, year, month, day, n int) {
		d, ok := date.New(year, month, day)
		if !ok || n < -100000 || n > 100000 {
			return
		}
		at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		inRange := func(at time.Time) bool { return at.Year() >= 1 && at.Year() <= 9999 }
		if later := at.AddDate(0, 0, n); inRange(later) {
			got := d.AddDays(n)
			if want := later.Format(time.DateOnly); got.String() != want {
				t.Fatalf("%v + %d days: got %v, want %s", d, n, got, want)
			}
			if d.DaysUntil(got) != n || got.DaysUntil(d) != -n {
				t.Fatalf("%v to %v: got %d days, want %d", d, got, d.DaysUntil(got), n)
			}
		}
		start := time.Date(year, time.Month(month+n), 1, 0, 0, 0, 0, time.UTC)
		if inRange(start) {
			end := start.AddDate(0, 1, -1)
			want := start.AddDate(0, 0, min(day, end.Day())-1).Format(time.DateOnly)
			if got := d.AddMonths(n); got.String() != want {
				t.Fatalf("%v + %d months: got %v, want %s", d, n, got, want)
			}
		}
	})
}
