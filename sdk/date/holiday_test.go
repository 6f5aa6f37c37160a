package date_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
)

// butcher is the "anonymous" algorithm of 1876, which shares no step with the
// tables of epacts.
func butcher(year int) date.Date {
	a, b, c := year%19, year/100, year%100
	g := (b - (b+8)/25 + 1) / 3
	h := (19*a + b - b/4 - g + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date.Date{Year: year, Month: n / 31, Day: n%31 + 1}
}

func TestEasterInEveryYear(t *testing.T) {
	for year := 1; year <= 9999; year++ {
		if got, want := date.Easter(year), butcher(year); got != want {
			t.Errorf("%d: got %v, want %v", year, got, want)
		}
	}
	// The earliest and the latest Easter, the two exceptions of the epact, and this decade.
	for _, s := range []string{"1818-03-22", "2038-04-25", "1954-04-18", "1981-04-19", "2024-03-31", "2025-04-20", "2026-04-05"} {
		if want := parse(t, s); date.Easter(want.Year) != want {
			t.Errorf("got %v, want %v", date.Easter(want.Year), want)
		}
	}
	if !date.Easter(0).IsZero() || !date.Easter(10000).IsZero() {
		t.Error("a year outside the calendar has an Easter")
	}
}

func TestHolidaysOfAYear(t *testing.T) {
	for c, want := range map[date.Calendar][]string{
		date.SE: {"01-01", "01-06", "04-03", "04-05", "04-06", "05-01", "05-14", "05-24", "06-06", "06-20", "10-31", "12-25", "12-26"},
		date.DK: {"01-01", "04-02", "04-03", "04-05", "04-06", "05-14", "05-24", "05-25", "12-25", "12-26"},
		date.NO: {"01-01", "04-02", "04-03", "04-05", "04-06", "05-01", "05-14", "05-17", "05-24", "05-25", "12-25", "12-26"},
		date.FI: {"01-01", "01-06", "04-03", "04-05", "04-06", "05-01", "05-14", "05-24", "06-20", "10-31", "12-06", "12-25", "12-26"},
		date.IS: {"01-01", "04-02", "04-03", "04-05", "04-06", "04-23", "05-01", "05-14", "05-24", "05-25", "06-17", "08-03", "12-25", "12-26"},
		"":      nil,
		"XX":    nil,
	} {
		var got []string
		for d := parse(t, "2026-01-01"); d.Year == 2026; d = d.AddDays(1) {
			if c.IsHoliday(d) {
				got = append(got, d.String()[5:])
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q in 2026 (-want +got):\n%s", c, d)
		}
	}
}

func TestFloatingHolidaysKeepToTheirWeek(t *testing.T) {
	for s, c := range map[string]date.Calendar{
		"2020-06-20": date.SE, "2021-06-26": date.FI, "2026-10-31": date.SE, "2027-11-06": date.FI,
		"2029-04-19": date.IS, "2024-04-25": date.IS, "2022-08-01": date.IS, "2023-08-07": date.IS,
	} {
		if !c.IsHoliday(parse(t, s)) {
			t.Errorf("%s is no holiday in %s", s, c)
		}
	}
	for s, c := range map[string]date.Calendar{
		"2026-06-27": date.SE, "2026-11-07": date.SE, "2026-04-16": date.IS, "2026-08-10": date.IS, "2024-04-26": date.DK,
		"2026-06-19": date.SE, "2026-12-24": date.SE, "2026-12-31": date.SE, // the eves
	} {
		if c.IsHoliday(parse(t, s)) {
			t.Errorf("%s is a holiday in %s", s, c)
		}
	}
	if !date.DK.IsHoliday(parse(t, "2023-05-05")) {
		t.Error("Store Bededag of 2023 is no holiday in DK")
	}
	if date.DK.IsHoliday(date.Date{}) || date.DK.IsHoliday(date.Date{Year: 2023, Month: 1}) {
		t.Error("no date is a holiday")
	}
}

func TestDeadlineVectors(t *testing.T) {
	b, err := os.ReadFile("testdata/deadline-vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	type vector struct {
		Received, Due, Raw date.Date
		Calendar           date.Calendar
		DueExt             date.Date `json:"due_ext"`
		RawExt             date.Date `json:"raw_ext"`
		Weekday            string    `json:"wd"`
	}
	var file struct{ Vectors []vector }
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Vectors) != 18 {
		t.Fatalf("got %d vectors", len(file.Vectors))
	}
	for _, want := range file.Vectors {
		got := vector{Received: want.Received, Calendar: want.Calendar}
		got.Raw, got.RawExt = want.Received.AddMonths(1), want.Received.AddMonths(3)
		got.Due, got.DueExt = date.MonthsAfter(want.Received, 1, want.Calendar), date.MonthsAfter(want.Received, 3, want.Calendar)
		got.Weekday = got.Raw.Weekday().String()[:3]
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%v in %s (-want +got):\n%s", want.Received, want.Calendar, d)
		}
	}
}

func TestWorkingDaysWithOtherLists(t *testing.T) {
	closed := date.Days{parse(t, "2026-11-20"), parse(t, "2026-11-23")}
	friday := parse(t, "2026-11-20")
	type result struct {
		Working bool
		Rolled  string
	}
	for name, c := range map[string]struct {
		day  date.Date
		list date.Holidays
		want result
	}{
		"weekends only":             {friday, nil, result{true, "2026-11-20"}},
		"Saturday, weekends only":   {friday.AddDays(1), nil, result{false, "2026-11-23"}},
		"Sunday, weekends only":     {friday.AddDays(2), nil, result{false, "2026-11-23"}},
		"a list over the weekend":   {friday, closed, result{false, "2026-11-24"}},
		"a calendar of no country":  {friday, date.Calendar(""), result{true, "2026-11-20"}},
		"the zero Date":             {date.Date{}, closed, result{false, ""}},
		"last day, always closed":   {parse(t, "9999-12-30"), always{}, result{false, "9999-12-31"}},
		"last day is a working day": {parse(t, "9999-12-31"), nil, result{true, "9999-12-31"}},
	} {
		got := result{date.IsWorkingDay(c.day, c.list), date.RollForward(c.day, c.list).String()}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

type always struct{}

func (always) IsHoliday(date.Date) bool { return true }
