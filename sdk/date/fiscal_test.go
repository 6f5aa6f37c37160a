package date_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
)

func TestFiscalYearsFindTheYearOfAnEvent(t *testing.T) {
	long := date.FiscalYear{Start: parse(t, "2023-07-01"), End: parse(t, "2024-12-31")} // a first year of 18 months
	next := date.FiscalYear{Start: parse(t, "2025-01-01"), End: parse(t, "2025-12-31")}
	turned := date.FiscalYear{Start: parse(t, "2022-12-31"), End: parse(t, "2022-01-01")}
	years := date.FiscalYears{turned, next, long}
	for day, want := range map[string]date.FiscalYear{
		"2023-07-01": long, "2024-12-31": long, "2025-01-01": next, "2025-12-31": next,
		"2023-06-30": {}, "2026-01-01": {}, "2022-06-01": {},
	} {
		got, ok := years.Containing(parse(t, day))
		if d := cmp.Diff(want, got); d != "" || ok != want.IsValid() {
			t.Errorf("%s: %v (-want +got):\n%s", day, ok, d)
		}
	}
	if _, ok := years.Containing(date.Date{}); ok {
		t.Error("no date lies in a year")
	}
}

func TestEndOfFiscalYear(t *testing.T) {
	for name, c := range map[string]struct {
		at         string
		month, day int
		want       string
	}{
		"calendar year":                    {"2024-06-14", 1, 1, "2024-12-31"},
		"last day is still the year":       {"2024-12-31", 1, 1, "2024-12-31"},
		"school year, autumn":              {"2024-07-01", 7, 1, "2025-06-30"},
		"school year, spring":              {"2024-06-30", 7, 1, "2024-06-30"},
		"ends on the leap day":             {"2024-01-15", 3, 1, "2024-02-29"},
		"ends on 28 February":              {"2024-03-01", 3, 1, "2025-02-28"},
		"begins on the leap day":           {"2024-03-05", 2, 29, "2025-02-27"},
		"begins on a leap day it has not":  {"2025-02-28", 2, 29, "2026-02-27"},
		"not whole before the calendar":    {"0001-01-01", 7, 1, "0001-06-30"},
		"not whole after the calendar":     {"9999-12-31", 7, 1, "9999-12-31"},
		"a first day the calendar has not": {"2024-06-14", 2, 30, ""},
	} {
		if got := date.EndOfFiscalYear(parse(t, c.at), c.month, c.day).String(); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
	if got := date.FiscalYearOf(parse(t, "2024-06-30"), 7, 1).Start.String(); got != "2023-07-01" {
		t.Errorf("start: got %s", got)
	}
	if got := date.FiscalYearOf(date.Date{}, 7, 1); got != (date.FiscalYear{}) {
		t.Errorf("no date: got %v", got)
	}
}

func TestEndOfCalendarYear(t *testing.T) {
	if got := date.EndOfCalendarYear(parse(t, "2024-04-30")).String(); got != "2024-12-31" {
		t.Errorf("got %s", got)
	}
	if got := date.EndOfCalendarYear(date.Date{Year: 2024}); !got.IsZero() {
		t.Errorf("got %v", got)
	}
}

// Statutory examples: the financial year ends, and the material is kept through the given day.
func TestKeepThroughTheEndOfAStatutoryPeriod(t *testing.T) {
	five, six, seven := date.Period{Years: 5}, date.Period{Years: 6}, date.Period{Years: 7}
	for name, c := range map[string]struct{ got, want date.Date }{
		"DK, year ends in December": {parse(t, "2024-12-31").Add(five), parse(t, "2029-12-31")},
		"DK, year ends in June":     {parse(t, "2025-06-30").Add(five), parse(t, "2030-06-30")},
		"DK, year ends on 29/2":     {parse(t, "2024-02-29").Add(five), parse(t, "2029-02-28")},
		"SE, calendar year":         {date.EndOfCalendarYear(parse(t, "2024-04-30")).Add(seven), parse(t, "2031-12-31")},
		"FI, calendar year":         {date.EndOfCalendarYear(parse(t, "2017-04-30")).Add(six), parse(t, "2023-12-31")},
		"NO, three years and a half": {
			parse(t, "2024-12-31").Add(date.Period{Years: 3, Months: 6}), parse(t, "2028-06-30"),
		},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", name, c.got, c.want)
		}
	}
}
