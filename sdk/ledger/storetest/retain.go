package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// course is a policy that keeps the proof of consent for two years.
func course(edit func(doc *policy.Document)) *policy.Document {
	doc := &policy.Document{
		ID:       "course",
		Data:     []policy.Datum{{ID: "wish"}, {ID: "proof", Term: "dpv:ConsentRecord"}},
		Consents: []policy.Consent{{ID: "diet"}, {ID: "photo"}},
		Retention: []policy.Retention{
			{ID: "at-once", Trigger: policy.ConsentWithdrawn, Data: []string{"wish"}},
			{ID: "two-years", Trigger: policy.ConsentWithdrawn, Period: date.Period{Years: 2}, DisposalDecision: "G 2026:1"},
		},
		Activities: []policy.Activity{
			{ID: "meals", Data: []string{"wish"}, Consents: []string{"diet"}, Retention: []string{"at-once"}},
			{ID: "records", Data: []string{"proof"}, Retention: []string{"two-years"}},
		},
	}
	if edit != nil {
		edit(doc)
	}
	return doc
}

// by is the retention of the policy on the day. The clock of these logs stands at
// 22 November 2026.
func by(doc *policy.Document, day string) ledger.Retention {
	at, _ := date.Parse(day)
	return ledger.Retention{Policy: doc, At: at, By: "registrar"}
}

// answer is a record with the status, of an instant.
func answer(id string, status consent.Status, at string, edit func(r *consent.Record)) consent.Record {
	r := given(id, "p-"+id, "diet")
	r.Status, r.At = status, at
	if edit != nil {
		edit(&r)
	}
	return r
}

// due gives the ids of the histories whose time is up, with what is to be done.
func due(t *testing.T, log *ledger.Log, r ledger.Retention) map[string]string {
	t.Helper()
	found := map[string]string{}
	for d, err := range log.Due(t.Context(), r) {
		if err != nil {
			t.Fatal(err)
		}
		last, _ := d.History.Last()
		if found[last.Record.ID] != "" {
			t.Errorf("%s comes twice", last.Record.ID)
		}
		found[last.Record.ID] = d.State.String() + " " + string(d.Action) + " " + d.Through.String()
	}
	return found
}

func retain(t *testing.T, log *ledger.Log, r ledger.Retention, want ledger.Retained) {
	t.Helper()
	got, err := log.Retain(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("on %v: %+v, want %+v", r.At, got, want)
	}
}

// What has ended goes when its time is up, and not a day before. A yes that counts
// stays, however old it is.
func testDue(t *testing.T, s ledger.Store) {
	log := open(t, s, keys(t, logName))
	until := func(year int) func(r *consent.Record) {
		return func(r *consent.Record) { r.Until = date.Date{Year: year, Month: 3, Day: 1} }
	}
	old := answer("back", consent.Given, "2020-01-01T12:00:00+01:00", nil)
	no, _ := old.Withdraw("2024-03-01T23:30:00+01:00", consent.Self) // 22:30 in UTC
	again := answer("again", consent.Given, "2020-01-01T12:00:00+01:00", nil)
	taken, _ := again.Withdraw("2020-02-01T12:00:00+01:00", consent.Self)
	add(t, log, "1", old, again,
		answer("lasting", consent.Given, "2015-01-01T12:00:00+01:00", nil),
		answer("running", consent.Given, "2023-01-01T12:00:00+01:00", until(2027)),
		answer("over", consent.Given, "2023-01-01T12:00:00+01:00", until(2024)),
		answer("no", consent.Refused, "2024-03-01T12:00:00+01:00", nil),
		answer("void", consent.Invalidated, "2024-03-01T12:00:00+01:00", nil),
		answer("silent", consent.Requested, "2024-03-01T12:00:00+01:00", nil),
		answer("leap", consent.Refused, "2016-12-31T23:59:60Z", nil),
		answer("other", consent.Refused, "2010-01-01T12:00:00+01:00", func(r *consent.Record) { r.Question.Policy = "school" }))
	add(t, log, "2", no, taken)
	add(t, log, "3", answer("again", consent.Given, "2020-03-01T12:00:00+01:00", nil).Follow(taken))

	const through = "ready erase 2026-03-01"
	before := map[string]string{"leap": "ready erase 2018-12-31"}
	all := map[string]string{"back": through, "over": through, "no": through, "void": through, "silent": through, "leap": before["leap"]}
	for day, want := range map[string]map[string]string{"2018-12-31": {}, "2026-03-01": before, "2026-03-02": all, "2027-03-01": all} {
		if diff := cmp.Diff(want, due(t, log, by(course(nil), day))); diff != "" {
			t.Errorf("due on %s (-want +got):\n%s", day, diff)
		}
	}
	east := by(course(nil), "2026-03-02")
	if east.Zone = time.FixedZone("", 2*60*60); len(due(t, log, east)) != len(all)-1 {
		t.Error("what was taken back at 23:30 in Stockholm is due a day later in Helsinki, and is not")
	}
	retain(t, log, by(course(nil), "2026-03-02"), ledger.Retained{Erased: 6})
	retain(t, log, by(course(nil), "2026-03-03"), ledger.Retained{}) // nothing is done twice
	for _, id := range []string{"lasting", "running", "again", "other"} {
		if h, err := log.History(t.Context(), id); err != nil || len(h.Entries) == 0 {
			t.Errorf("%s is gone: %v", id, err)
		}
	}
	if report := sound(t, log); report.Erased != 7 || report.Acts != 6 {
		t.Errorf("report %+v", report)
	}
	for e, err := range log.Entries(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		if a := e.Act; a != nil && (a.Rule != "two-years" || a.Decision != "G 2026:1" || a.By != "registrar" || a.Reason == "") {
			t.Errorf("an act that does not say what it rests on: %+v", a)
		}
	}
}

