package consent_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/text"
)

func sum(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}

// document loads a policy of the examples.
func document(t *testing.T, name string) *policy.Document {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(root, "examples", name))
	if err != nil {
		t.Fatal(err)
	}
	return policyfile.Parse(name, data).Doc
}

func definition(t *testing.T, doc *policy.Document, id string, c form.Context) *form.Definition {
	t.Helper()
	c.Sum = sum
	d, err := form.Derive(doc, id, c)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func codes(list []consent.Reason) []consent.Code {
	var found []consent.Code
	for _, r := range list {
		found = append(found, r.Code)
	}
	return found
}

// A ticked box at Lärtorget, as its form asks.
func ticked(q *consent.Question) consent.Answer {
	return consent.Answer{
		Yes: true, Act: policy.ByTicking, At: "2026-11-22T12:00:00+01:00", Shown: q.Sum, Interface: "enrolment 1",
		Steps: consent.Steps{Yes: 1, No: 1, Withdraw: 1}, Person: consent.Person{Subject: "p-1"},
	}
}

func TestDietAtLartorget(t *testing.T) {
	doc := document(t, "lartorget/policy.yaml")
	d := definition(t, doc, "enrolment", form.Context{Language: locale.SV})
	for _, q := range consent.Asked(d) {
		r := consent.Decide(q, ticked(&q))
		t.Log(q.Field, q.Kind, r.Status, codes(r.Reasons))
		for _, x := range r.Reasons {
			t.Log(x.In(text.In(locale.EN)))
		}
		if q.ID == "diet" && r.Status != consent.Given {
			t.Errorf("a ticked box does not count: %v", codes(r.Reasons))
		}
		typed := ticked(&q)
		typed.Act = policy.ByTyping
		if r := consent.Decide(q, typed); q.ID == "diet" && (r.Status != consent.Invalidated || !slices.Contains(codes(r.Reasons), consent.NotExplicit)) {
			t.Errorf("typing counts: %v %v", r.Status, codes(r.Reasons))
		}
	}
	_ = date.Date{}
}
