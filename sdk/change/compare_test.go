package change_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// small is a school that sends news with consent, and enrols without.
func small() *policy.Document {
	return &policy.Document{
		ID: "evening-school", Regime: law.GDPR, Languages: []locale.Tag{locale.SV, locale.EN}, EffectiveFrom: date.Date{Year: 2026, Month: 9, Day: 1},
		Parties:  []policy.Party{{ID: "school", OrgNumber: "212000-0001", Email: "info@school.example"}, {ID: "city"}, {ID: "printer"}},
		Subjects: []policy.Subject{{ID: "participant"}, {ID: "pupil"}},
		Data:     []policy.Datum{{ID: "email"}, {ID: "name"}, {ID: "diet"}},
		Purposes: []policy.Purpose{
			{ID: "news", Title: policy.Text{locale.SV: "Nyheter", locale.EN: "News"}},
			{ID: "enrolment", Title: policy.Text{locale.SV: "Anmälan", locale.EN: "Enrolment"}},
		},
		Activities: []policy.Activity{
			{
				ID: "mail", Purposes: []string{"news"}, Controllers: []string{"school"}, Basis: &policy.Basis{Article: "6(1)(a)"},
				Subjects: []string{"participant"}, Data: []string{"email"}, Retention: []string{"until-no"}, Consents: []string{"newsletter"},
			},
			{
				ID: "enrol", Purposes: []string{"enrolment"}, Controllers: []string{"school"}, Basis: &policy.Basis{Article: "6(1)(b)"},
				Subjects: []string{"participant", "pupil"}, Data: []string{"name", "email"}, Recipients: []string{"authority"},
				Retention: []string{"two-years"}, Processors: []string{"host"},
			},
		},
		Recipients: []policy.Recipient{{ID: "authority", Kind: policy.AuthorityRecipient}, {ID: "partner"}},
		Processors: []policy.Processor{{ID: "host", Party: "city", Countries: []string{"SE"}}},
		Visibility: []policy.Visibility{{ID: "list", Audience: policy.SameCourse, Data: []string{"name"}}},
		Retention: []policy.Retention{
			{ID: "until-no", Trigger: policy.ConsentWithdrawn, Period: date.Period{Days: 7}},
			{ID: "at-once", Trigger: policy.ConsentWithdrawn},
			{ID: "two-years", Trigger: policy.CourseEnd, Period: date.Period{Years: 2}},
		},
		Consents: []policy.Consent{{ID: "newsletter", Purposes: []string{"news"}, Data: []string{"email"},
			Text: policy.Text{locale.SV: "Ja, skicka nyheter till mig.", locale.EN: "Yes, send me news."}}},
	}
}

// outcome is what the table below says of a change.
type outcome struct {
	Kind       change.Kind
	ID         string
	Narrows    bool
	New        diag.Path
	Activities []string
	Consents   []string
}

