package date_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
)

var (
	_ encoding.TextMarshaler   = date.Date{}
	_ encoding.TextUnmarshaler = (*date.Date)(nil)
	_ encoding.TextMarshaler   = date.Period{}
	_ encoding.TextUnmarshaler = (*date.Period)(nil)
)

func parse(t *testing.T, s string) date.Date {
	t.Helper()
	d, ok := date.Parse(s)
	if !ok {
		t.Fatalf("Parse(%q) failed", s)
	}
	return d
}

func TestParseIsStrict(t *testing.T) {
	for name, s := range map[string]string{
		"empty": "", "no such day": "2023-02-29", "month 13": "2023-13-01", "month 0": "2023-00-10",
		"day 0": "2023-01-00", "year 0": "0000-01-01", "space before": " 2023-01-01", "newline after": "2023-01-01\n",
		"with time": "2023-01-01T00:00", "short year": "203-01-011", "basic format": "20230101", "slashes": "2023/01/01",
		"other digits": "２023-01-01", "sign": "+023-01-01", "century not leap": "1900-02-29",
		"a day without a leading zero": "2023-01-1", "letters": "2023-0a-01",
	} {
		if d, ok := date.Parse(s); ok || !d.IsZero() {
			t.Errorf("%s: Parse(%q) = %v, %v", name, s, d, ok)
		}
	}
	for _, s := range []string{"0001-01-01", "2000-02-29", "2024-02-29", "9999-12-31"} {
		if got := parse(t, s).String(); got != s {
			t.Errorf("got %q, want %q", got, s)
		}
	}
}

func TestNewRefusesDaysOutsideTheCalendar(t *testing.T) {
	if d, ok := date.New(2023, 4, 31); ok || !d.IsZero() {
		t.Errorf("got %v, %v", d, ok)
	}
	if d, ok := date.New(10000, 1, 1); ok || !d.IsZero() {
		t.Errorf("got %v, %v", d, ok)
	}
	if d, ok := date.New(2024, 2, 29); !ok || d != (date.Date{Year: 2024, Month: 2, Day: 29}) {
		t.Errorf("got %v, %v", d, ok)
	}
}

func TestStringOfDatesThatParseRefuses(t *testing.T) {
	got := []string{
		date.Date{}.String(),
		date.Date{Year: 12026, Month: 13, Day: 111}.String(),
		date.Date{Year: -5, Month: 0, Day: 7}.String(),
	}
	if d := cmp.Diff([]string{"", "12026-13-111", "-5-00-07"}, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestTextRoundTripThroughJSON(t *testing.T) {
	type record struct {
		Day, None date.Date
		Keep      date.Period
	}
	want := record{Day: parse(t, "2024-02-29"), Keep: date.Period{Years: 3, Months: 6}}
	b, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if text := `{"Day":"2024-02-29","None":"","Keep":"P3Y6M"}`; string(b) != text {
		t.Errorf("got %s, want %s", b, text)
	}
	var got record
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestTextErrorsKeepTheValueOutAndTheTargetAsItWas(t *testing.T) {
	const secret = "1987-06-54"
	d := parse(t, "2024-01-01")
	err := d.UnmarshalText([]byte(secret))
	if !errors.Is(err, date.NotDate) || strings.Contains(err.Error(), "1987") {
		t.Errorf("got %v", err)
	}
	if d != parse(t, "2024-01-01") {
		t.Errorf("target changed to %v", d)
	}
	p := date.Period{Days: 1}
	if err := p.UnmarshalText([]byte("P30")); !errors.Is(err, date.NotPeriod) || p != (date.Period{Days: 1}) {
		t.Errorf("got %v, %v", err, p)
	}
	if _, err := (date.Date{Year: 2023, Month: 2, Day: 30}).MarshalText(); !errors.Is(err, date.NotDate) {
		t.Errorf("got %v", err)
	}
	if _, err := (date.Period{Days: -1}).MarshalText(); !errors.Is(err, date.NotPeriod) {
		t.Errorf("got %v", err)
	}
	if got := date.FormatError(0).Error(); got != "date: unknown format" {
		t.Errorf("got %q", got)
	}
}

func TestCompareOrdersByYearMonthDay(t *testing.T) {
	days := []date.Date{{}, parse(t, "2023-12-31"), parse(t, "2024-01-30"), parse(t, "2024-02-01"), parse(t, "2024-02-02")}
	for i, a := range days {
		for j, b := range days {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if a.Compare(b) != want || a.Before(b) != (want < 0) || a.After(b) != (want > 0) {
				t.Errorf("%v and %v: got %d, want %d", a, b, a.Compare(b), want)
			}
		}
	}
}

// Package time is the oracle: every day of the calendar in turn.
func TestEveryDayAsPackageTime(t *testing.T) {
	d := date.Date{Year: 1, Month: 1, Day: 1}
	for at := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() <= 9999; at = at.AddDate(0, 0, 1) {
		if got, want := d.String(), at.Format(time.DateOnly); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
		if got, want := int(d.Weekday())%7, int(at.Weekday()); got != want {
			t.Fatalf("%v: got weekday %d, want %d", d, got, want)
		}
		if !d.IsValid() {
			t.Fatalf("%v is not valid", d)
		}
		d = d.AddDays(1)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2024-02-29", "2023-02-29", "0000-00-00", "9999-12-31", "2024-1-01", "", "2024-02-29 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := date.Parse(s)
		at, err := time.Parse(time.DateOnly, s)
		if want := err == nil && len(s) == 10 && at.Year() > 0; ok != want {
			t.Fatalf("Parse(%q): got %v, want %v", s, ok, want)
		}
		if ok && (d.String() != s || !d.IsValid()) {
			t.Fatalf("Parse(%q) = %v", s, d)
		}
		if !ok && !d.IsZero() {
			t.Fatalf("Parse(%q) failed with %v", s, d)
		}
	})
}
