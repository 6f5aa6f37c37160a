package law

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lagrum/lagrum/sdk/date"
)

func TestActsAreInForceOnTheirDays(t *testing.T) {
	for _, tt := range []struct {
		name string
		act  ActID
		at   string
		want bool
	}{
		{"GDPR on the day before it applies", GDPR, "2018-05-24", false},
		{"GDPR on its first day", GDPR, "2018-05-25", true},
		{"PuL on its last day", PUL, "2018-05-24", true},
		{"PuL once repealed", PUL, "2018-05-25", false},
		{"2018/1725 on its first day", EUDPR, "2018-12-11", true},
		{"45/2001 on its last day", Regulation4501, "2018-12-10", true},
		{"45/2001 once repealed", Regulation4501, "2018-12-11", false},
		{"the Danish bookkeeping act of 2006 on its last day", "DK-BFL-OLD", "2022-06-30", true},
		{"the Danish bookkeeping act of 2022 on its first day", "DK-BFL", "2022-07-01", true},
		{"Erasmus+ of 2013 once repealed", "EU-ERASMUS2014", "2021-01-01", false},
		{"Erasmus+ of 2021", "EU-ERASMUS2021", "2021-01-01", true},
		{"a proposal, which never is", "EU-OMNIBUS", "2026-06-18", false},
		{"an act with no dates known", "SE-TF", "2020-01-01", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			act, ok := Find(tt.act)
			if !ok {
				t.Fatalf("%s: not found", tt.act)
			}
			if got := act.InForce(day(t, tt.at)); got != tt.want {
				t.Errorf("InForce(%s) = %v, want %v", tt.at, got, tt.want)
			}
		})
	}
}

func TestTheZeroDateAsksForWhatHasNoEnd(t *testing.T) {
	for id, want := range map[ActID]bool{GDPR: true, PUL: false} {
		act, _ := Find(id)
		if got := act.InForce(date.Date{}); got != want {
			t.Errorf("%s: InForce(zero) = %v, want %v", id, got, want)
		}
	}
}

func TestRegimesAreTheGeneralActs(t *testing.T) {
	var got []ActID
	for a := range Acts() {
		if a.Regime {
			got = append(got, a.ID)
		}
	}
	want := []ActID{GDPR, Directive9546, EUDPR, Regulation4501, PUL, Persondatalov, Popplyl2000, HTL, Act77, UKGDPR}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("regimes (-want +got):\n%s", diff)
	}
	if IsRegime("SE-SKOL") || IsRegime("") || !IsRegime(PUL) {
		t.Error("IsRegime does not tell a school act from a data protection act")
	}
}

func TestEveryRegimeHasANameInEveryLanguage(t *testing.T) {
	for a := range Acts() {
		if !a.Regime {
			continue
		}
		for _, lang := range []string{"sv", "da", "nb", "nn", "fi", "is", "en"} {
			name, ok := NameOf(a.ID, lang)
			if !ok || name.Lang != lang || name.Text == "" || name.Short == "" {
				t.Errorf("%s in %s: %+v", a.ID, lang, name)
			}
		}
	}
}

func TestTheNameOfTheGDPRIsKeptForTheGDPR(t *testing.T) {
	for n := range RegimeNames() {
		if n.Act == EUDPR && (strings.Contains(strings.ToLower(n.Text+n.Short), "personvern") || !strings.Contains(n.Text, "2018/1725")) {
			t.Errorf("%s: Regulation (EU) 2018/1725 is called %q", n.Lang, n.Text)
		}
	}
	sv, _ := NameOf(GDPR, "sv")
	pul, _ := NameOf(PUL, "sv")
	_, german := NameOf(EUDPR, "de")
	got := []string{sv.Text, pul.Text}
	want := []string{"dataskyddsförordningen (EU) 2016/679", "personuppgiftslagen (1998:204)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	if german {
		t.Error("a language that the table lacks gets the name of another")
	}
	if _, ok := NameOf("SE-SKOL", "sv"); ok {
		t.Error("an act that is no regime has a regime name")
	}
}

func TestActsAreFoundByNumber(t *testing.T) {
	for number, want := range map[string]ActID{"1998:204": PUL, "(EU) 2018/1725": EUDPR, "(EU) 1288/2013": "EU-ERASMUS2014", "2013/776/EU": "EU-EACEA2013"} {
		if act, ok := FindNumber(number); !ok || act.ID != want {
			t.Errorf("FindNumber(%q) = %q, %v; want %q", number, act.ID, ok, want)
		}
	}
	if _, ok := FindNumber(""); ok {
		t.Error("an empty number found an act")
	}
}

func TestEveryReferenceToAnActResolves(t *testing.T) {
	var missing []string
	check := func(id ActID) {
		if _, ok := Find(id); !ok {
			missing = append(missing, string(id))
		}
	}
	for p := range Provisions() {
		check(p.Act)
	}
	for c := range Correspondences() {
		check(c.Regime)
	}
	for d := range Deadlines() {
		check(d.Regime)
	}
	for e := range Entitlements() {
		check(e.Regime)
	}
	for n := range RegimeNames() {
		check(n.Act)
	}
	if slices.Sort(missing); len(missing) > 0 {
		t.Errorf("acts that the tables name but do not hold: %v", slices.Compact(missing))
	}
}
