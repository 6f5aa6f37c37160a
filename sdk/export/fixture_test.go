package export_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// examples are the policies of which everything must hold.
var examples = []string{"gateway", "hammarby", "lartorget", "skolstaden", "studieskolen"}

func example(t *testing.T, name string) *policy.Document {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(root, "examples", name, "policy.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return policyfile.Parse(name, data).Doc
}

func sum(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}

// asked gives the question as the form puts it.
func asked(t *testing.T, doc *policy.Document, id, field string, c form.Context) consent.Question {
	t.Helper()
	c.Sum = sum
	d, err := form.Derive(doc, id, c)
	if err != nil {
		t.Fatal(err)
	}
	q, ok := consent.Of(d, field)
	if !ok {
		t.Fatalf("form %s does not ask for %s", id, field)
	}
	return q
}

// yes is an answer that counts.
func yes(q *consent.Question) consent.Answer {
	return consent.Answer{
		Yes: true, Act: policy.ByTicking, At: "2026-11-22T12:00:00+01:00", Shown: q.Sum, Interface: "enrolment page 3",
		Steps: consent.Steps{Yes: 1, No: 1, Withdraw: 1}, Person: consent.Person{Subject: "p-7f3a"},
	}
}

// decided gives the record of an answer, of a history with an id.
func decided(q consent.Question, a consent.Answer) consent.Record {
	r := consent.Decide(q, a)
	r.ID = "5d2f7c1e-8b40-4d93-9a55-0f6b1e7c2a11"
	return r
}

// receiptOf gives a receipt of the records.
func receiptOf(records ...consent.Record) *consent.Receipt {
	r := &consent.Receipt{
		ID: "r-20261122-1", Issued: "2026-11-22T12:00:05+01:00", Language: records[0].Question.Language,
		NoticeURL: "https://studieskolen.example/persondata",
	}
	for _, one := range records {
		item := consent.Item{Record: one}
		if one.Status.Counts() {
			item.Withdraw = "https://studieskolen.example/samtykke/3fQ"
		}
		r.Items = append(r.Items, item)
	}
	return r
}

// histories gives one history for each status, of the newsletter of Studieskolen.
func histories(t *testing.T, doc *policy.Document) map[consent.Status][]consent.Record {
	t.Helper()
	q := asked(t, doc, "enrolment", "newsletter-consent", form.Context{Language: locale.DA})
	no, browsed := yes(&q), yes(&q)
	no.Yes, browsed.Act = false, policy.ByBrowsing
	given := decided(q, yes(&q))
	requested := consent.Request(q, given.Subject, "2026-11-22T11:59:00+01:00")
	requested.ID = given.ID
	answered := func(r consent.Record) []consent.Record {
		r.Version = 2
		return []consent.Record{requested, r}
	}
	withdrawn, ok := given.Withdraw("2026-12-24T08:00:00+01:00", consent.Self)
	expired, late := given.Expire("2029-01-01T00:00:00+01:00")
	again := yes(&q)
	again.At = "2028-10-01T12:00:00+02:00"
	renewed := consent.Decide(q, again).Follow(given)
	if !ok || !late {
		t.Fatal("the consent was neither withdrawn nor did it expire")
	}
	return map[consent.Status][]consent.Record{
		consent.Requested: {requested}, consent.Given: {given}, consent.Refused: answered(decided(q, no)),
		consent.Invalidated: {decided(q, browsed)}, consent.Withdrawn: {given, withdrawn}, consent.Expired: {given, expired},
		consent.Renewed: {given, renewed},
	}
}

// history appends the records to an empty history.
func history(t *testing.T, records ...consent.Record) consent.History {
	t.Helper()
	var h consent.History
	var err error
	for _, r := range records {
		if h, err = h.Append(r); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

// compile reads a JSON Schema of the test data.
func compile(t *testing.T, name string, engine jsonschema.RegexpEngine) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if engine != nil {
		c.UseRegexpEngine(engine)
	}
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// decode reads JSON into plain values.
func decode(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func validate(t *testing.T, s *jsonschema.Schema, data []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%v", err)
	}
}

// optional are members without which a document is still valid.
var optional = []string{"dct:modified", "@type"}

// withoutOne takes each of the members out in turn: the schema must refuse what is
// left. So the schema is seen to demand something.
func withoutOne(t *testing.T, s *jsonschema.Schema, names []string, v map[string]any) {
	t.Helper()
	for _, name := range names {
		value := v[name]
		delete(v, name)
		if !slices.Contains(optional, name) && s.Validate(v) == nil {
			t.Errorf("the schema does not miss %s", name)
		}
		v[name] = value
	}
}

// jointly is an arrangement of joint controllers.
var jointly = &policy.JointArrangement{Essence: policy.Text{locale.Any: "Both answer for everything."}}
