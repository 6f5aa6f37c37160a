package consent_test

import (
	"slices"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Whatever the kind, a plain good answer counts, and gives no reason but that
// the question itself is such that one must look after it.
func TestAGoodAnswerCounts(t *testing.T) {
	warnings := map[string][]string{
		"hobbies": {"may-reveal?"}, "town": {"imbalance?"}, "pupils": {"both-guardians?"},
	}
	for _, id := range []string{"newsletter", "allergies", "hobbies", "club", "pupils", "town", "statistics", "waiver"} {
		q := question(t, id)
		a := ticked(&q)
		switch {
		case q.OfferedToChildren:
			a.Person.Born, a.Person.Country = day.AddYears(-20), "SE"
		case q.ByGuardian:
			a.By, a.Guardian.Verified = consent.ByGuardian, "eid"
		}
		if r := consent.Decide(q, a); r.Status != consent.Given || !slices.Equal(codes(r.Reasons), warnings[id]) {
			t.Errorf("%s: %s, %v", id, r.Status, codes(r.Reasons))
		}
	}
}

// Whose consent it is depends on the event at Lärtorget: before one is chosen
// nobody is named, and no yes counts (GDPR recital 42).
func TestTheControllerIsNamed(t *testing.T) {
	doc := document(t, "lartorget/policy.yaml")
	for event, want := range map[string]consent.Status{"": consent.Invalidated, "leading-meetings": consent.Given} {
		q, _ := consent.Of(definition(t, doc, "enrolment", form.Context{Event: event}), "diet-consent")
		r := consent.Decide(q, ticked(&q))
		if r.Status != want || (want == consent.Invalidated) != slices.Contains(codes(r.Reasons), "not-informed") {
			t.Errorf("event %q: %s, %v", event, r.Status, codes(r.Reasons))
		}
	}
}

// A no needs nothing to count.
func TestANoIsANo(t *testing.T) {
	for _, id := range []string{"newsletter", "club", "waiver", "poor-silent"} {
		r := consent.Decide(question(t, id), consent.Answer{At: instant, Person: consent.Person{Subject: "p-1"}})
		if r.Status != consent.Refused || len(r.Reasons) > 0 {
			t.Errorf("%s: %s, %v", id, r.Status, codes(r.Reasons))
		}
	}
}

// A waiver is never void: its reasons are warnings, and none is told twice.
func TestAWaiverIsNeverVoid(t *testing.T) {
	q := question(t, "waiver")
	for _, act := range []policy.ConsentAct{"", policy.ByTicking, policy.ByTyping, policy.ByRegistering, policy.ByBrowsing, policy.ByTelling} {
		for _, with := range []string{"", "enrolment"} {
			r := consent.Decide(q, consent.Answer{Yes: true, Act: act, With: with, Condition: true, Preset: true, By: consent.ByProxy})
			found := codes(r.Reasons)
			if r.Status != consent.Given || slices.ContainsFunc(r.Reasons, func(x consent.Reason) bool { return x.Voids }) {
				t.Errorf("%q %q: %s", act, with, r.Status)
			}
			if n := count(found, "bundled?"); n > 1 || n == 0 && (with != "" || act == policy.ByTyping || act == policy.ByRegistering) {
				t.Errorf("%q %q: bundled %d times", act, with, n)
			}
		}
	}
}

func count(list []string, s string) int {
	n := 0
	for _, x := range list {
		if x == s {
			n++
		}
	}
	return n
}

// The last day on which a yes counts is that of its time.
func TestTheTimeOfAYes(t *testing.T) {
	r := given(question(t, "allergies"))
	if want := day.AddYears(1); r.Until != want {
		t.Fatalf("until %s, want %s", r.Until, want)
	}
	now := question(t, "allergies")
	if !consent.Stands(r, now, r.Until, r.Until).Counts || consent.Stands(r, now, r.Until.AddDays(1), r.Until).Counts {
		t.Error("the last day is another one")
	}
	if _, ok := r.Expire(r.Until.String() + "T23:59:59Z"); ok {
		t.Error("it has expired on its last day")
	}
	expired, ok := r.Expire(r.Until.AddDays(1).String() + "T00:00:00Z")
	if !ok || expired.Status != consent.Expired || expired.Version != 2 || r.Status != consent.Given {
		t.Errorf("after its last day: %v, %s", ok, expired.Status)
	}
	if s := consent.Stands(expired, now, day, day); s.Counts || !s.Ask {
		t.Errorf("an expired one stands: %+v", s)
	}
	if s := consent.Stands(r, now, day.AddDays(-1), r.Until); s.Counts || !s.Ask {
		t.Errorf("on the day before it was given, it stands: %+v", s)
	}
}

// What is not written as RFC 3339 has it, with seconds and offset, is no time.
func TestInstants(t *testing.T) {
	q := question(t, "newsletter")
	for at, right := range map[string]bool{
		instant: true, "2026-11-22T12:00:00Z": true, "2026-11-22T12:00:00.123456+05:30": true, "2026-06-30T23:59:60Z": true,
		"": false, "2026-11-22": false, "2026-11-22T12:00:00": false, "2026-11-22 12:00:00Z": false, "2026-02-29T12:00:00Z": false,
		"2026-11-22T24:00:00Z": false, "2026-11-22T12:60:00Z": false, "2026-11-22T12:00:61Z": false, "2026-11-22T12:00:00.Z": false,
		"2026-11-22T12:00:00+24:00": false, "2026-11-22T12:00:00+0100": false, "2026-11-22T12:00:00+01:60": false, "2026-11-22T12:00Z": false,
	} {
		a := ticked(&q)
		a.At = at
		if r := consent.Decide(q, a); (r.Status == consent.Given) != right {
			t.Errorf("%q: %s", at, r.Status)
		}
	}
}

// The terms of the Data Privacy Vocabulary are its own, and only what was given
// or renewed counts.
func TestStatuses(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range []consent.Status{
		consent.Requested, consent.Given, consent.Refused, consent.Withdrawn, consent.Expired, consent.Renewed, consent.Invalidated,
	} {
		if s.Term() == "" || seen[s.Term()] {
			t.Errorf("%s has the term %q", s, s.Term())
		}
		seen[s.Term()] = true
		if s.Counts() != (s == consent.Given || s == consent.Renewed) {
			t.Errorf("%s counts: %v", s, s.Counts())
		}
	}
	if consent.Status("held").Term() != "" {
		t.Error("a status that there is not has a term")
	}
}
