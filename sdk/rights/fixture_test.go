package rights_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/rights"
)

func parse(t testing.TB, s string) date.Date {
	t.Helper()
	d, ok := date.Parse(s)
	if !ok {
		t.Fatalf("%q is no day", s)
	}
	return d
}

// assess assesses a request that is in order.
func assess(t testing.TB, doc *policy.Document, r rights.Request, at date.Date) rights.Answer {
	t.Helper()
	a, err := rights.Assess(doc, r, at)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// received is a Tuesday, with nothing special one month later.
var received = date.Date{Year: 2026, Month: 9, Day: 8}

// ask makes a request for a right on the usual day.
func ask(right law.Right) rights.Request { return rights.Request{Right: right, Received: received} }

// codes lists what reasons say.
func codes(list []rights.Reason) []rights.Code {
	var codes []rights.Code
	for i := range list {
		codes = append(codes, list[i].Code)
	}
	return codes
}

// policies loads every policy of the examples.
func policies(t testing.TB) map[string]*policy.Document {
	t.Helper()
	names, err := filepath.Glob("../../examples/*/*.yaml")
	if err != nil || len(names) < 10 {
		t.Fatalf("%d policies: %v", len(names), err)
	}
	docs := map[string]*policy.Document{}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f := policyfile.Parse(name, src)
		if f.Doc == nil {
			t.Fatalf("%s cannot be read", name)
		}
		docs[filepath.Base(filepath.Dir(name))+"/"+filepath.Base(name)] = f.Doc
	}
	return docs
}

// school is a public school in Sweden that is all but honest about its data.
func school() *policy.Document {
	label := func(s string) policy.Text { return policy.Text{locale.EN: s, locale.SV: s} }
	return &policy.Document{
		ID: "school", Regime: law.GDPR, Jurisdiction: "SE", Title: label("School"), Languages: []locale.Tag{locale.EN, locale.SV},
		Acts:    []policy.Act{{ID: "AGREED", Title: label("a contract"), Contract: true}, {ID: "OWN", Title: label("an act"), Number: "2020:1"}},
		Parties: []policy.Party{{ID: "city", Name: label("City"), PublicAuthority: true}, {ID: "unit", Name: label("Unit"), PartOf: "city"}, {ID: "club", Name: label("Club")}},
		Data: []policy.Datum{
			{ID: "name", Label: label("name")}, {ID: "grade", Label: label("grade"), Sources: []policy.Source{{Kind: policy.FromController}}},
			{ID: "log", Label: label("log"), Sources: []policy.Source{{Kind: policy.FromObserving}}},
			{ID: "score", Label: label("score"), Sources: []policy.Source{{Kind: policy.FromDeriving}}},
			{ID: "number", Label: label("number"), NationalNumber: "se.personnummer"},
			{ID: "typed", Label: label("typed"), Transient: &policy.Transient{Becomes: "name"}},
		},
		Purposes: []policy.Purpose{{ID: "teach", Title: label("Teaching")}, {ID: "news", Title: label("News"), Term: "dpv:DirectMarketing"}},
		Activities: []policy.Activity{
			{ID: "teaching", Purposes: []string{"teach"}, Controllers: []string{"unit"}, Basis: &policy.Basis{Article: "6(1)(e)"}, Data: []string{"name", "grade", "typed"}},
			{ID: "course", Title: label("Course"), Controllers: []string{"club"}, Basis: &policy.Basis{Article: "6(1)(b)"}, Data: []string{"name", "score"}, Retention: []string{"books"}},
			{ID: "newsletter", Purposes: []string{"news"}, Controllers: []string{"club"}, Basis: &policy.Basis{Article: "6(1)(a)"}, Data: []string{"name"}, Consents: []string{"kids"}},
			{ID: "safety", Controllers: []string{"club"}, Basis: &policy.Basis{Article: "6(1)(f)"}, Data: []string{"log"}},
		},
		Consents: []policy.Consent{{ID: "kids", OfferedToChildren: true}},
		Retention: []policy.Retention{
			{ID: "books", Period: date.Period{Years: 7}, Law: []policy.Citation{{Act: "OWN", Section: "2 §"}}, Data: []string{"score"}},
			{ID: "agreed", Period: date.Period{Years: 7}, Law: []policy.Citation{{Act: "AGREED"}}},
			{ID: "most", Limit: policy.AtMost, Period: date.Period{Years: 7}, Law: []policy.Citation{{Act: "OWN"}}},
		},
	}
}
