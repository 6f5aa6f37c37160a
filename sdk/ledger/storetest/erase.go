package storetest

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lagrum/lagrum/sdk/ledger"
)

func testErasure(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	options := keys(t, logName)
	log := open(t, s, options)
	yes := given("a", "p-1", "diet")
	add(t, log, "1", yes, given("b", "p-2", "diet"))
	add(t, log, "2", withdrawn(t, yes))
	if _, err := log.Restrict(ctx, "a", ledger.Disposal{Reason: "dispute", By: "registrar"}); err != nil {
		t.Fatal(err)
	}
	before, err := log.Checkpoint(ctx)
	if err != nil {
		t.Fatal(err)
	}
	proof, err := log.Prove(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	at, err := log.Erase(ctx, "a", dispose)
	if err != nil {
		t.Fatal(err)
	}
	if at.Index != 4 {
		t.Errorf("the erasure stands at %d, want 4", at.Index)
	}
	for _, list := range []func() (ledger.History, error){
		func() (ledger.History, error) { return log.History(ctx, "a") },
		func() (ledger.History, error) { return log.ByToken(ctx, "hash of a") },
		func() (ledger.History, error) { return log.Current(ctx, "p-1", "diet") },
	} {
		if h, err := list(); err != nil || len(h.Entries) > 0 || h.Restricted != nil {
			t.Errorf("found after erasure: %d entries, %v", len(h.Entries), err)
		}
	}
	want := ledger.Act{
		Kind: ledger.Erasure, At: "2026-11-22T12:00:00Z", Entries: []int64{0, 2, 3},
		Reason: "course-data", Decision: "G 2026:1", By: "registrar",
	}
	for e, err := range log.Entries(ctx, 0) {
		if err != nil {
			t.Fatal(err)
		}
		if gone := e.Index == 0 || e.Index == 2 || e.Index == 3; gone != e.Erased {
			t.Errorf("entry %d: erased is %v", e.Index, e.Erased)
		}
		if e.Index == 4 {
			if diff := cmp.Diff(&want, e.Act); diff != "" {
				t.Errorf("the act (-want +got):\n%s", diff)
			}
		}
	}
	for _, r := range all(t, s, logName)[4:] {
		if text := string(r.Content) + r.ID + r.Subject + r.Token + r.Key; strings.Contains(text, "p-1") || r.ID != "" {
			t.Error("the erasure says whom it is about")
		}
	}
	if report := sound(t, log, before); report.Erased != 3 || report.Acts != 1 || report.Records != 1 {
		t.Errorf("report %+v", report)
	}
	b := given("b", "p-2", "diet")
	if err := proof.Check(b.AppendJSON(nil), options.Verifiers); err != nil {
		t.Errorf("an earlier proof: %v", err)
	}
	if _, err := log.Prove(ctx, 0); !errors.Is(err, ledger.ErrErased) {
		t.Errorf("a proof of what was erased: %v", err)
	}
	for _, id := range []string{"a", "never", ""} {
		if _, err := log.Erase(ctx, id, dispose); !errors.Is(err, ledger.ErrUnknown) {
			t.Errorf("erasing %q: %v", id, err)
		}
	}
}

// While a history grows in one process, another erases it: what comes after the
// erasure cannot go on with it, and nothing is left of what came before.
func testErasureAmongWriters(t *testing.T, s ledger.Store) {
	options := keys(t, logName)
	logs := []*ledger.Log{open(t, s, options), open(t, s, options)}
	for i := range 6 {
		id := fmt.Sprint("id-", i)
		yes := given(id, "p-1", "diet")
		add(t, logs[0], id, yes)
		no := withdrawn(t, yes)
		var wg sync.WaitGroup
		wg.Go(func() { logs[0].Append(t.Context(), id+"-no", no) }) // may come too late
		wg.Go(func() {
			if _, err := logs[1].Erase(t.Context(), id, dispose); err != nil {
				t.Error(err)
			}
		})
		wg.Wait()
		if h, err := logs[0].History(t.Context(), id); err != nil || len(h.Entries) > 0 {
			t.Errorf("%d entries outlived the erasure, %v", len(h.Entries), err)
		}
	}
	sound(t, logs[0])
}

func testRestriction(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	options := keys(t, logName)
	options.PublicBody = true
	log := open(t, s, options)
	add(t, log, "1", given("a", "p-1", "diet"), given("b", "p-1", "photo"))
	plain := ledger.Disposal{Reason: "erasure was asked for", By: "registrar"}
	var missing *ledger.DecisionError
	if _, err := log.Erase(ctx, "a", plain); !errors.As(err, &missing) {
		t.Fatalf("a public body erased without a decision: %v", err)
	}
	if _, err := log.Restrict(ctx, "a", plain); err != nil {
		t.Fatal(err)
	}
	list, err := log.Subject(ctx, "p-1")
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 || list[0].Restricted == nil || list[1].Restricted != nil {
		t.Fatalf("of two histories, the first is restricted: %+v", list)
	}
	if got := list[0].Restricted.Reason; got != plain.Reason {
		t.Errorf("the reason is %q", got)
	}
	if _, err := log.Release(ctx, "a", plain); err != nil {
		t.Fatal(err)
	}
	if h, err := log.History(ctx, "a"); err != nil || h.Restricted != nil || len(h.Entries) != 1 {
		t.Errorf("after the release: %+v, %v", h, err)
	}
	if _, err := log.Erase(ctx, "a", dispose); err != nil {
		t.Error(err)
	}
	for name, d := range map[string]ledger.Disposal{"no reason": {By: "registrar"}, "nobody": {Reason: "asked"}} {
		var input *ledger.InputError
		if _, err := log.Restrict(ctx, "b", d); !errors.As(err, &input) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := log.Restrict(ctx, "never", plain); !errors.Is(err, ledger.ErrUnknown) {
		t.Errorf("restricting nothing: %v", err)
	}
	sound(t, log)
}
