package storetest

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
)

func testIdempotent(t *testing.T, s ledger.Store) {
	options := keys(t, logName)
	log := open(t, s, options)
	diet, photo := given("a", "p-1", "diet"), given("b", "p-1", "photo")
	first := add(t, log, "form-1", diet, photo)
	add(t, log, "form-2", given("c", "p-2", "diet"))
	for name, log := range map[string]*ledger.Log{"same process": log, "another process": open(t, s, options)} {
		if diff := cmp.Diff(first, add(t, log, "form-1", diet, photo)); diff != "" {
			t.Errorf("%s: appended again (-first +again):\n%s", name, diff)
		}
		for _, other := range [][]consent.Record{{diet}, {photo, diet}, {diet, photo, given("d", "p-1", "news")}, {given("d", "p-1", "news")}} {
			if _, err := log.Append(t.Context(), "form-1", other...); !errors.Is(err, ledger.ErrKeyUsed) {
				t.Errorf("%s: other records under a key: %v", name, err)
			}
		}
	}
	next := withdrawn(t, diet)
	second := add(t, log, "withdrawal", next)
	if diff := cmp.Diff(second, add(t, log, "withdrawal", next)); diff != "" {
		t.Errorf("withdrawn again (-first +again):\n%s", diff)
	}
	if report := sound(t, log); report.Size != 4 || report.Records != 4 {
		t.Errorf("size %d with %d records, want 4", report.Size, report.Records)
	}
}

func testHistories(t *testing.T, s ledger.Store) {
	options := keys(t, logName)
	log := open(t, s, options)
	yes := given("a", "p-1", "diet")
	no := withdrawn(t, yes)
	add(t, log, "1", yes, no) // both in one append
	stranger, third, early := no, no, no
	stranger.Version, stranger.Subject = 3, "p-2"
	third.Version = 4
	early.Version, early.At = 3, "2025-01-01T00:00:00Z"
	for name, r := range map[string]consent.Record{"again": yes, "version 2 again": no, "gap": third, "another person": stranger, "earlier": early} {
		for who, log := range map[string]*ledger.Log{"same process": log, "another process": open(t, s, options)} {
			_, err := log.Append(t.Context(), name+who, r)
			var order *consent.OrderError
			if !errors.As(err, &order) {
				t.Errorf("%s, %s: %v", name, who, err)
			}
		}
	}
	if _, err := log.Append(t.Context(), "orphan", withdrawn(t, given("b", "p-1", "diet"))); err == nil {
		t.Error("a history began with version 2")
	}
	// One bad append does not take along the others of its kind.
	half := given("c", "p-3", "diet")
	if _, err := log.Append(t.Context(), "half", half, third); err == nil {
		t.Error("half an append was taken")
	}
	if h, err := log.History(t.Context(), "c"); err != nil || len(h.Entries) > 0 {
		t.Errorf("half an append left %d entries, %v", len(h.Entries), err)
	}
	if report := sound(t, log); report.Size != 2 {
		t.Errorf("size %d, want 2", report.Size)
	}
}

func testManyWriters(t *testing.T, s ledger.Store) {
	options := keys(t, logName)
	logs := []*ledger.Log{open(t, s, options), open(t, s, options), open(t, s, options)}
	const writers, each = 4, 6
	var wg sync.WaitGroup
	var mu sync.Mutex
	at := map[int64]string{}
	for w := range writers * len(logs) {
		wg.Go(func() {
			for i := range each {
				key := fmt.Sprintf("%d-%d", w, i)
				positions, err := logs[w%len(logs)].Append(t.Context(), key, given(key, "p-"+key, "diet"))
				if err != nil {
					t.Errorf("append %s: %v", key, err)
					return
				}
				mu.Lock()
				if other := at[positions[0].Index]; other != "" {
					t.Errorf("%s and %s have one position", key, other)
				}
				at[positions[0].Index] = key
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	total := int64(writers * len(logs) * each)
	if report := sound(t, logs[0]); report.Size != total {
		t.Errorf("size %d, want %d", report.Size, total)
	}
	for index, key := range at {
		h, err := logs[1].History(t.Context(), key)
		if err != nil || len(h.Entries) != 1 || h.Entries[0].Index != index {
			t.Errorf("%s was acknowledged at %d and is not there: %v", key, index, err)
		}
	}
}

// race runs the function n times at once, on several logs of one store, and
// gives how many calls had no error.
func race(n int, logs []*ledger.Log, f func(i int, log *ledger.Log) error) (won int, errs []error) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for i := range n {
		wg.Go(func() {
			err := f(i, logs[i%len(logs)])
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				won++
			} else {
				errs = append(errs, err)
			}
		})
	}
	wg.Wait()
	return won, errs
}

func testOneContinues(t *testing.T, s ledger.Store) {
	options := keys(t, logName)
	logs := []*ledger.Log{open(t, s, options), open(t, s, options)}
	yes := given("a", "p-1", "diet")
	add(t, logs[0], "yes", yes)
	no := withdrawn(t, yes)
	won, errs := race(8, logs, func(i int, log *ledger.Log) error {
		_, err := log.Append(t.Context(), fmt.Sprint("no-", i), no)
		return err
	})
	if won != 1 {
		t.Errorf("%d appends continued the history, want 1", won)
	}
	for _, err := range errs {
		var order *consent.OrderError
		if !errors.As(err, &order) {
			t.Errorf("the others got %v", err)
		}
	}
	if report := sound(t, logs[0]); report.Size != 2 {
		t.Errorf("size %d, want 2", report.Size)
	}
}

func testOneKey(t *testing.T, s ledger.Store) {
	options := keys(t, logName)
	logs := []*ledger.Log{open(t, s, options), open(t, s, options)}
	yes := given("a", "p-1", "diet")
	won, errs := race(8, logs, func(i int, log *ledger.Log) error {
		positions, err := log.Append(t.Context(), "form", yes)
		if err == nil && positions[0].Index != 0 {
			err = errors.New("another position")
		}
		return err
	})
	if won != 8 {
		t.Errorf("%d of 8 were answered: %v", won, errs)
	}
	if report := sound(t, logs[0]); report.Size != 1 {
		t.Errorf("size %d, want 1", report.Size)
	}
}
