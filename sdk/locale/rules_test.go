package locale_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
)

func TestPluralRulesAsCLDR(t *testing.T) {
	for tag, rule := range map[locale.Tag]locale.PluralRule{
		locale.SV: locale.OneOther, locale.DA: locale.OneOther, locale.NB: locale.OneOther, locale.NN: locale.OneOther,
		locale.FI: locale.OneOther, locale.EN: locale.OneOther, locale.IS: locale.OneEndsWith1,
	} {
		for n := range 1001 {
			want := plural.Cardinal.MatchPlural(language.MustParse(string(tag)), n, 0, 0, 0, 0) == plural.One
			if got := rule.IsOne(n); got != want {
				t.Errorf("%s, %d: got %v, want %v", tag, n, got, want)
			}
			if rule.IsOne(-n) != rule.IsOne(n) {
				t.Errorf("%s: %d and its negative differ", tag, n)
			}
		}
	}
}

// finnish inflects the unit by its place.
var finnish = locale.Rules{
	Months:      [12]string{0: "tammikuuta", 11: "joulukuuta"},
	DatePattern: "{d}. {month} {y}",
	Year: locale.Unit{
		Count:   locale.Plural{One: "{n} vuosi", Other: "{n} vuotta"},
		Lasting: locale.Plural{One: "{n} vuoden", Other: "{n} vuotta"},
		Later:   locale.Plural{One: "{n} vuoden", Other: "{n} vuoden"},
		Within:  locale.Plural{One: "vuoden", Other: "{n} vuoden"},
	},
	Month: locale.Unit{Count: locale.Plural{One: "{n} kuukausi", Other: "{n} kuukautta"}},
	Week:  locale.Unit{Count: locale.Plural{One: "{n} viikko", Other: "{n} viikkoa"}},
	Day:   locale.Unit{Count: locale.Plural{One: "{n} päivä", Other: "{n} päivää"}},
	And:   "ja", Or: "tai",
}

func TestPeriodInWords(t *testing.T) {
	for name, c := range map[string]struct {
		period date.Period
		form   locale.Form
		want   string
	}{
		"one":              {date.Period{Years: 1}, locale.Count, "1 vuosi"},
		"many":             {date.Period{Years: 2}, locale.Count, "2 vuotta"},
		"lasting":          {date.Period{Years: 1}, locale.Lasting, "1 vuoden"},
		"later":            {date.Period{Years: 5}, locale.Later, "5 vuoden"},
		"without a number": {date.Period{Years: 1}, locale.Within, "vuoden"},
		"unknown place":    {date.Period{Years: 1}, 9, "1 vuosi"},
		"two units":        {date.Period{Years: 3, Months: 6}, locale.Count, "3 vuotta ja 6 kuukautta"},
		"all units":        {date.Period{Years: 3, Months: 1, Weeks: 2, Days: 1}, locale.Count, "3 vuotta, 1 kuukausi, 2 viikkoa ja 1 päivä"},
		"no time at all":   {date.Period{}, locale.Count, "0 päivää"},
	} {
		if got := finnish.Period(c.period, c.form); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	if got := (locale.Rules{}).Period(date.Period{Years: 1}, locale.Count); got != "" {
		t.Errorf("zero Rules: got %q", got)
	}
}

func TestDateInWords(t *testing.T) {
	got := []string{
		finnish.Date(date.Date{Year: 2026, Month: 12, Day: 6}),
		finnish.Date(date.Date{Year: 800, Month: 1, Day: 31}),
		finnish.Date(date.Date{}),
		finnish.Date(date.Date{Year: 2026, Month: 13, Day: 1}),
		locale.Rules{}.Date(date.Date{Year: 2026, Month: 12, Day: 6}),
	}
	want := []string{"6. joulukuuta 2026", "31. tammikuuta 800", "", "2026-13-01", "2026-12-06"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestLists(t *testing.T) {
	items := []string{"a", "b", "c", "d"}
	var got []string
	for n := range 5 {
		got = append(got, finnish.List(items[:n]))
	}
	got = append(got, finnish.ListOr(items[:3]), locale.Rules{}.List(items[:3]))
	want := []string{"", "a", "a ja b", "a, b ja c", "a, b, c ja d", "a, b tai c", "a, b, c"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
