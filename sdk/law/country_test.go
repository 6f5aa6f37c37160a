package law

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lagrum/lagrum/sdk/date"
)

func TestConsentAgeIsThatOfTheDay(t *testing.T) {
	for _, tt := range []struct {
		country, at string
		want        int
	}{
		{"DK", "2023-12-31", 13}, {"DK", "2024-01-01", 15}, {"SE", "2026-01-01", 13}, {"NO", "2026-01-01", 13}, {"FI", "2019-01-01", 13},
		{"IS", "2018-07-15", 13}, {"DE", "2020-01-01", 16}, {"FR", "2020-01-01", 15}, {"EU-INST", "2020-01-01", 13}, {"CH", "2024-01-01", 0},
	} {
		if got, ok := ConsentAge(tt.country, day(t, tt.at)); !ok || got.Years != tt.want {
			t.Errorf("ConsentAge(%s, %s) = %d, %v; want %d", tt.country, tt.at, got.Years, ok, tt.want)
		}
	}
	for country, at := range map[string]string{"FI": "2018-12-31", "NO": "2018-07-19", "XX": "2026-01-01"} {
		if got, ok := ConsentAge(country, day(t, at)); ok {
			t.Errorf("ConsentAge(%s, %s) = %d; want no row", country, at, got.Years)
		}
	}
}

func TestDenmarkTellsOfItsTransition(t *testing.T) {
	for _, at := range []string{"2023-06-01", "2024-06-01"} {
		row, _ := ConsentAge("DK", day(t, at))
		if !strings.Contains(row.Transition, "before 2024-01-01") {
			t.Errorf("at %s: transition %q does not say which consents keep the limit of 13", at, row.Transition)
		}
	}
}

func TestAuthorityForARegime(t *testing.T) {
	for _, tt := range []struct {
		country string
		regime  ActID
		at      string
		want    string
	}{
		{"SE", GDPR, "2026-01-01", "Integritetsskyddsmyndigheten (IMY)"},
		{"SE", GDPR, "2021-01-01", "Integritetsskyddsmyndigheten (IMY)"},
		{"SE", PUL, "2017-01-01", "Datainspektionen"},
		{"SE", GDPR, "2020-12-31", "Datainspektionen"},
		{"BE", EUDPR, "2026-01-01", "European Data Protection Supervisor"},
		{"", EUDPR, "2026-01-01", "European Data Protection Supervisor"},
		{"DK", GDPR, "2026-01-01", "Datatilsynet"},
		{"NO", GDPR, "2026-01-01", "Datatilsynet"},
	} {
		got, ok := AuthorityFor(tt.country, tt.regime, day(t, tt.at))
		if !ok || got.Name != tt.want {
			t.Errorf("AuthorityFor(%q, %s, %s) = %q, %v; want %q", tt.country, tt.regime, tt.at, got.Name, ok, tt.want)
		}
	}
	if _, ok := AuthorityFor("XX", GDPR, date.Date{}); ok {
		t.Error("an unknown country has an authority")
	}
}

func TestAuthoritiesHaveNamesInTheirLanguages(t *testing.T) {
	name := func(country string, regime ActID, lang string) string {
		a, _ := AuthorityFor(country, regime, date.Date{})
		return a.NameIn(lang)
	}
	got := []string{name("FI", GDPR, "fi"), name("FI", GDPR, "sv"), name("NO", GDPR, "nn"), name("", EUDPR, "sv"), name("", EUDPR, "nb"), name("AT", GDPR, "sv")}
	want := []string{"Tietosuojavaltuutetun toimisto", "Dataombudsmannens byrå", "Datatilsynet", "Europeiska datatillsynsmannen", "EUs datatilsyn", "Österreichische Datenschutzbehörde (DSB)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestAdequacyOnADay(t *testing.T) {
	for _, tt := range []struct{ country, at, want string }{
		{"US", "2015-10-05", "2000/520/EC"}, {"US", "2015-10-06", ""}, {"US", "2016-07-12", "(EU) 2016/1250"}, {"US", "2020-07-16", ""},
		{"US", "2023-07-09", ""}, {"US", "2023-07-10", "(EU) 2023/1795"}, {"GB", "2026-01-01", "(EU) 2021/1772"}, {"GB", "2031-12-28", ""},
		{"JP", "2026-01-01", "(EU) 2019/419"}, {"KR", "2022-01-01", "(EU) 2022/254"}, {"BR", "2026-01-26", "(EU) 2026/179"}, {"IN", "2026-01-01", ""},
	} {
		got, ok := AdequacyOf(tt.country, day(t, tt.at))
		if got.Decision != tt.want || ok != (tt.want != "") {
			t.Errorf("AdequacyOf(%s, %s) = %q, %v; want %q", tt.country, tt.at, got.Decision, ok, tt.want)
		}
	}
	shield, ok := FindAdequacy("(EU) 2016/1250")
	if !ok || shield.To != day(t, "2020-07-15") {
		t.Errorf("Privacy Shield: last day %v, %v; want 2020-07-15", shield.To, ok)
	}
}

func TestProvisionsOnAMatter(t *testing.T) {
	ids := func(country string, matter Matter, at string) []string {
		var out []string
		for p := range ProvisionsOn(country, matter, day(t, at)) {
			out = append(out, p.ID+" "+p.Period)
		}
		return out
	}
	got := [][]string{
		ids("DK", MatterBookkeeping, "2022-06-30"), ids("DK", MatterBookkeeping, "2022-07-01"), ids("SE", MatterBookkeeping, "2026-01-01"),
		ids("NO", MatterBookkeeping, "2026-01-01"), ids("DK", MatterChildConsent, "2023-12-31"), ids("DK", MatterChildConsent, "2024-01-01"),
	}
	want := [][]string{
		{"DK-BFL-OLD/10 P5Y"}, {"DK-BFL/12 P5Y"}, {"SE-BFL/7:2 P7Y"}, {"NO-BOKF/13 P5Y", "NO-BOKF/13-secondary P3Y6M"},
		{"DK-DBL/6-2018 "}, {"DK-DBL/6 "},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("provisions (-want +got):\n%s", diff)
	}
}

func TestNationalIDRulesAndProtectionsCiteTheirProvision(t *testing.T) {
	for r := range NationalIDs() {
		if _, ok := FindProvision(r.Provision); !ok && r.Provision != "" {
			t.Errorf("national id %s %s: no provision %q", r.Jurisdiction, r.Sector, r.Provision)
		}
	}
	for p := range Protections() {
		if _, ok := FindProvision(p.Provision); !ok {
			t.Errorf("%s: no provision %q", p.Kind, p.Provision)
		}
	}
	public, _ := NationalID("DK", true)
	private, _ := NationalID("DK", false)
	swedish, _ := NationalID("SE", true)
	got := []string{public.Provision, private.Provision, swedish.Provision}
	if diff := cmp.Diff([]string{"DK-DBL/11-1", "DK-DBL/11-2", "SE-DSL/3:10"}, got); diff != "" {
		t.Errorf("provisions (-want +got):\n%s", diff)
	}
	if _, ok := NationalID("XX", false); ok {
		t.Error("an unknown country has a rule")
	}
	n := 0
	for range ProtectionsIn("SE") {
		n++
	}
	if n != 3 {
		t.Errorf("%d Swedish protections, want 3", n)
	}
}
