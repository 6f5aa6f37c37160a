package visibility_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
	"github.com/lagrum/lagrum/sdk/visibility"
)

var today = date.Date{Year: 2026, Month: 11, Day: 22}

// Each code says something of its own in each language, and only those that rest
// on the law cite it.
func TestEveryReasonHasItsWords(t *testing.T) {
	for _, tag := range text.Languages {
		seen := map[string]string{}
		say := func(name string, s policy.Sight) {
			s.Regime, s.Article = law.GDPR, "32(1)"
			words := visibility.Reason(&s, text.In(tag))
			if other, known := seen[words]; known || len(words) < 10 || strings.ContainsAny(words, "{}") {
				t.Errorf("%s %s: %q, as %q", tag, name, words, other)
			}
			seen[words] = name
			cites := strings.Contains(words, "32")
			if want := s.Why == policy.NoRuleShows || s.Why == policy.ProtectedIdentity; cites != want {
				t.Errorf("%s %s: cites: %v", tag, name, cites)
			}
		}
		for _, why := range policy.SightCodes {
			if why != policy.ForAudience && why != policy.NotForAudience {
				say(string(why), policy.Sight{Why: why, Who: policy.Text{tag: "xx"}})
			}
		}
		for _, a := range policy.Audiences {
			say(string(a), policy.Sight{Why: policy.ForAudience, Audience: a})
		}
	}
	if words := visibility.Reason(&policy.Sight{}, text.In(locale.EN)); words != "" {
		t.Errorf("the zero Sight says %q", words)
	}
}

func TestReasons(t *testing.T) {
	only := policy.Text{locale.SV: "bara om du har valt det.", locale.EN: "only if you have chosen it"}
	for _, tt := range []struct {
		tag  locale.Tag
		s    policy.Sight
		want string
	}{
		{"sv", policy.Sight{Shown: true, Why: policy.ForAudience, Audience: policy.Public, Condition: only}, "Det här är för alla på webben. Villkor: bara om du har valt det."},
		{"en", policy.Sight{Why: policy.ConditionNotMet, Audience: policy.LoggedIn, Condition: only}, "This is for everybody who is logged in. Condition: only if you have chosen it. The condition is not met."},
		{"da", policy.Sight{Why: policy.NotForAudience, Audience: policy.OnlySelf, Condition: only}, "Det her er kun for personen selv."},
		{"en", policy.Sight{Why: policy.ForRole, Who: policy.Text{locale.Any: "teachers"}}, "This is open to a role among the staff: teachers."},
		{"en", policy.Sight{Why: policy.ForRole}, "This is for the staff."},
		{"nn", policy.Sight{Why: policy.ProtectedIdentity, Country: "NO"}, "Personen har adressesperre. Vis ingenting, og sei ikkje at personen er her (folkeregisterloven § 10-4)."},
		{"fi", policy.Sight{Why: policy.NoRuleShows}, "Mikään sääntö ei näytä tätä, ja se, mitä mikään sääntö ei näytä, on piilossa."},
	} {
		if got := visibility.Reason(&tt.s, text.In(tt.tag)); got != tt.want {
			t.Errorf("%s:\n%q, want\n%q", tt.tag, got, tt.want)
		}
	}
}

// Every precaution that a country's law demands comes with that law, and no
// country is told those of another.
func TestCautionsOfTheCountries(t *testing.T) {
	got := map[string][]string{}
	for _, country := range []string{"SE", "DK", "NO", "FI", "IS", "DE", "EU"} {
		for _, c := range visibility.Cautions(&policy.Document{Regime: law.GDPR, Jurisdiction: country}, today) {
			if len(c.Law) > 0 {
				got[country] = append(got[country], string(c.Code)+": "+strings.Join(c.Law, " + "))
			}
		}
	}
	want := map[string][]string{
		"SE": {"check: OSL 5 kap. 5 §, 22 kap. 1 §", "post: OSL 5 kap. 5 §, 22 kap. 1 § + folkbokföringslagen 16 §; OSL 21 kap. 3 a §", "no-address: folkbokföringslagen 16 §; OSL 21 kap. 3 a §", "no-link: lag (1991:483)"},
		"DK": {"no-address: CPR-loven § 6, stk. 6-8, § 28, stk. 2", "recheck: CPR-loven § 28"},
		"NO": {"no-list: folkeregisterloven § 10-4", "no-proxy: folkeregisterloven § 10-4", "no-hint: folkeregisterloven § 10-4"},
		"FI": {"recheck: laki 661/2009, 36–37 §", "contact-only: laki 661/2009, 36–37 §"},
		"IS": {"no-address: lög nr. 80/2018, 7. gr.; reglugerð nr. 1277/2018, 12. gr.", "recheck: lög nr. 80/2018, 7. gr.; reglugerð nr. 1277/2018, 12. gr."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What always holds comes first, in the numbers of the policy's own law.
func TestCautionsCiteTheirRegime(t *testing.T) {
	for regime, want := range map[law.ActID][]string{
		law.GDPR: {"5(1)(c)", "5(1)(f)", "32(1)", "32(1)", "32(1)"}, law.EUDPR: {"4(1)(c)", "4(1)(f)", "33", "33", "33"}, law.HTL: {"", "", "", "", ""},
	} {
		var got []string
		for _, c := range visibility.Cautions(&policy.Document{Regime: regime}, today) {
			got = append(got, c.Article)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", regime, diff)
		}
	}
}

// A law that is not in force yet demands nothing.
func TestCautionsOfTheDay(t *testing.T) {
	doc := &policy.Document{Regime: law.GDPR, Jurisdiction: "IS"}
	if n, before := len(visibility.Cautions(doc, today)), len(visibility.Cautions(doc, date.Date{Year: 2019, Month: 12, Day: 31})); n != 7 || before != 5 {
		t.Errorf("%d cautions today, %d before the act", n, before)
	}
}

// Each caution has words of its own in each language, and each protection of the
// tables demands something that has words.
func TestEveryCautionHasItsWords(t *testing.T) {
	codes := []visibility.CautionCode{visibility.AskNobody, visibility.FlagSecret, visibility.NoTrace, visibility.NoPlace, visibility.FewRead}
	for _, p := range law.Precautions {
		codes = append(codes, visibility.CautionCode(p))
	}
	for _, tag := range text.Languages {
		seen := map[string]bool{}
		for _, code := range codes {
			c := visibility.Caution{Code: code}
			if words := c.In(text.In(tag)); words == "" || seen[words] {
				t.Errorf("%s %s: %q", tag, code, words)
			} else {
				seen[words] = true
			}
		}
	}
	for p := range law.Protections() {
		if len(p.Precautions) == 0 {
			t.Errorf("%s demands nothing", p.Kind)
		}
		for _, precaution := range p.Precautions {
			if !slices.Contains(law.Precautions, precaution) {
				t.Errorf("%s demands %q, which is no precaution", p.Kind, precaution)
			}
		}
	}
	none := visibility.Caution{Code: "no-such", Law: []string{"x"}, Kinds: []string{"y"}}
	if words := none.In(text.In(locale.EN)); words != "" {
		t.Errorf("a code that is none says %q", words)
	}
}
