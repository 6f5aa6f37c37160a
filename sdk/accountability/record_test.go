package accountability_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// complete says everything that a record wants.
const complete = `
id: school
languages: [en]
effectiveFrom: 2026-09-01
version: "1"
regime: EU-GDPR
jurisdiction: SE
service: Evening School
parties:
  - {id: school, name: The Evening School, orgNumber: 802001-1111, country: SE, email: school@school.example, address: {street: Skolgatan 1, postalCode: 111 22, city: Stad, country: SE}, dpo: officer}
  - {id: town, name: The Town, country: SE, email: town@town.example, dpo: officer}
  - {id: host, name: Host AB, country: SE, email: host@host.example}
  - {id: tool, name: Tool Inc., country: US}
contacts:
  - {id: officer, kind: dpo, name: the data protection officer, party: school, email: dpo@school.example}
processors:
  - id: hosting
    party: host
    for: [school]
    task: runs the servers
    countries: [SE]
    agreement: {reference: A-1, signedBy: school, date: 2026-05-04, content: [The host acts on instructions.], covers: [instructions]}
subjects: [{id: student, label: students, term: "dpv:Student"}]
data:
  - {id: name, label: name}
  - {id: diet, label: diet, special: health, sources: [{kind: third-party, party: town, channel: api}]}
purposes: [{id: enrol, title: Enrolment, text: We register you.}]
recipients:
  - {id: mailer, party: tool, purpose: to send letters, transfer: {country: US, mechanism: derogation}}
retention: [{id: short, trigger: course-end, period: P1Y}]
measures: [{id: locks, text: Doors are locked.}]
activities:
  - id: enrolment
    purposes: [enrol]
    controllers: [school, town]
    joint: {essence: The town keeps the register.}
    processors: [hosting]
    basis: {article: 6(1)(b), text: You want to take part.}
    specialGround: {article: 9(2)(a)}
    subjects: [student]
    data: [name, diet]
    recipients: [mailer]
    retention: [short]
`

// The rows of the record, as GDPR Article 30(1) and (2) have them, with where in
// the policy each comes from.
var controllerRows = []struct {
	id, gdpr, eudpr string
	paths           []diag.Path
}{
	{"keeper", "30(1)(a)", "31(1)(a)", []diag.Path{"/parties/0", "/parties/0/orgNumber", "/parties/0/address", "/parties/0/email"}},
	{"joint", "30(1)(a)", "31(1)(a)", []diag.Path{"/parties/1", "/parties/1/email", "/activities/0/joint/essence"}},
	{"representative", "30(1)(a)", "", []diag.Path{"/parties/0/country"}},
	{"dpo", "30(1)(a)", "31(1)(a)", []diag.Path{"/contacts/0", "/contacts/0/email"}},
	{"processors", "", "31(1)(a)", []diag.Path{"/parties/2", "/parties/2/email"}},
	{"purposes", "30(1)(b)", "31(1)(b)", []diag.Path{"/activities/0/purposes/0"}},
	{"subjects", "30(1)(c)", "31(1)(c)", []diag.Path{"/subjects/0"}},
	{"data", "30(1)(c)", "31(1)(c)", []diag.Path{"/data/0", "/data/1"}},
	{"recipients", "30(1)(d)", "31(1)(d)", []diag.Path{"/recipients/0", "/processors/0"}},
	{"transfers", "30(1)(e)", "31(1)(e)", []diag.Path{"/recipients/0/transfer"}},
	{"retention", "30(1)(f)", "31(1)(f)", []diag.Path{"/retention/0"}},
	{"security", "30(1)(g)", "31(1)(g)", []diag.Path{"/measures/0"}},
	{"basis", "", "", []diag.Path{"/activities/0/basis", "/activities/0/basis/text"}},
	{"ground", "", "", []diag.Path{"/activities/0/specialGround"}},
	{"sources", "", "", []diag.Path{"/data/0", "/data/1"}},
	{"assessment", "", "", []diag.Path{"/activities/0"}},
}

func TestEveryRowOfTheRecord(t *testing.T) {
	for _, regime := range []string{"EU-GDPR", "EU-EUDPR"} {
		src := complete
		if regime == "EU-EUDPR" {
			src = strings.NewReplacer("EU-GDPR", regime, "6(1)(b)", "5(1)(a)", "9(2)(a)", "10(2)(a)").Replace(src)
		}
		r := of(t, accountability.RecordKind, parse(t, src), accountability.Context{})
		var want []string
		for _, w := range controllerRows {
			provision := w.gdpr
			if regime == "EU-EUDPR" {
				provision = w.eudpr
			}
			if provision == "" && (w.gdpr != "" || w.eudpr != "") {
				continue // the other law alone wants it
			}
			want = append(want, w.id)
			row := find(t, r, w.id)
			if row.Provision != provision {
				t.Errorf("%s %s is demanded by %q, want %q", regime, w.id, row.Provision, provision)
			}
			if row.State != accountability.Stated && w.id != "transfers" {
				t.Errorf("%s %s is %s: %v", regime, w.id, row.State, row.Left)
			}
			var got []diag.Path
			for _, s := range row.Says {
				got = append(got, s.Paths...)
			}
			if !slices.Equal(got, w.paths) {
				t.Errorf("%s %s comes from %q, want %q", regime, w.id, got, w.paths)
			}
		}
		if got := len(rowsOf(r)); got != len(want) {
			t.Errorf("%s: the record has %d rows, want %q", regime, got, want)
		}
	}
}