func TestEachKindOfChange(t *testing.T) {
	mail, enrol, both, news := []string{"mail"}, []string{"enrol"}, []string{"enrol", "mail"}, []string{"newsletter"}
	tests := []struct {
		name   string
		change func(d *policy.Document)
		want   []outcome
	}{
		{"a purpose is added to an activity", func(d *policy.Document) { d.Activities[1].Purposes = append(d.Activities[1].Purposes, "news") },
			[]outcome{{change.BasisFromConsent, "enrol", false, "/activities/1/basis/article", enrol, nil}, {change.PurposeAdded, "news", false, "/activities/1/purposes/1", enrol, nil}}},
		{"a new activity for a new purpose is told once", func(d *policy.Document) {
			d.Purposes = append(d.Purposes, policy.Purpose{ID: "survey"})
			d.Activities = append(d.Activities, policy.Activity{ID: "ask", Purposes: []string{"survey"}, Data: []string{"email"}, Controllers: []string{"city"}})
		}, []outcome{{change.PurposeAdded, "ask", false, "/activities/2", []string{"ask"}, nil}}},
		{"a new activity for an old purpose", func(d *policy.Document) {
			d.Activities = append(d.Activities, policy.Activity{ID: "post", Purposes: []string{"enrolment"}})
		}, []outcome{{change.ActivityAdded, "post", false, "/activities/2", []string{"post"}, nil}}},
		{"an activity ends", func(d *policy.Document) { d.Activities = d.Activities[:1] },
			[]outcome{{change.ActivityRemoved, "enrol", true, "", enrol, nil}}},
		{"an activity ends with its purpose", func(d *policy.Document) { d.Activities, d.Purposes = d.Activities[:1], d.Purposes[:1] },
			[]outcome{{change.PurposeRemoved, "enrol", true, "", enrol, nil}}},
		{"a purpose has other words", func(d *policy.Document) { d.Purposes[0].Title[locale.EN] = "Advertisements" },
			[]outcome{{change.PurposeText, "news", false, "/purposes/0/title", mail, news}}},
		{"another basis", func(d *policy.Document) { d.Activities[1].Basis.Article = "6(1)(f)" },
			[]outcome{{change.BasisChanged, "enrol", false, "/activities/1/basis/article", enrol, nil}}},
		{"the same basis in the numbers of another regime", func(d *policy.Document) {
			d.Regime = law.EUDPR
			d.Activities[0].Basis.Article, d.Activities[1].Basis.Article = "5(1)(d)", "5(1)(c)"
		}, []outcome{{change.RegimeChanged, "", false, "/regime", nil, nil}}},
		{"another basis in place of consent", func(d *policy.Document) { d.Activities[0].Basis.Article = "6(1)(f)" },
			[]outcome{{change.BasisFromConsent, "mail", false, "/activities/0/basis/article", mail, news}}},
		{"a joint controller", func(d *policy.Document) { d.Activities[0].Controllers = []string{"city", "school"} },
			[]outcome{{change.ControllerAdded, "city", false, "/activities/0/controllers/0", mail, news}}},
		{"another organisation number", func(d *policy.Document) { d.Parties[0].OrgNumber = "212000-0002" },
			[]outcome{{change.ControllerChanged, "school", false, "/parties/0/orgNumber", both, news}}},
		{"more data", func(d *policy.Document) { d.Activities[0].Data = []string{"email", "name"} },
			[]outcome{{change.DataAdded, "name", false, "/activities/0/data/1", mail, news}}},
		{"less data", func(d *policy.Document) { d.Activities[1].Data = []string{"email"} },
			[]outcome{{change.DataRemoved, "name", true, "", enrol, nil}}},
		{"data become sensitive", func(d *policy.Document) { d.Data[0].Special = law.Health },
			[]outcome{{change.SpecialAdded, "email", false, "/data/0/special", both, news}}},
		{"new data that are sensitive", func(d *policy.Document) {
			d.Data = append(d.Data, policy.Datum{ID: "allergy", Special: law.Health})
			d.Activities[1].Data = append(d.Activities[1].Data, "allergy")
		}, []outcome{{change.DataAdded, "allergy", false, "/activities/1/data/2", enrol, nil}, {change.SpecialAdded, "allergy", false, "/data/3/special", enrol, nil}}},
		{"one more recipient", func(d *policy.Document) { d.Activities[0].Recipients = []string{"partner"} },
			[]outcome{{change.RecipientAdded, "partner", false, "/activities/0/recipients", mail, news}}},
		{"one recipient less", func(d *policy.Document) { d.Activities[1].Recipients = nil },
			[]outcome{{change.RecipientRemoved, "authority", true, "", enrol, nil}}},
		{"a recipient abroad", func(d *policy.Document) {
			d.Recipients[0].Transfer = &policy.Transfer{Country: "US", Mechanism: policy.SCC}
		}, []outcome{{change.TransferAdded, "authority", false, "/recipients/0/transfer", enrol, nil}}},
		{"a processor with access from abroad", func(d *policy.Document) { d.Processors[0].Countries = []string{"SE", "IN", "NO"} },
			[]outcome{{change.TransferAdded, "enrol", false, "/processors/0/countries/1", enrol, nil}, {change.ProcessorChanged, "host", false, "/processors/0/countries/1", enrol, nil}}},
		{"another processor", func(d *policy.Document) { d.Processors[0].Party = "printer" },
			[]outcome{{change.ProcessorChanged, "host", false, "/processors/0/party", enrol, nil}}},
		{"kept longer", func(d *policy.Document) { d.Retention[2].Period = date.Period{Months: 25} },
			[]outcome{{change.RetentionLonger, "two-years", false, "/retention/2", enrol, nil}}},
		{"kept less long", func(d *policy.Document) { d.Retention[2].Period = date.Period{Days: 700} },
			[]outcome{{change.RetentionShorter, "two-years", true, "/retention/2", enrol, nil}}},
		{"kept as long, written otherwise", func(d *policy.Document) {
			d.Retention[2].ID, d.Retention[2].Period = "24-months", date.Period{Months: 24}
			d.Activities[1].Retention = []string{"24-months"}
		}, nil},
		{"kept from another event", func(d *policy.Document) { d.Retention[2].Trigger = policy.Enrolment },
			[]outcome{{change.RetentionChanged, "two-years", false, "/retention/2", enrol, nil}}},
		{"kept without end", func(d *policy.Document) { d.Retention[0].Lasts = policy.Forever },
			[]outcome{{change.RetentionLonger, "until-no", false, "/retention/0", mail, news}}},
		{"profiling", func(d *policy.Document) { d.Activities[0].Profiling = &policy.Profiling{} },
			[]outcome{{change.ProfilingAdded, "mail", false, "/activities/0/profiling", mail, news}}},
		{"shown to more", func(d *policy.Document) { d.Visibility[0].Audience = policy.Public },
			[]outcome{{change.VisibilityWider, "list", false, "/visibility/0/audience", enrol, nil}}},
		{"shown to fewer", func(d *policy.Document) { d.Visibility[0].Audience = policy.Staff },
			[]outcome{{change.VisibilityNarrower, "list", true, "/visibility/0/audience", enrol, nil}}},
		{"a consent has other words in one language", func(d *policy.Document) { d.Consents[0].Text[locale.EN] = "Yes, send me everything." },
			[]outcome{{change.ConsentText, "newsletter", false, "/consents/0/text", mail, news}}},
		{"a consent reaches more", func(d *policy.Document) { d.Consents[0].Audience = []string{"partner"} },
			[]outcome{{change.AudienceWider, "newsletter", false, "/consents/0/audience", mail, news}}},
		{"a consent that names no data is for all", func(d *policy.Document) { d.Consents[0].Data = nil },
			[]outcome{{change.ConsentChanged, "newsletter", false, "", mail, news}}},
		{"a new consent", func(d *policy.Document) { d.Consents = append(d.Consents, policy.Consent{ID: "pictures"}) },
			[]outcome{{change.ConsentAdded, "pictures", false, "/consents/1", nil, []string{"pictures"}}}},
		{"whom to write to", func(d *policy.Document) { d.Parties[0].Email = "registrar@school.example" },
			[]outcome{{change.ContactChanged, "school", false, "/parties/0/email", nil, nil}}},
		{"another name", func(d *policy.Document) { d.Data[0].Label = policy.Text{locale.Any: "address"} },
			[]outcome{{change.Renamed, "email", false, "/data/0/label", both, nil}}},
		{"other words elsewhere", func(d *policy.Document) {
			d.Activities[1].Consequence = policy.Text{locale.EN: "You cannot take part."}
		},
			[]outcome{{change.Wording, "enrol", false, "/activities/1/consequence", enrol, nil}}},
		{"one more language", func(d *policy.Document) { d.Languages = append(d.Languages, locale.FI) },
			[]outcome{{change.LanguageAdded, "fi", false, "/languages/2", nil, nil}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			new := small()
			tt.change(new)
			var got []outcome
			for _, c := range compare(t, tt.name, small(), new).Changes {
				got = append(got, outcome{c.Kind, c.ID, c.Narrows, c.New, c.Activities, c.Consents})
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("changes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAgainAndFindings(t *testing.T) {
	tests := []struct {
		name     string
		change   func(d *policy.Document)
		again    []string
		findings int
	}{
		{"more data: asked again", func(d *policy.Document) { d.Activities[0].Data = append(d.Activities[0].Data, "name") }, []string{"newsletter"}, 0},
		{"less is done: not asked", func(d *policy.Document) { d.Activities[0].Retention = []string{"at-once"} }, nil, 0},
		{"another activity: not asked", func(d *policy.Document) { d.Activities[1].Data = nil }, nil, 0},
		{"another basis: a finding, not a question", func(d *policy.Document) { d.Activities[0].Basis.Article = "6(1)(f)" }, nil, 1},
		{"another basis in a new activity too", func(d *policy.Document) {
			d.Activities = append(d.Activities, policy.Activity{ID: "post", Purposes: []string{"news"}, Basis: &policy.Basis{Article: "6(1)(f)"}})
		}, nil, 1},
		{"consent in place of another basis is no mistake", func(d *policy.Document) { d.Activities[1].Basis.Article = "6(1)(a)" }, nil, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			new := small()
			tt.change(new)
			r := compare(t, tt.name, small(), new)
			if diff := cmp.Diff(tt.again, r.Again()); diff != "" {
				t.Errorf("asked again (-want +got):\n%s", diff)
			}
			found := r.Findings()
			if len(found) != tt.findings || len(found) > 0 && (found[0].Severity != diag.Error || found[0].Code != "basis-from-consent") {
				t.Errorf("findings: %v", found)
			}
		})
	}
}

func TestAConsentForLessIsNotAskedAgain(t *testing.T) {
	old := small()
	old.Consents[0].Data = []string{"email", "name"}
	r := compare(t, "one kind of data less", old, small())
	if len(r.Changes) != 1 || r.Changes[0].Kind != change.ConsentChanged || !r.Changes[0].Narrows || r.Again() != nil {
		t.Errorf("asked again: %v; changes: %v", r.Again(), r.Changes)
	}
	if again := compare(t, "one kind of data more", small(), old).Again(); len(again) != 1 {
		t.Errorf("asked again: %v", again)
	}
}

func TestSubjects(t *testing.T) {
	new := small()
	new.Activities[1].Data = []string{"email"}
	if diff := cmp.Diff([]string{"participant", "pupil"}, change.Compare(small(), new).Subjects()); diff != "" {
		t.Errorf("subjects (-want +got):\n%s", diff)
	}
	new.Regime = law.UKGDPR
	if got := change.Compare(small(), new).Subjects(); got != nil {
		t.Errorf("a change of the whole policy concerns %v, want all", got)
	}
}
