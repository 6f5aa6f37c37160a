package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/lagrum/lagrum/sdk/ledger"
	"golang.org/x/mod/sumdb/tlog"
)

func testEmpty(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	if head, err := s.Head(ctx, logName); err != nil || head != (ledger.Head{}) {
		t.Errorf("head %v, %v", head, err)
	}
	if rows, err := s.Range(ctx, logName, 0, 10); err != nil || len(rows) > 0 {
		t.Errorf("range: %d rows, %v", len(rows), err)
	}
	if rows, err := s.Find(ctx, logName, ledger.ByID, "a"); err != nil || len(rows) > 0 {
		t.Errorf("find: %d rows, %v", len(rows), err)
	}
	if _, err := s.Hashes(ctx, logName, []int64{0}); !errors.Is(err, ledger.ErrNoHash) {
		t.Errorf("hashes: %v", err)
	}
	log := open(t, s, keys(t, logName))
	if report := sound(t, log); report.Size != 0 {
		t.Errorf("an empty log has size %d", report.Size)
	}
	if checkpoint, err := log.Checkpoint(ctx); err != nil {
		t.Error(err)
	} else {
		sound(t, log, checkpoint)
	}
}

// rows gives n rows, with bytes that a text could not hold.
func rows(t *testing.T, n int) []ledger.Row {
	t.Helper()
	var drafts []ledger.Draft
	for i := range n {
		salt := make([]byte, ledger.SaltSize)
		salt[1], salt[2] = byte(i), 0xff
		r := given(fmt.Sprintf("id-%d", i), fmt.Sprintf("subject-%d", i/2), "diet")
		drafts = append(drafts, ledger.Draft{Key: fmt.Sprintf("key-%d", i/3), Part: i % 3, Salt: salt, Content: r.AppendJSON(nil)})
	}
	list, _, err := ledger.Extend(ledger.State{}, drafts)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func head(size int) ledger.Head {
	return ledger.Head{Size: int64(size), Signature: fmt.Sprintf("— consents.example/course %d\n", size)}
}

// put commits the rows to an empty log.
func put(t *testing.T, s ledger.Store, log string, list []ledger.Row) {
	t.Helper()
	if err := s.Commit(t.Context(), log, ledger.Change{Head: head(len(list)), Rows: list}); err != nil {
		t.Fatal(err)
	}
}

func all(t *testing.T, s ledger.Store, log string) []ledger.Row {
	t.Helper()
	list, err := s.Range(t.Context(), log, 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func same(t *testing.T, what string, want, got []ledger.Row) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func testRows(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	list := rows(t, 9)
	put(t, s, logName, list)
	same(t, "all", list, all(t, s, logName))
	if got, err := s.Head(ctx, logName); err != nil || got != head(9) {
		t.Errorf("head %v, %v", got, err)
	}
	part, err := s.Range(ctx, logName, 3, 2)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "range", list[3:5], part)
	for _, c := range []struct {
		by     ledger.By
		values []string
		want   []ledger.Row
	}{
		{ledger.ByKey, []string{"key-2", "key-0", "other"}, append(append([]ledger.Row{}, list[:3]...), list[6:]...)},
		{ledger.ByID, []string{"id-8", "id-1"}, []ledger.Row{list[1], list[8]}},
		{ledger.BySubject, []string{"subject-2"}, list[4:6]},
		{ledger.ByToken, []string{"hash of id-7"}, list[7:8]},
		{ledger.ByToken, []string{"id-7"}, nil},
	} {
		got, err := s.Find(ctx, logName, c.by, c.values...)
		if err != nil {
			t.Fatal(err)
		}
		same(t, string(c.by), c.want, got)
	}
	var indexes []int64
	var want []tlog.Hash
	for i := len(list) - 1; i >= 0; i-- {
		for level, hash := range list[i].Hashes {
			indexes = append(indexes, tlog.StoredHashIndex(0, int64(i))+int64(level))
			want = append(want, hash)
		}
	}
	hashes, err := s.Hashes(ctx, logName, indexes)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, hashes); diff != "" {
		t.Errorf("hashes (-want +got):\n%s", diff)
	}
	if _, err := s.Hashes(ctx, logName, append(indexes, 1000)); !errors.Is(err, ledger.ErrNoHash) {
		t.Errorf("a hash beyond the end: %v", err)
	}
}

// A statement of a database has fewer parameters than this change has values.
func testManyRows(t *testing.T, s ledger.Store) {
	list := rows(t, 2_000)
	put(t, s, logName, list)
	if got := all(t, s, logName); len(got) != len(list) {
		t.Fatalf("%d rows, want %d", len(got), len(list))
	}
	var erase []int64
	for i := range 1_500 {
		erase = append(erase, int64(i))
	}
	if err := s.Commit(t.Context(), logName, ledger.Change{From: 2_000, Head: head(2_000), Erase: erase}); err != nil {
		t.Fatal(err)
	}
	for i, r := range all(t, s, logName) {
		if gone := len(r.Content) == 0; gone != (i < 1_500) {
			t.Fatalf("entry %d: content gone is %v", i, gone)
		}
	}
}

func testConflict(t *testing.T, s ledger.Store) {
	list := rows(t, 9)
	first, rest := list[:6], list[6:]
	put(t, s, logName, first)
	change := func(edit func(c *ledger.Change)) ledger.Change {
		c := ledger.Change{From: 6, Head: head(9), Rows: append([]ledger.Row(nil), rest...), Erase: []int64{0}}
		edit(&c)
		return c
	}
	for name, c := range map[string]ledger.Change{
		"older state":    change(func(c *ledger.Change) { c.From = 5 }),
		"newer state":    change(func(c *ledger.Change) { c.From = 7 }),
		"empty state":    change(func(c *ledger.Change) { c.From = 0 }),
		"index":          change(func(c *ledger.Change) { c.Rows[2].Index = 5 }),
		"key and part":   change(func(c *ledger.Change) { c.Rows[2].Key, c.Rows[2].Part = "key-0", 1 }),
		"id and version": change(func(c *ledger.Change) { c.Rows[2].ID = "id-5" }),
		"within":         change(func(c *ledger.Change) { c.Rows[2].ID = c.Rows[0].ID }),
		// Most changes only add, and most of them one row; a store may make those in another way.
		"older state, adding":             change(func(c *ledger.Change) { c.From, c.Erase = 5, nil }),
		"newer state, adding":             change(func(c *ledger.Change) { c.From, c.Erase = 7, nil }),
		"index, adding":                   change(func(c *ledger.Change) { c.Rows[2].Index, c.Erase = 5, nil }),
		"older state, adding one":         change(func(c *ledger.Change) { c.From, c.Rows, c.Erase = 5, c.Rows[:1], nil }),
		"newer state, adding one":         change(func(c *ledger.Change) { c.From, c.Rows, c.Erase = 7, c.Rows[:1], nil }),
		"id and version, adding only one": change(func(c *ledger.Change) { c.Rows, c.Erase = c.Rows[:1], nil; c.Rows[0].ID = "id-5" }),
	} {
		if err := s.Commit(t.Context(), logName, c); !errors.Is(err, ledger.ErrConflict) {
			t.Errorf("%s: %v", name, err)
		}
		same(t, name, first, all(t, s, logName))
		if got, err := s.Head(t.Context(), logName); err != nil || got != head(6) {
			t.Errorf("%s: head %v, %v", name, got, err)
		}
	}
	// What is no conflict: acts have no version and no key.
	act := change(func(c *ledger.Change) {
		c.Erase = nil
		for i := range c.Rows {
			c.Rows[i].ID, c.Rows[i].Version, c.Rows[i].Key, c.Rows[i].Part = "id-5", 0, "", 0
		}
	})
	if err := s.Commit(t.Context(), logName, act); err != nil {
		t.Errorf("several acts about one history: %v", err)
	}
}

func testSeparate(t *testing.T, s ledger.Store) {
	list := rows(t, 3)
	put(t, s, logName, list)
	put(t, s, "consents.example/other", list[:2])
	same(t, "first", list, all(t, s, logName))
	same(t, "second", list[:2], all(t, s, "consents.example/other"))
	if err := s.Commit(t.Context(), logName, ledger.Change{From: 3, Head: head(3), Erase: []int64{0, 1, 2}}); err != nil {
		t.Fatal(err)
	}
	same(t, "second", list[:2], all(t, s, "consents.example/other"))
	if found, err := s.Find(t.Context(), "consents.example/third", ledger.ByID, "id-0"); err != nil || len(found) > 0 {
		t.Errorf("a third log has %d rows, %v", len(found), err)
	}
}

func testEraseRows(t *testing.T, s ledger.Store) {
	list := rows(t, 5)
	put(t, s, logName, list[:4])
	change := ledger.Change{From: 4, Head: head(5), Rows: list[4:], Erase: []int64{0, 3}}
	if err := s.Commit(t.Context(), logName, change); err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{0, 3} {
		list[i] = ledger.Row{Index: int64(i), Hashes: list[i].Hashes}
	}
	same(t, "rows", list, all(t, s, logName))
	for by, value := range map[ledger.By]string{
		ledger.ByKey: "key-1", ledger.ByID: "id-3", ledger.ByToken: "hash of id-3",
	} {
		found, err := s.Find(t.Context(), logName, by, value)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range found {
			if r.Index == 0 || r.Index == 3 {
				t.Errorf("entry %d is still found by %s", r.Index, by)
			}
		}
	}
	// What was erased stands in nobody's way.
	again := rows(t, 6)[5:]
	again[0].ID, again[0].Key, again[0].Part = "id-0", "key-0", 0
	if err := s.Commit(t.Context(), logName, ledger.Change{From: 5, Head: head(6), Rows: again}); err != nil {
		t.Error(err)
	}
}

func testCancelled(t *testing.T, s ledger.Store) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Commit(ctx, logName, ledger.Change{Head: head(3), Rows: rows(t, 3)}); err == nil {
		t.Error("a commit went on after it was called off")
	}
	if _, err := s.Head(ctx, logName); err == nil {
		t.Error("a read went on after it was called off")
	}
	if got := all(t, s, logName); len(got) > 0 {
		t.Errorf("%d rows of a commit that was called off", len(got))
	}
}
