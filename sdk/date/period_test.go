package date_test

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
)

func TestParsePeriodReadsEachUnit(t *testing.T) {
	for s, want := range map[string]date.Period{
		"P5Y": {Years: 5}, "P3Y6M": {Years: 3, Months: 6}, "P2W": {Weeks: 2}, "P14D": {Days: 14},
		"P1Y2M3W4D": {Years: 1, Months: 2, Weeks: 3, Days: 4}, "P9999D": {Days: 9999}, "P0D": {}, "P0Y": {}, "P007D": {Days: 7},
	} {
		got, ok := date.ParsePeriod(s)
		if d := cmp.Diff(want, got); d != "" || !ok || !got.IsValid() {
			t.Errorf("%s: %v (-want +got):\n%s", s, ok, d)
		}
	}
}

func TestParsePeriodRefuses(t *testing.T) {
	for name, s := range map[string]string{
		"nothing": "", "no unit": "P", "no P": "5Y", "lower case": "p5y", "time": "PT5M", "time after": "P1DT5H",
		"negative": "P-5Y", "negative whole": "-P5Y", "fraction": "P0.5Y", "five digits": "P10000D", "wrong order": "P6M3Y",
		"twice": "P1Y1Y", "no number": "PY", "no designator": "P5", "rest": "P5Y ", "hours": "P5H", "other digits": "P５Y",
	} {
		if p, ok := date.ParsePeriod(s); ok || !p.IsZero() {
			t.Errorf("%s: ParsePeriod(%q) = %v, %v", name, s, p, ok)
		}
	}
}

func TestPeriodBuiltInGoMayBeInvalid(t *testing.T) {
	for _, p := range []date.Period{{Years: -1}, {Months: 10000}, {Weeks: -3}, {Days: 1 << 30}} {
		if p.IsValid() {
			t.Errorf("%v is valid", p)
		}
	}
	if got := (date.Period{Years: -1}).String(); got != "P-1Y" {
		t.Errorf("got %s", got)
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"P5Y", "P3Y6M", "P2W", "P14D", "P", "PT1H", "P1Y1Y", "P99999D", "P0001Y0M"} {
		f.Add(s)
	}
	grammar := regexp.MustCompile(`\AP([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,4}D)?\z`)
	f.Fuzz(func(t *testing.T, s string) {
		p, ok := date.ParsePeriod(s)
		if want := s != "P" && grammar.MatchString(s); ok != want {
			t.Fatalf("ParsePeriod(%q): got %v, want %v", s, ok, want)
		}
		if !ok {
			return
		}
		if again, ok := date.ParsePeriod(p.String()); !ok || again != p {
			t.Fatalf("%q: %v is written %s and read as %v", s, p, p, again)
		}
	})
}
