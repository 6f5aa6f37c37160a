package accountability_test

import (
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// bare is an activity that meets nothing.
func bare() *policy.Document {
	return &policy.Document{
		Regime: "EU-GDPR", Languages: []locale.Tag{"en"},
		Subjects:   []policy.Subject{{ID: "guest", Term: "dpv:User"}},
		Data:       []policy.Datum{{ID: "name"}},
		Purposes:   []policy.Purpose{{ID: "run"}},
		Activities: []policy.Activity{{ID: "run", Purposes: []string{"run"}, Subjects: []string{"guest"}, Data: []string{"name"}}},
	}
}

func TestCriteria(t *testing.T) {
	const met, open, unmet = accountability.Met, accountability.Check, accountability.Unmet
	for _, tt := range []struct {
		what      string
		change    func(d *policy.Document)
		criterion accountability.Criterion
		state     accountability.State
		code      accountability.ClueCode
		path      diag.Path
	}{
		{"a profile", func(d *policy.Document) { d.Activities[0].Profiling = &policy.Profiling{} }, accountability.Evaluation, met, accountability.Profiles, "/activities/0/profiling"},
		{"an examination", func(d *policy.Document) { d.Purposes[0].Term = "edu:StudentExamAssessment" }, accountability.Evaluation, met, accountability.Assesses, "/activities/0/purposes/0"},
		{"a machine", func(d *policy.Document) { d.Activities[0].Profiling = &policy.Profiling{Decides: true} }, accountability.Automated, met, accountability.Decides, "/activities/0/profiling/decides"},
		{"admission", func(d *policy.Document) { d.Purposes[0].Term = "edu:StudentAdmissionManagement" }, accountability.Automated, open, accountability.Selects, "/activities/0/purposes/0"},
		{"admission", func(d *policy.Document) { d.Purposes[0].Term = "edu:StudentAdmissionManagement" }, accountability.Exclusion, met, accountability.Admits, "/activities/0/purposes/0"},
		{"attendance", func(d *policy.Document) { d.Purposes[0].Term = "edu:StudentAttendanceManagement" }, accountability.Monitoring, met, accountability.Follows, "/activities/0/purposes/0"},
		{"clicks", func(d *policy.Document) { d.Data[0].Term = "pd:LinkClicked" }, accountability.Monitoring, met, accountability.Tracks, "/data/0"},
		{"a log-in", func(d *policy.Document) { d.Data[0].Sources = []policy.Source{{Kind: policy.FromObserving}} }, accountability.Monitoring, open, accountability.Observes, "/data/0"},
		{"health", func(d *policy.Document) { d.Data[0].Special = law.Health }, accountability.Sensitive, met, accountability.Special, "/data/0"},
		{"crime", func(d *policy.Document) { d.Data[0].Special = law.Criminal }, accountability.Sensitive, met, accountability.Special, "/data/0"},
		{"a diet", func(d *policy.Document) {
			d.Data[0].Reveals = []policy.Inference{{Category: law.Health, Strength: law.Medium}}
		}, accountability.Sensitive, met, accountability.Reveals, "/data/0"},
		{"a hint", func(d *policy.Document) {
			d.Data[0].Reveals = []policy.Inference{{Category: law.Health, Strength: law.Weak}}
		}, accountability.Sensitive, open, accountability.MayReveal, "/data/0"},
		{"remarks", func(d *policy.Document) { d.Data[0].FreeText = true }, accountability.Sensitive, met, accountability.FreeText, "/data/0"},
		{"income", func(d *policy.Document) { d.Data[0].Term = "pd:FinancialStatus" }, accountability.Sensitive, met, accountability.Personal, "/data/0"},
		{"anonymous health", func(d *policy.Document) { d.Data[0].Special, d.Data[0].Anonymous = law.Health, true }, accountability.Sensitive, unmet, "", ""},
		{"anything", func(*policy.Document) {}, accountability.LargeScale, open, accountability.ScaleUnknown, "/activities/0"},
		{"a number that becomes another", func(d *policy.Document) { d.Data[0].Transient = &policy.Transient{Becomes: "id"} }, accountability.Combining, met, accountability.Translates, "/data/0"},
		{"a register beside the form", func(d *policy.Document) {
			d.Data[0].Sources = []policy.Source{{Kind: policy.FromThirdParty}, {Kind: policy.FromSubject}}
		}, accountability.Combining, met, accountability.Combines, "/data/0"},
		{"a register alone", func(d *policy.Document) { d.Data[0].Sources = []policy.Source{{Kind: policy.FromThirdParty}} }, accountability.Combining, unmet, "", ""},
		{"children", func(d *policy.Document) { d.Subjects[0].Child = true }, accountability.Vulnerable, met, accountability.Dependent, "/subjects/0"},
		{"staff", func(d *policy.Document) { d.Subjects[0].Term = "dpv:Employee" }, accountability.Vulnerable, met, accountability.Dependent, "/subjects/0"},
		{"grown-up guests", func(*policy.Document) {}, accountability.Vulnerable, unmet, "", ""},
		{"faces", func(d *policy.Document) { d.Data[0].Special = law.Biometric }, accountability.NewTechnology, met, accountability.Biometrics, "/data/0"},
		{"anything", func(*policy.Document) {}, accountability.NewTechnology, open, accountability.NewUnknown, "/activities/0/systems"},
		{"a contract", func(d *policy.Document) { d.Activities[0].Necessity = policy.Contractual }, accountability.Exclusion, open, accountability.Excludes, "/activities/0/necessity"},
		{"a duty", func(d *policy.Document) { d.Activities[0].Necessity = policy.Statutory }, accountability.Exclusion, open, accountability.DutyToProvide, "/activities/0/necessity"},
		{"a free choice", func(d *policy.Document) { d.Activities[0].Necessity = policy.Voluntary }, accountability.Exclusion, unmet, "", ""},
	} {
		doc := bare()
		tt.change(doc)
		r := accountability.Screen(doc, nil)[0].Result(tt.criterion)
		if r.State != tt.state {
			t.Errorf("%s, %s: %s, want %s", tt.what, tt.criterion, r.State, tt.state)
			continue
		}
		if tt.code != "" && (len(r.Clues) != 1 || r.Clues[0].Code != tt.code || len(r.Clues[0].Paths) != 1 || r.Clues[0].Paths[0] != tt.path) {
			t.Errorf("%s, %s: clues %v, want %s at %s", tt.what, tt.criterion, r.Clues, tt.code, tt.path)
		}
	}
}

func TestVerdicts(t *testing.T) {
	pupils := func(d *policy.Document) { d.Subjects[0].Child = true }
	health := func(d *policy.Document) { d.Data[0].Special = law.Health }
	decides := func(d *policy.Document) { d.Activities[0].Profiling = &policy.Profiling{Decides: true} }
	judge := func(c accountability.Criterion, met bool) accountability.Judgement {
		return accountability.Judgement{Criterion: c, Met: met}
	}
	for _, tt := range []struct {
		what    string
		changes []func(*policy.Document)
		judged  []accountability.Judgement
		verdict accountability.Verdict
		article string
	}{
		{"nothing", nil, nil, accountability.Judge, ""},
		{"nothing, and people looked", nil, []accountability.Judgement{judge(accountability.LargeScale, false), judge(accountability.NewTechnology, false)}, accountability.Few, ""},
		{"children", []func(*policy.Document){pupils}, nil, accountability.Judge, ""},
		{"children on a large scale", []func(*policy.Document){pupils}, []accountability.Judgement{judge(accountability.LargeScale, true)}, accountability.Likely, ""},
		{"children's health", []func(*policy.Document){pupils, health}, nil, accountability.Likely, ""},
		{"children's health, and people judge otherwise", []func(*policy.Document){pupils, health}, []accountability.Judgement{judge(accountability.Sensitive, false)}, accountability.Judge, ""},
		{"a machine that decides by profiles", []func(*policy.Document){decides}, nil, accountability.Required, "35(3)(a)"},
		{"health on a large scale", []func(*policy.Document){health}, []accountability.Judgement{judge(accountability.LargeScale, true)}, accountability.Required, "35(3)(b)"},
		{"another activity", nil, []accountability.Judgement{{Activity: "other", Criterion: accountability.LargeScale, Met: true}, {Activity: "other", Criterion: accountability.Sensitive, Met: true}}, accountability.Judge, ""},
	} {
		doc := bare()
		for _, change := range tt.changes {
			change(doc)
		}
		s := accountability.Screen(doc, tt.judged)[0]
		article, _ := s.Case()
		if s.Verdict() != tt.verdict || article != tt.article {
			t.Errorf("%s: %s %s, want %s %s", tt.what, s.Verdict(), article, tt.verdict, tt.article)
		}
	}
}

// More facts never weaken a verdict: nothing that is added makes a criterion that
// was met unmet.
func TestFactsOnlyAdd(t *testing.T) {
	for _, name := range examples {
		doc := example(t, name)
		before := accountability.Screen(doc, nil)
		for i := range doc.Data {
			doc.Data[i].FreeText = true
		}
		for i := range doc.Subjects {
			doc.Subjects[i].Child = true
		}
		for i, after := range accountability.Screen(doc, nil) {
			if after.Count(accountability.Met) < before[i].Count(accountability.Met) {
				t.Errorf("%s %s: fewer criteria with more facts", name, doc.Activities[i].ID)
			}
		}
	}
}

func TestScreeningCites(t *testing.T) {
	for name, want := range map[string]string{"skolstaden": "Article 35(1) of the GDPR", "gateway": "Article 39(1) of Regulation (EU) 2018/1725"} {
		r := of(t, accountability.ScreeningKind, example(t, name), accountability.Context{Language: "en"})
		for _, p := range r.Groups[0].Parts {
			if len(p.Notes) != 1 || !strings.Contains(p.Notes[0], want) {
				t.Errorf("%s %s says %q, want %q", name, p.ID, p.Notes, want)
			}
		}
	}
}

func TestListOf(t *testing.T) {
	for _, country := range []string{"SE", "DK", "NO", "FI", "IS"} {
		if l, ok := accountability.ListOf(country); !ok || !strings.HasPrefix(l.URL, "https://") || l.Rule == "" || l.Source == "" {
			t.Errorf("%s: %+v", country, l)
		}
	}
	if _, ok := accountability.ListOf("XX"); ok {
		t.Error("there is no list of XX")
	}
}