// A public body restricts first, and erases once there is a decision.
func testRetainWithoutDecision(t *testing.T, s ledger.Store) {
	swedish := func(decision string) *policy.Document {
		return course(func(doc *policy.Document) {
			doc.Jurisdiction, doc.Parties = "SE", []policy.Party{{ID: "board", PublicAuthority: true}}
			doc.Activities[1].Controllers = []string{"board"}
			doc.Retention[1].DisposalDecision = decision
		})
	}
	elsewhere := course(func(doc *policy.Document) { doc.Retention[1].DisposalDecision = "" })
	for name, c := range map[string]struct {
		doc    *policy.Document
		public bool
	}{"the policy says so": {swedish(""), false}, "the log says so": {elsewhere, true}} {
		options := keys(t, logName+"/"+name[4:7])
		options.PublicBody = c.public
		log, err := ledger.Open(s, options.Signer.Name(), options)
		if err != nil {
			t.Fatal(err)
		}
		add(t, log, "1", answer("a", consent.Refused, "2020-01-01T12:00:00+01:00", nil))
		if _, err := log.Restrict(t.Context(), "a", ledger.Disposal{Reason: "it waits", Rule: "an earlier rule", By: "registrar"}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(map[string]string{"a": "ready restrict 2022-01-01"}, due(t, log, by(c.doc, "2026-11-22"))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		retain(t, log, by(c.doc, "2026-11-22"), ledger.Retained{Restricted: 1})
		retain(t, log, by(c.doc, "2026-11-22"), ledger.Retained{Undecided: 1})
		if h, err := log.History(t.Context(), "a"); err != nil || h.Restricted == nil || h.Restricted.Rule != "two-years" {
			t.Errorf("%s: restricted %+v, %v", name, h.Restricted, err)
		}
		if diff := cmp.Diff(map[string]string{"a": "undecided " + string(retention.Restrict) + " 2022-01-01"}, due(t, log, by(c.doc, "2026-11-22"))); diff != "" && c.public {
			t.Errorf("%s, restricted (-want +got):\n%s", name, diff)
		}
		retain(t, log, by(swedish("G 2026:2"), "2026-11-22"), ledger.Retained{Erased: 1})
		sound(t, log)
	}
}

// What stops a rule, and which rules are those of a record.
func testRetainHolds(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	log := open(t, s, keys(t, logName))
	for _, id := range []string{"held", "claimed", "diet", "gone"} {
		add(t, log, id, answer(id, consent.Refused, "2020-01-01T12:00:00+01:00", func(r *consent.Record) {
			if id == "gone" {
				r.Question.Consent.ID = "a consent that the policy had once"
			}
		}))
	}
	if _, err := log.Restrict(ctx, "held", ledger.Disposal{Reason: "art. 18(1)(c)", By: "registrar"}); err != nil {
		t.Fatal(err)
	}
	r := by(course(func(doc *policy.Document) { doc.Activities[1].Consents = []string{"diet"} }), "2026-11-22")
	r.Known = func(_ context.Context, h ledger.History) (e retention.Events, err error) {
		if last, _ := h.Last(); last.Record.ID == "claimed" {
			e.Holds = []retention.Hold{{Reason: retention.LegalClaim, On: date.Date{Year: 2021, Month: 1, Day: 1}}}
		}
		return e, nil
	}
	retain(t, log, r, ledger.Retained{Erased: 2, Held: 2})
	if _, err := log.Release(ctx, "held", ledger.Disposal{Reason: "the claim is settled", By: "registrar"}); err != nil {
		t.Fatal(err)
	}
	r.Known = nil
	photo := course(func(doc *policy.Document) { doc.Activities[1].Consents = []string{"photo"} })
	retain(t, log, by(photo, "2026-11-22"), ledger.Retained{Unruled: 2})
	archive := course(func(doc *policy.Document) { doc.Retention[1].Action = policy.Archive })
	retain(t, log, by(archive, "2026-11-22"), ledger.Retained{Left: 2})
	retain(t, log, r, ledger.Retained{Erased: 2})
	sound(t, log)
}

// A log keeps one copy for all activities, and the last one decides.
func testRetainSeveral(t *testing.T, s ledger.Store) {
	log := open(t, s, keys(t, logName))
	add(t, log, "1", answer("a", consent.Refused, "2020-01-01T12:00:00+01:00", nil))
	doc := course(func(doc *policy.Document) {
		doc.Retention = append(doc.Retention, policy.Retention{ID: "five-years", Trigger: policy.Collection, Period: date.Period{Years: 5}})
		doc.Activities = append(doc.Activities, policy.Activity{ID: "audit", Data: []string{"proof"}, Retention: []string{"five-years"}})
	})
	for day, want := range map[string]map[string]string{"2025-01-01": {}, "2025-01-02": {"a": "ready erase 2025-01-01"}} {
		if diff := cmp.Diff(want, due(t, log, by(doc, day))); diff != "" {
			t.Errorf("due on %s (-want +got):\n%s", day, diff)
		}
	}
}

// A run over many histories is broken off, and done again; somebody answers anew
// in the middle of it.
func testRetainAmongWriters(t *testing.T, s ledger.Store) {
	options := keys(t, logName)
	logs := []*ledger.Log{open(t, s, options), open(t, s, options)}
	const n = 700
	early := answer("early", consent.Given, "2020-01-01T12:00:00+01:00", nil)
	add(t, logs[0], "early", early)
	for i := range n / 100 {
		var some []consent.Record
		for k := range 100 {
			some = append(some, answer(fmt.Sprint(i*100+k), consent.Refused, "2020-01-01T12:00:00+01:00", nil))
		}
		add(t, logs[0], fmt.Sprint("key-", i), some...)
	}
	late, _ := early.Withdraw("2020-01-02T12:00:00+01:00", consent.Self)
	add(t, logs[0], "late", late)
	r := by(course(nil), "2026-11-22")
	if found := due(t, logs[0], r); len(found) != n+1 {
		t.Errorf("%d are due, want %d", len(found), n+1)
	}
	stop := errors.New("broken off")
	r.Known = func(_ context.Context, h ledger.History) (retention.Events, error) {
		last, _ := h.Last()
		switch last.Record.ID {
		case "7":
			yes := answer("7", consent.Given, "2026-11-22T12:00:00+01:00", nil).Follow(last.Record)
			add(t, logs[1], "renewed", yes)
		case "650":
			return retention.Events{}, stop
		}
		return retention.Events{}, nil
	}
	done, err := logs[0].Retain(t.Context(), r)
	if !errors.Is(err, stop) || done.Erased != 498 {
		t.Fatalf("broken off with %+v, %v", done, err)
	}
	r.Known = nil
	retain(t, logs[1], r, ledger.Retained{Erased: 202})
	retain(t, logs[0], r, ledger.Retained{})
	if h, err := logs[0].History(t.Context(), "7"); err != nil || len(h.Entries) != 2 {
		t.Errorf("whoever said yes in the middle of it has %d entries, %v", len(h.Entries), err)
	}
	if report := sound(t, logs[0]); report.Records != 2 || report.Erased != n+1 || report.Acts != n {
		t.Errorf("report %+v", report)
	}
}

// What other rules come to: those that run from the answer, and those that say more
// than to erase.
func testRetainRules(t *testing.T, s ledger.Store) {
	log := open(t, s, keys(t, logName))
	add(t, log, "1",
		answer("no", consent.Refused, "2020-01-01T12:00:00+01:00", nil),
		answer("running", consent.Given, "2020-01-01T12:00:00+01:00", func(r *consent.Record) { r.Until = date.Date{Year: 2027, Month: 1, Day: 1} }))
	two := date.Period{Years: 2}
	for name, c := range map[string]struct {
		rule policy.Retention
		want string
	}{
		"the answer":       {policy.Retention{Trigger: policy.Collection, Period: two}, "ready erase 2022-01-01"},
		"the entry":        {policy.Retention{Trigger: policy.LogEntry, Period: two}, "ready erase 2022-01-01"},
		"to anonymise":     {policy.Retention{Trigger: policy.LogEntry, Period: two, Action: policy.Anonymise}, "ready anonymise 2022-01-01"},
		"first to archive": {policy.Retention{Trigger: policy.LogEntry, Period: two, Action: policy.Archive, Stages: []policy.Stage{{Action: policy.Erase}}}, "ready archive 2022-01-01"},
		"not told":         {policy.Retention{Trigger: policy.SchoolLeave, Period: two}, ""},
		"for ever":         {policy.Retention{Lasts: policy.Forever}, ""},
	} {
		doc := course(func(doc *policy.Document) {
			c.rule.ID = "two-years"
			doc.Retention[1] = c.rule
		})
		want := map[string]string{"no": c.want}
		if c.want == "" {
			want = map[string]string{}
		}
		if diff := cmp.Diff(want, due(t, log, by(doc, "2026-11-22"))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	anonymise := course(func(doc *policy.Document) { doc.Retention[1].Action = policy.Anonymise })
	retain(t, log, by(anonymise, "2026-11-22"), ledger.Retained{Erased: 1})
	sound(t, log)
}

func testRetainMisuse(t *testing.T, s ledger.Store) {
	log := open(t, s, keys(t, logName))
	add(t, log, "1", answer("a", consent.Refused, "2020-01-01T12:00:00+01:00", nil))
	sound := by(course(nil), "2026-11-22")
	for name, edit := range map[string]func(r *ledger.Retention){
		"no policy":     func(r *ledger.Retention) { r.Policy = nil },
		"no day":        func(r *ledger.Retention) { r.At = date.Date{} },
		"a day to come": func(r *ledger.Retention) { r.At = r.At.AddDays(1) },
		"nobody":        func(r *ledger.Retention) { r.By = "" },
		"a decision that no log takes": func(r *ledger.Retention) {
			r.Policy = course(func(doc *policy.Document) { doc.Retention[1].DisposalDecision = "\x00" })
		},
	} {
		r := sound
		edit(&r)
		var input *ledger.InputError
		if done, err := log.Retain(t.Context(), r); !errors.As(err, &input) || done.Erased > 0 {
			t.Errorf("%s: %+v, %v", name, done, err)
		}
	}
	for name, edit := range map[string]func(doc *policy.Document){
		"no proof of consent":    func(doc *policy.Document) { doc.Data[1].Term = "" },
		"no rule":                func(doc *policy.Document) { doc.Activities[1].Retention = nil },
		"a rule for other data":  func(doc *policy.Document) { doc.Retention[1].Data = []string{"wish"} },
		"no activity has it":     func(doc *policy.Document) { doc.Activities[1].Data = nil },
		"a rule that is nowhere": func(doc *policy.Document) { doc.Activities[1].Retention = []string{"three-years"} },
	} {
		r := sound
		r.Policy = course(edit)
		var rule *ledger.RuleError
		if _, err := log.Retain(t.Context(), r); !errors.As(err, &rule) || rule.Policy != "course" {
			t.Errorf("%s: %v", name, err)
		}
		for _, err := range log.Due(t.Context(), r) {
			if !errors.As(err, &rule) {
				t.Errorf("%s: due: %v", name, err)
			}
		}
	}
	if h, err := log.History(t.Context(), "a"); err != nil || len(h.Entries) != 1 {
		t.Errorf("something was done: %v", err)
	}
}
