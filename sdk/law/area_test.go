package law_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
)

func TestAreaHasItsMembersOfTheDay(t *testing.T) {
	day := func(year, month, day int) date.Date { return date.Date{Year: year, Month: month, Day: day} }
	tests := []struct {
		name    string
		country string
		at      date.Date
		want    bool
	}{
		{"a member of the Union", "SE", day(2026, 9, 1), true},
		{"a member of the EEA alone", "NO", day(2026, 9, 1), true},
		{"without a day", "IS", date.Date{}, true},
		{"the Union as a whole", "EU", day(2026, 9, 1), true},
		{"Åland", "AX", day(2026, 9, 1), true},
		{"the Faroe Islands never", "FO", day(2026, 9, 1), false},
		{"Switzerland never", "CH", date.Date{}, false},
		{"another continent", "US", day(2026, 9, 1), false},
		{"the United Kingdom on the last day of the transition", "GB", day(2020, 12, 31), true},
		{"the United Kingdom on the day after", "GB", day(2021, 1, 1), false},
		{"the United Kingdom without a day", "GB", date.Date{}, false},
		{"Croatia before it joined", "HR", day(2013, 6, 30), false},
		{"no country", "", date.Date{}, false},
	}
	for _, tt := range tests {
		if got := law.InEEA(tt.country, tt.at); got != tt.want {
			t.Errorf("%s: %s: got %t", tt.name, tt.country, got)
		}
	}
}

// Every country with an authority that the GDPR demands is in the area, but
// for those whose row says otherwise.
func TestAreaAgreesWithAuthorities(t *testing.T) {
	outside := map[string]bool{"GB": true, "CH": true, "FO": true, "GL": true, "EU-EDPS": true, "EU-EDPB": true}
	for a := range law.Authorities() {
		if got := law.InEEA(a.Code, date.Date{}); got == outside[a.Code] {
			t.Errorf("%s: in the area: %t", a.Code, got)
		}
	}
}
