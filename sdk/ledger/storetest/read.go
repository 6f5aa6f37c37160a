package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
)

func testLookUps(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	log := open(t, s, keys(t, logName))
	old := given("old", "p-1", "diet")
	add(t, log, "1", old)
	add(t, log, "2", given("photo", "p-1", "photo"), given("theirs", "p-2", "diet"))
	add(t, log, "3", given("new", "p-1", "diet"))
	over := withdrawn(t, old)
	add(t, log, "4", over)

	h, err := log.History(ctx, "old")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]consent.Record{old, over}, records(h)); diff != "" {
		t.Errorf("history (-want +got):\n%s", diff)
	}
	if last, ok := h.Last(); !ok || last.Index != 4 {
		t.Errorf("the last version stands at %d, want 4", last.Index)
	}
	list, err := log.Subject(ctx, "p-1")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"old", "photo", "new"}, ids(list)); diff != "" {
		t.Errorf("subject (-want +got):\n%s", diff)
	}
	byToken, err := log.ByToken(ctx, "hash of old")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(records(h), records(byToken)); diff != "" {
		t.Errorf("by token (-want +got):\n%s", diff)
	}
	current, err := log.Current(ctx, "p-1", "diet")
	if err != nil {
		t.Fatal(err)
	}
	// "old" was added to after "new" was begun: the person took back last.
	if diff := cmp.Diff(records(h), records(current)); diff != "" {
		t.Errorf("current (-want +got):\n%s", diff)
	}
	testNothing(t, log)
	var indexes []int64
	for e, err := range log.Entries(ctx, 1) {
		if err != nil {
			t.Fatal(err)
		}
		indexes = append(indexes, e.Index)
	}
	if diff := cmp.Diff([]int64{1, 2, 3, 4}, indexes); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
}

// testNothing looks for what is not there.
func testNothing(t *testing.T, log *ledger.Log) {
	ctx := t.Context()
	for _, value := range []string{"", "nobody", "OLD", "old ", "%"} {
		history, err := log.History(ctx, value)
		byToken, errToken := log.ByToken(ctx, value)
		subject, errSubject := log.Subject(ctx, value)
		current, errCurrent := log.Current(ctx, value, "diet")
		if n := len(history.Entries) + len(byToken.Entries) + len(subject) + len(current.Entries); n > 0 {
			t.Errorf("%q found %d", value, n)
		}
		for _, err := range []error{err, errToken, errSubject, errCurrent} {
			if err != nil {
				t.Errorf("%q: %v", value, err)
			}
		}
	}
	if h, err := log.Current(ctx, "p-2", "photo"); err != nil || len(h.Entries) > 0 {
		t.Errorf("a consent that was never asked: %d entries, %v", len(h.Entries), err)
	}
}

func records(h ledger.History) []consent.Record {
	var list []consent.Record
	for _, e := range h.Entries {
		list = append(list, e.Record)
	}
	return list
}

func ids(list []ledger.History) []string {
	var found []string
	for _, h := range list {
		last, _ := h.Last()
		found = append(found, last.Record.ID)
	}
	return found
}
