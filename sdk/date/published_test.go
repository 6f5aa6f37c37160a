package date_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
)

// The rules give the days that another program gives, made by others.
func TestHolidaysAreThoseOfAPublishedList(t *testing.T) {
	b, err := os.ReadFile("testdata/holidays.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Lists []struct {
			Country date.Calendar
			Year    int
			Days    []date.Date
		}
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Lists) != 5*18 {
		t.Fatalf("got %d lists, want five countries and 18 years", len(file.Lists))
	}
	for _, l := range file.Lists {
		var got []date.Date
		for d := (date.Date{Year: l.Year, Month: 1, Day: 1}); d.Year == l.Year; d = d.AddDays(1) {
			if l.Country.IsHoliday(d) {
				got = append(got, d)
			}
			if !l.Country.Knows(d) {
				t.Fatalf("%s does not know %v", l.Country, d)
			}
		}
		if diff := cmp.Diff(corrected(l.Country, l.Days), got); diff != "" {
			t.Errorf("%s %d (-list +rules):\n%s", l.Country, l.Year, diff)
		}
	}
}

// corrected puts one error of the list right: the First Day of Summer in Iceland
// is a Thursday from 19 to 25 April, and the list takes the 18th where that is a
// Thursday. In 2019 and 2024 it was the 25th.
func corrected(c date.Calendar, days []date.Date) []date.Date {
	if c != date.IS {
		return days
	}
	eighteenth := date.Date{Year: days[0].Year, Month: 4, Day: 18}
	if eighteenth.Weekday() != date.Thursday {
		return days
	}
	maundy := date.Easter(eighteenth.Year).AddDays(-3) // stays where it is the 18th, too
	days = slices.DeleteFunc(slices.Clone(days), func(d date.Date) bool { return d == eighteenth && d != maundy })
	days = append(days, eighteenth.AddDays(7))
	slices.SortFunc(days, date.Date.Compare)
	return days
}

// The institutions have their own days, as far as the decisions were read.
func TestHolidaysOfTheInstitutions(t *testing.T) {
	type answer struct{ Holiday, Known bool }
	for s, want := range map[string]answer{
		"2023-04-06": {true, true},   // Maundy Thursday
		"2023-12-29": {true, true},   // the last of five days
		"2023-07-21": {false, true},  // free in Brussels only
		"2023-06-23": {false, true},  // free in Luxembourg only
		"2023-05-30": {false, true},  // an ordinary Tuesday
		"2024-05-10": {true, true},   // the day after Ascension
		"2024-08-15": {true, true},   // the last that was read
		"2024-08-16": {false, false}, // not read
		"2022-04-15": {false, false},
		"2026-04-03": {false, false},
	} {
		d := parse(t, s)
		if got := (answer{date.Institutions{}.IsHoliday(d), date.Institutions{}.Knows(d)}); got != want {
			t.Errorf("%s: got %+v, want %+v", s, got, want)
		}
	}
	if date.SE.Knows(date.Date{}) || date.SE.Knows(parse(t, "2017-12-31")) || date.Calendar("DE").Knows(parse(t, "2026-01-01")) {
		t.Error("a calendar knows what its rules are not made for")
	}
}
