package consent_test

import (
	"slices"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
)

// The day from which the GDPR applies. Before it there is no age of consent.
var applies = date.Date{Year: 2018, Month: 5, Day: 25}

// limit is the age that must hold in a jurisdiction on a day, worked out from the
// table in another way than the package does; 0 for none.
func limit(jurisdiction string, on date.Date) int {
	years, covered, aged := 0, false, false
	for row := range law.Ages() {
		if row.Jurisdiction != jurisdiction {
			continue
		}
		aged = aged || row.Years > 0
		if row.From.Compare(on) <= 0 && (row.To.IsZero() || on.Compare(row.To) <= 0) {
			years, covered = row.Years, true
		}
	}
	if !covered && aged && on.Compare(applies) >= 0 {
		return 16
	}
	return years
}

// child answers for the club for children, on the day, in a policy under the law
// of one country, and gives the codes.
func child(t *testing.T, under, lives string, born, on date.Date) []string {
	t.Helper()
	q := question(t, "club")
	q.Country = under
	a := ticked(&q)
	a.At, a.Person.Born, a.Person.Country = on.String()+"T23:30:00-05:00", born, lives
	return codes(consent.Decide(q, a).Reasons)
}

// Each row of the table: on its first and its last day, the day before and the day
// after, for somebody who reaches the age that day, and a day later or earlier.
func TestEachAgeOfConsent(t *testing.T) {
	rows := 0
	for row := range law.Ages() {
		rows++
		under, lives := "SE", row.Jurisdiction
		if lives == "EU-INST" {
			under, lives = "EU", "DE" // one age for all, wherever they live
		}
		days := []date.Date{row.From, row.From.AddDays(-1), row.From.AddDays(1000)}
		if !row.To.IsZero() {
			days = append(days, row.To, row.To.AddDays(1))
		}
		for _, on := range days {
			want := limit(row.Jurisdiction, on)
			years, known := consent.AgeOfConsent(under, lives, on)
			if years != want || known != (want > 0) {
				t.Errorf("%s on %s: %d, %v; want %d", row.Jurisdiction, on, years, known, want)
			}
			if want == 0 {
				if got := child(t, under, lives, on.AddYears(-40), on); !slices.Contains(got, "unknown-country") {
					t.Errorf("%s on %s has no age, and a yes counts: %v", row.Jurisdiction, on, got)
				}
				continue
			}
			for later, wrong := range map[int]bool{1: true, 0: false, -1: false} {
				born := date.Date{Year: on.Year - want, Month: on.Month, Day: on.Day}.AddDays(later)
				if got := slices.Contains(child(t, under, lives, born, on), "too-young"); got != wrong {
					t.Errorf("%s on %s, born on %s: too young: %v", row.Jurisdiction, on, born, got)
				}
			}
		}
	}
	if rows != 34 {
		t.Errorf("the table has %d rows, want 34", rows)
	}
}

// What the table must say of a few, whatever its rows.
func TestSomeAgesOfConsent(t *testing.T) {
	on := func(y, m, d int) date.Date { return date.Date{Year: y, Month: m, Day: d} }
	for _, tt := range []struct {
		under, lives string
		on           date.Date
		want         int
	}{
		{"SE", "SE", day, 13}, {"SE", "DK", on(2023, 12, 31), 13}, {"SE", "DK", on(2024, 1, 1), 15}, {"SE", "FI", on(2018, 12, 31), 16},
		{"SE", "FI", on(2019, 1, 1), 13}, {"DK", "FR", day, 15}, {"SE", "DE", day, 16}, {"SE", "NO", day, 13}, {"SE", "GB", day, 13},
		{"SE", "SE", on(2018, 5, 24), 0}, {"SE", "CH", day, 0}, {"SE", "US", day, 0}, {"SE", "", day, 0}, {"SE", "EU", day, 0}, {"SE", "SE", date.Date{}, 0},
		{"EU", "", day, 13}, {"EU", "DE", day, 13}, {"EU", "US", day, 13}, {"EU", "DE", on(2018, 12, 10), 16},
	} {
		if years, known := consent.AgeOfConsent(tt.under, tt.lives, tt.on); years != tt.want || known != (tt.want > 0) {
			t.Errorf("a policy of %q, somebody in %q, %s: %d, %v; want %d", tt.under, tt.lives, tt.on, years, known, tt.want)
		}
	}
}

