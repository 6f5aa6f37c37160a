package law

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRightsUnderEachRegime(t *testing.T) {
	type row struct{ GDPR, EUDPR, PUL string }
	got := map[Right]row{}
	for r := range Rights() {
		gdpr, _ := r.Right.Article(GDPR)
		eudpr, _ := r.Right.Article(EUDPR)
		pul, _ := r.Right.Article(PUL)
		got[r.Right] = row{gdpr, eudpr, pul}
	}
	want := map[Right]row{
		Information:        {"13", "15", "23 §"},
		Access:             {"15", "17", "26 §"},
		Rectification:      {"16", "18", "28 §"},
		Erasure:            {"17", "19", ""},
		Restriction:        {"18", "20", ""},
		Notification:       {"19", "21", ""},
		Portability:        {"20", "22", ""},
		Objection:          {"21(1)", "23(1)", ""},
		ObjectionMarketing: {"21(2)", "", ""},
		AutomatedDecision:  {"22", "24", ""},
		WithdrawConsent:    {"7(3)", "7(3)", ""},
		Complaint:          {"77", "63", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rights (-want +got):\n%s", diff)
	}
	if _, ok := Right("").Article(GDPR); ok {
		t.Error("the zero Right has an article")
	}
}

func TestRightOfACitation(t *testing.T) {
	for _, tt := range []struct {
		regime  ActID
		article string
		want    Right
	}{
		{EUDPR, "Artikkel 23", Objection}, {GDPR, "23", ""}, {GDPR, "21", Objection}, {GDPR, "21(2)", ObjectionMarketing},
		{GDPR, "21(3)", ObjectionMarketing}, {GDPR, "21(4)", Objection}, {GDPR, "17(1)(b)", Erasure}, {GDPR, "14", Information},
		{GDPR, "7(3)", WithdrawConsent}, {GDPR, "7", ""}, {EUDPR, "17", Access}, {PUL, "26 §", Access}, {PUL, "§ 28", Rectification},
	} {
		if got, ok := RightOf(tt.regime, tt.article); got != tt.want || ok != (tt.want != "") {
			t.Errorf("RightOf(%s, %q) = %q, %v; want %q", tt.regime, tt.article, got, ok, tt.want)
		}
	}
}

func TestWhichRightAppliesToWhichBasis(t *testing.T) {
	for _, tt := range []struct {
		name      string
		regime    ActID
		right     Right
		basis     Basis
		want      Extent
		provision string
	}{
		{"access always", GDPR, Access, LegalObligation, Yes, ""},
		{"objection to a public task", GDPR, Objection, PublicTask, Yes, ""},
		{"objection to a legitimate interest", GDPR, Objection, LegitimateInterests, Yes, ""},
		{"no objection to a contract", GDPR, Objection, Contract, No, ""},
		{"consent is withdrawn, not objected to", GDPR, Objection, Consent, No, "7(3)"},
		{"objection to marketing is absolute", GDPR, ObjectionMarketing, LegitimateInterests, Absolute, "21(3)"},
		{"portability of a contract's data", GDPR, Portability, Contract, Conditional, "20(1)"},
		{"no portability of a public task's data", GDPR, Portability, PublicTask, No, "20(3)"},
		{"portability with explicit consent", GDPR, Portability, ExplicitConsent, Conditional, "20(1)"},
		{"erasure waits for a legal duty", GDPR, Erasure, LegalObligation, Conditional, "17(3)(b)"},
		{"withdrawal of explicit consent", GDPR, WithdrawConsent, ExplicitConsent, Yes, ""},
		{"no withdrawal without consent", GDPR, WithdrawConsent, Contract, No, ""},
		{"decisions without people need explicit consent", GDPR, AutomatedDecision, Consent, Conditional, "22(2)(c)"},
		{"institutions: objection to a public task", EUDPR, Objection, PublicTask, Yes, ""},
		{"institutions: no legitimate interests", EUDPR, Objection, LegitimateInterests, No, ""},
		{"institutions: no clause on marketing", EUDPR, ObjectionMarketing, Consent, No, ""},
		{"institutions: erasure, in their own number", EUDPR, Erasure, LegalObligation, Conditional, "19(3)(b)"},
		{"institutions: portability", EUDPR, Portability, Contract, Conditional, "22(1)"},
		{"institutions: complaint", EUDPR, Complaint, PublicTask, Yes, ""},
		{"UK: as the GDPR", UKGDPR, Objection, LegitimateInterests, Yes, ""},
		{"PuL: access once a year", PUL, Access, PublicTask, Conditional, "26 §"},
		{"PuL: rectification", PUL, Rectification, Consent, Yes, "28 §"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e, ok := Applies(tt.regime, tt.right, tt.basis)
			if !ok || e.Extent != tt.want || e.Provision != tt.provision {
				t.Errorf("Applies = %v %q, %v; want %v %q", e.Extent, e.Provision, ok, tt.want, tt.provision)
			}
			if e.Regime != tt.regime || e.Source == "" {
				t.Errorf("Applies: regime %q, source %q", e.Regime, e.Source)
			}
			if tt.regime == EUDPR && e.Verified {
				t.Error("a row that nobody compared with Regulation (EU) 2018/1725 is verified")
			}
		})
	}
}

func TestAppliesDoesNotGuess(t *testing.T) {
	for _, tt := range []struct {
		regime ActID
		right  Right
		basis  Basis
	}{{PUL, Portability, Consent}, {Persondatalov, Access, Consent}, {GDPR, "forgiveness", Consent}, {GDPR, Access, ""}, {PUL, Access, "luck"}, {"", Access, Consent}} {
		if e, ok := Applies(tt.regime, tt.right, tt.basis); ok {
			t.Errorf("Applies(%s, %s, %s) = %v; want no answer", tt.regime, tt.right, tt.basis, e.Extent)
		}
	}
}

func TestEveryRightAndBasisHasAnAnswer(t *testing.T) {
	for _, regime := range []ActID{GDPR, EUDPR, UKGDPR} {
		for r := range Rights() {
			for b := range Bases() {
				if _, ok := Applies(regime, r.Right, b.Basis); !ok {
					t.Errorf("Applies(%s, %s, %s): no answer", regime, r.Right, b.Basis)
				}
			}
		}
	}
}

func TestDeadlines(t *testing.T) {
	got := map[ActID][]any{}
	for _, regime := range []ActID{GDPR, EUDPR, PUL} {
		d, _ := DeadlineOf(regime)
		got[regime] = []any{d.Months, d.Extension, d.Provision, d.Verified}
	}
	want := map[ActID][]any{GDPR: {1, 2, "12(3)", true}, EUDPR: {1, 2, "14(3)", false}, PUL: {1, 3, "26 §", false}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("deadlines (-want +got):\n%s", diff)
	}
	if _, ok := DeadlineOf("SE-SKOL"); ok {
		t.Error("the school act has an answer time")
	}
}