// Under the GDPR a derogation may need documents beside the record, under
// Regulation (EU) 2018/1725 every safeguard does.
func TestDocumentsBesideTheRecord(t *testing.T) {
	for _, tt := range []struct {
		regime, mechanism string
		wanted            bool
	}{
		{"EU-GDPR", "derogation", true}, {"EU-GDPR", "scc", false}, {"EU-GDPR", "adequacy", false},
		{"EU-EUDPR", "derogation", true}, {"EU-EUDPR", "scc", true}, {"EU-EUDPR", "adequacy", false},
	} {
		src := strings.NewReplacer("EU-GDPR", tt.regime, "derogation", tt.mechanism).Replace(complete)
		row := find(t, of(t, accountability.RecordKind, parse(t, src), accountability.Context{}), "transfers")
		if got := row.State == accountability.Check; got != tt.wanted {
			t.Errorf("%s %s: documents wanted: %v", tt.regime, tt.mechanism, got)
		}
	}
}

// What the policy does not say, the record says in words, and where it belongs.
func TestGapsAreSaid(t *testing.T) {
	doc := &policy.Document{Regime: "EU-GDPR", Languages: []locale.Tag{"en"}, Parties: []policy.Party{{ID: "school"}}}
	doc.Activities = []policy.Activity{{ID: "enrolment", Controllers: []string{"school"}, Data: []string{"name"}}}
	doc.Data = []policy.Datum{{ID: "name", Special: "health"}}
	r := of(t, accountability.RecordKind, doc, accountability.Context{})
	want := map[string]diag.Path{
		"keeper": "/parties/0/name", "representative": "/parties/0/country", "dpo": "/parties/0/dpo",
		"purposes": "/activities/0/purposes", "subjects": "/activities/0/subjects",
		"retention": "/activities/0/retention", "security": "/measures", "basis": "/activities/0/basis", "ground": "/activities/0/specialGround",
	}
	for id, path := range want {
		row := find(t, r, id)
		state := accountability.Missing
		if id == "dpo" { // not everybody needs one
			state = accountability.Check
		}
		if row.State != state || len(row.Left) == 0 || row.Left[0].Text == "" || row.Left[0].Paths[0] != path {
			t.Errorf("%s is %s: %v", id, row.State, row.Left)
		}
	}
	for _, id := range []string{"data", "joint", "recipients", "transfers", "sources", "assessment"} {
		if row := find(t, r, id); len(row.Says) == 0 {
			t.Errorf("%s says nothing: %v", id, row.Left)
		}
	}
}

func TestNoDataIsAGap(t *testing.T) {
	doc := &policy.Document{Regime: "EU-GDPR", Languages: []locale.Tag{"en"}, Parties: []policy.Party{{ID: "school"}}}
	doc.Activities = []policy.Activity{{ID: "enrolment", Controllers: []string{"school"}}}
	r := of(t, accountability.RecordKind, doc, accountability.Context{})
	for _, id := range []string{"data", "sources", "retention"} {
		if row := find(t, r, id); row.State != accountability.Missing {
			t.Errorf("%s is %s", id, row.State)
		}
	}
}

// A party may keep a record as controller and as processor.
func TestRecordOfOneParty(t *testing.T) {
	doc := example(t, "lartorget")
	groups := func(party string) (list []string) {
		for _, g := range of(t, accountability.RecordKind, doc, accountability.Context{Party: party}).Groups {
			list = append(list, g.ID)
		}
		return list
	}
	for party, want := range map[string][]string{
		"hsn": {"controller", "processor"}, "example-board": {"controller"}, "platform-supplier": {"processor"},
	} {
		if got := groups(party); !slices.Equal(got, want) {
			t.Errorf("%s keeps %q, want %q", party, got, want)
		}
	}
	// Courses that somebody else holds are not in it.
	r := of(t, accountability.RecordKind, doc, accountability.Context{Party: "example-hospital"})
	for _, p := range r.Groups[0].Parts {
		if p.ID == "account" {
			t.Error("the hospital is no controller of accounts")
		}
	}
	if _, err := accountability.RecordOf(doc, accountability.Context{Party: "home-institution"}); err == nil {
		t.Error("the home institution has no record here")
	}
}

// A processor's record tells who the controllers are, what is done for them, what
// leaves the EEA, and that its own measures are not in the policy.
func TestProcessorRows(t *testing.T) {
	r := of(t, accountability.RecordKind, parse(t, complete), accountability.Context{Party: "host"})
	if r.Common[0].Provision != "30(2)(a)" {
		t.Errorf("a processor keeps the record by %s", r.Common[0].Provision)
	}
	var got []string
	for _, row := range r.Groups[0].Parts[0].Rows {
		got = append(got, row.ID+" "+row.Provision+" "+string(row.State))
	}
	want := []string{"controllers 30(2)(a) stated", "processing 30(2)(b) stated", "transfers 30(2)(c) stated", "security 30(2)(d) check"}
	if !slices.Equal(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
}

func TestNoRecordUnderOtherLaw(t *testing.T) {
	doc := &policy.Document{Regime: "SE-PUL", Languages: []locale.Tag{"sv"}}
	for _, kind := range accountability.Kinds {
		if _, err := accountability.Of(kind, doc, accountability.Context{}); err == nil {
			t.Errorf("PuL knows no %s", kind)
		}
	}
	doc.Regime = "EU-GDPR"
	for _, c := range []accountability.Context{{Language: "fi"}, {Party: "nobody"}} {
		if _, err := accountability.ScreeningOf(doc, c); err == nil {
			t.Errorf("%+v makes a report", c)
		}
	}
	if _, err := accountability.Of("poem", doc, accountability.Context{}); err == nil {
		t.Error("there is no poem")
	}
}