// What is not known does not count as enough.
func TestUnknownAgeAndCountry(t *testing.T) {
	old := day.AddYears(-40)
	for _, tt := range []struct {
		name, under, lives string
		born               date.Date
		want               string
	}{
		{"nothing", "SE", "", date.Date{}, "unknown-country"},
		{"age alone", "SE", "", old, "unknown-country"},
		{"country alone", "SE", "SE", date.Date{}, "unknown-age"},
		{"a country without a fixed age", "SE", "CH", old, "unknown-country"},
		{"a country that the table lacks", "SE", "US", old, "unknown-country"},
		{"born after the answer", "SE", "SE", day.AddDays(1), "unknown-age"},
		{"no such birth", "SE", "SE", date.Date{Year: 1980, Month: 2, Day: 30}, "unknown-age"},
		{"an institution, age unknown", "EU", "SE", date.Date{}, "unknown-age"},
		{"an institution, country unknown", "EU", "", old, ""},
		{"both", "SE", "SE", old, ""},
	} {
		got := child(t, tt.under, tt.lives, tt.born, day)
		if tt.want == "" && len(got) > 0 || tt.want != "" && !slices.Equal(got, []string{tt.want}) {
			t.Errorf("%s: %v, want %q", tt.name, got, tt.want)
		}
	}
}

// Joint consent is French law, which the institutions of the Union do not follow.
func TestFrenchChildrenBeforeAnInstitution(t *testing.T) {
	q := question(t, "club")
	q.Country = "EU"
	a := ticked(&q)
	a.By, a.Guardian.Verified, a.Person.Country, a.Person.Born = consent.ByGuardian, "eid", "FR", day.AddYears(-12)
	if got := codes(consent.Decide(q, a).Reasons); slices.Contains(got, "child-too") {
		t.Errorf("reasons: %v", got)
	}
}

// A consent is judged by the age of its day: Danish consents of 2023 keep the
// limit of 13.
func TestAConsentKeepsTheAgeOfItsDay(t *testing.T) {
	q := question(t, "club")
	a := ticked(&q)
	a.At, a.Person.Country, a.Person.Born = "2023-12-31T12:00:00+01:00", "DK", date.Date{Year: 2010, Month: 12, Day: 31}
	r := consent.Decide(q, a)
	if r.Status != consent.Given || !consent.Stands(r, q, date.Date{Year: 2024, Month: 6, Day: 1}, a.Person.Born).Counts {
		t.Errorf("it does not count: %v", codes(r.Reasons))
	}
}

// Age is not asked where the service is not offered directly to children.
func TestAgeIsNotAskedElsewhere(t *testing.T) {
	for _, id := range []string{"newsletter", "allergies", "statistics", "waiver"} {
		for _, born := range []date.Date{{}, day.AddYears(-5), day.AddYears(-50)} {
			q := question(t, id)
			a := ticked(&q)
			a.Person.Born = born
			if r := consent.Decide(q, a); r.Status != consent.Given || len(r.Reasons) > 0 {
				t.Errorf("%s, born on %s: %v", id, born, codes(r.Reasons))
			}
		}
	}
}

// Whoever was born on a leap day is a year older on the first of March.
func TestAgeOn(t *testing.T) {
	leap := date.Date{Year: 2012, Month: 2, Day: 29}
	for _, tt := range []struct {
		born, on date.Date
		years    int
		known    bool
	}{
		{leap, date.Date{Year: 2025, Month: 2, Day: 28}, 12, true},
		{leap, date.Date{Year: 2025, Month: 3, Day: 1}, 13, true},
		{leap, date.Date{Year: 2028, Month: 2, Day: 28}, 15, true},
		{leap, date.Date{Year: 2028, Month: 2, Day: 29}, 16, true},
		{leap, leap, 0, true},
		{leap, leap.AddDays(-1), 0, false},
		{date.Date{}, day, 0, false},
		{day, date.Date{}, 0, false},
		{date.Date{Year: 2010, Month: 12, Day: 31}, date.Date{Year: 2026, Month: 1, Day: 1}, 15, true},
	} {
		if years, known := consent.AgeOn(tt.born, tt.on); years != tt.years || known != tt.known {
			t.Errorf("born on %s, on %s: %d, %v", tt.born, tt.on, years, known)
		}
	}
	if got := child(t, "SE", "SE", leap, date.Date{Year: 2025, Month: 2, Day: 28}); !slices.Contains(got, "too-young") {
		t.Errorf("the day before: %v", got)
	}
	if got := child(t, "SE", "SE", leap, date.Date{Year: 2025, Month: 3, Day: 1}); len(got) > 0 {
		t.Errorf("on the day: %v", got)
	}
}
