package law

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheSameNumberMeansWhatTheRegimeSays(t *testing.T) {
	for _, tt := range []struct {
		name    string
		regime  ActID
		article string
		want    Basis
	}{
		{"public task of an institution of the Union", EUDPR, "artikkel 5(1)(a)", PublicTask},
		{"consent given to an institution of the Union", EUDPR, "artikkel 5(1)(d)", Consent},
		{"5(1)(a) is a principle in the GDPR", GDPR, "5(1)(a)", ""},
		{"6(1)(e) is no basis for an institution", EUDPR, "6(1)(e)", ""},
		{"legal obligation", GDPR, "Art. 6.1 c", LegalObligation},
		{"legitimate interests", GDPR, "6(1)(f)", LegitimateInterests},
		{"explicit consent is no basis", GDPR, "9(2)(a)", ""},
		{"an article without its letter", GDPR, "6", ""},
		{"PuL: consent", PUL, "10 §", Consent},
		{"PuL: contract", PUL, "10 § a", Contract},
		{"PuL: official authority", PUL, "§ 10 e", PublicTask},
		{"PuL: weighing of interests", PUL, "10 § f", LegitimateInterests},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := BasisOf(tt.regime, tt.article)
			if got != tt.want || ok != (tt.want != "") {
				t.Errorf("BasisOf(%s, %q) = %q, %v; want %q", tt.regime, tt.article, got, ok, tt.want)
			}
		})
	}
}

func TestBasesKnowTheirProvisions(t *testing.T) {
	type row struct{ GDPR, EUDPR, PUL, DPV string }
	got := map[Basis]row{}
	for b := range Bases() {
		gdpr, _ := b.Basis.Article(GDPR)
		eudpr, _ := b.Basis.Article(EUDPR)
		pul, _ := b.Basis.Article(PUL)
		got[b.Basis] = row{gdpr, eudpr, pul, b.DPV}
	}
	want := map[Basis]row{
		Consent:             {"6(1)(a)", "5(1)(d)", "10 §", "eu-gdpr:A6-1-a"},
		Contract:            {"6(1)(b)", "5(1)(c)", "10 § a", "eu-gdpr:A6-1-b"},
		LegalObligation:     {"6(1)(c)", "5(1)(b)", "10 § b", "eu-gdpr:A6-1-c"},
		VitalInterests:      {"6(1)(d)", "5(1)(e)", "10 § c", "eu-gdpr:A6-1-d"},
		PublicTask:          {"6(1)(e)", "5(1)(a)", "10 § d", "eu-gdpr:A6-1-e"},
		LegitimateInterests: {"6(1)(f)", "", "10 § f", "eu-gdpr:A6-1-f"},
		ExplicitConsent:     {"9(2)(a)", "10(2)(a)", "", "eu-gdpr:A9-2-a"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bases (-want +got):\n%s", diff)
	}
	if _, ok := Basis("").Article(GDPR); ok {
		t.Error("the zero Basis has an article")
	}
}

func TestConditionsNeedLawWhereTheArticleSaysSo(t *testing.T) {
	need := ""
	for c := range Conditions() {
		if c.NeedsLaw {
			need += c.Letter
		}
	}
	if need != "bghij" {
		t.Errorf("conditions that need law: %q, want bghij", need)
	}
	c, ok := ConditionOf(EUDPR, "Art. 10(2)(g)")
	if !ok || c.Letter != "g" {
		t.Errorf("ConditionOf(EUDPR, 10(2)(g)) = %q, %v", c.Letter, ok)
	}
	if got, _ := c.Article(GDPR); got != "9(2)(g)" {
		t.Errorf("Article(GDPR) = %q, want 9(2)(g)", got)
	}
	if _, ok := ConditionOf(GDPR, "10(2)(g)"); ok {
		t.Error("10(2)(g) is a condition under the GDPR")
	}
	if _, ok := (Condition{}).Article(GDPR); ok {
		t.Error("the zero Condition has an article")
	}
}

func TestCriminalDataAreApart(t *testing.T) {
	n := 0
	for c := range SpecialCategories() {
		if c.Category.NeedsCondition() {
			n++
		}
		if iri, _, ok := Concept(c.DPV); !ok {
			t.Errorf("%s: %s (%s) is no concept", c.Category, c.DPV, iri)
		}
		if _, ok := Term(c.Term, "sv"); !ok {
			t.Errorf("%s: no term %q", c.Category, c.Term)
		}
	}
	if n != 8 || Criminal.NeedsCondition() || SpecialCategory("").NeedsCondition() {
		t.Errorf("%d categories need a condition of Art. 9(2), want 8 and not criminal data", n)
	}
	if got, _ := Criminal.Article(EUDPR); got != "11" {
		t.Errorf("criminal data under EUDPR: %q, want 11", got)
	}
	if got, _ := Health.Article(EUDPR); got != "10(1)" {
		t.Errorf("health data under EUDPR: %q, want 10(1)", got)
	}
}
