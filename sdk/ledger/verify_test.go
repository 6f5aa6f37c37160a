package ledger_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
)

func TestFindingsInWords(t *testing.T) {
	for want, f := range map[string]ledger.Finding{
		"entry 7 is not what was written":                                                {Index: 7, Count: 1, Problem: ledger.Changed},
		"each entry from 7 to 9 is missing":                                              {Index: 7, Count: 3, Problem: ledger.Missing},
		"entry 0 is filed under what its content does not say: id":                       {Index: 0, Count: 1, Problem: ledger.Column, Field: "id"},
		"the log is shorter than it has been (checkpoint 2)":                             {Index: -1, Problem: ledger.Truncated, Kept: 2},
		"entry -3 was never appended":                                                    {Index: -3, Count: 1, Problem: ledger.Added},
		"entry 4 has lost its content without an erasure":                                {Index: 4, Count: 1, Problem: ledger.Emptied},
		"the log is not what was signed last":                                            {Index: -1, Problem: ledger.Unsigned},
		"entry 12 still has the content that was erased":                                 {Index: 12, Count: 1, Problem: ledger.NotErased},
		"the log has been another than it is now (checkpoint 1)":                         {Index: -1, Problem: ledger.Rewritten, Kept: 1},
		"entry 3 is about entries that it cannot be about":                               {Index: 3, Count: 1, Problem: ledger.WrongAct},
		"entry 5 has hashes that are not those of the tree":                              {Index: 5, Count: 1, Problem: ledger.Hashes},
		"the log is not that of a checkpoint (checkpoint 3)":                             {Index: -1, Problem: ledger.OtherCheckpoint, Kept: 3},
		"entry 6 cannot be read":                                                         {Index: 6, Count: 1, Problem: ledger.Unreadable},
		"the log cannot be compared with a checkpoint that is not signed (checkpoint 1)": {Index: -1, Problem: ledger.UnsignedCheckpoint, Kept: 1},
	} {
		if got := f.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func fill(t testing.TB, log *ledger.Log, n int) {
	t.Helper()
	for i := range n {
		id := fmt.Sprint(i)
		if _, err := log.Append(t.Context(), id, yes(id)); err != nil {
			t.Fatal(err)
		}
	}
}

// snapshot gives all that a store holds of the log.
func snapshot(t *testing.T, s ledger.Store) (ledger.Head, []ledger.Row) {
	t.Helper()
	head, err := s.Head(t.Context(), logName)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := s.Range(t.Context(), logName, 0, 1_000)
	if err != nil {
		t.Fatal(err)
	}
	return head, rows
}

// What was changed is named, and nobody else is suspected.
func TestOneFindingForOneChange(t *testing.T) {
	store := weak{ledger.Memory()}
	log := open(t, store, options(t))
	fill(t, log, 13)
	if _, err := log.Erase(t.Context(), "4", ledger.Disposal{Reason: "over", By: "registrar"}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		change func(rows []ledger.Row) []ledger.Row
		want   ledger.Finding
	}{
		"content": {func(rows []ledger.Row) []ledger.Row {
			rows[6].Content[10]++
			return rows
		}, ledger.Finding{Index: 6, Count: 1, Problem: ledger.Changed}},
		"subject": {func(rows []ledger.Row) []ledger.Row {
			rows[6].Subject = "somebody else"
			return rows
		}, ledger.Finding{Index: 6, Count: 1, Problem: ledger.Column, Field: "subject"}},
		"several removed": {func(rows []ledger.Row) []ledger.Row {
			return append(rows[:5:5], rows[9:]...)
		}, ledger.Finding{Index: 5, Count: 4, Problem: ledger.Missing}},
		"emptied": {func(rows []ledger.Row) []ledger.Row {
			rows[7] = ledger.Row{Index: 7, Hashes: rows[7].Hashes}
			return rows
		}, ledger.Finding{Index: 7, Count: 1, Problem: ledger.Emptied}},
		"before the first": {func(rows []ledger.Row) []ledger.Row {
			first := rows[0]
			first.Index, first.ID, first.Key = -5, "x", "x"
			return append([]ledger.Row{first}, rows...)
		}, ledger.Finding{Index: -5, Count: 1, Problem: ledger.Added}},
	} {
		head, rows := snapshot(t, store)
		_, spare := snapshot(t, store)
		if _, err := store.Tamper(t.Context(), logName, storetest.Image{Head: head, Rows: c.change(spare)}); err != nil {
			t.Fatal(err)
		}
		report, err := log.Verify(t.Context(), ledger.Verification{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]ledger.Finding{c.want}, report.Findings); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if _, err := store.Tamper(t.Context(), logName, storetest.Image{Head: head, Rows: rows}); err != nil {
			t.Fatal(err)
		}
	}
}

// What was erased and is put back from a backup is found, and named.
func TestErasedContentPutBack(t *testing.T) {
	store := weak{ledger.Memory()}
	log := open(t, store, options(t))
	fill(t, log, 5)
	_, before := snapshot(t, store)
	if _, err := log.Erase(t.Context(), "2", ledger.Disposal{Reason: "over", By: "registrar"}); err != nil {
		t.Fatal(err)
	}
	head, rows := snapshot(t, store)
	rows[2] = before[2]
	if _, err := store.Tamper(t.Context(), logName, storetest.Image{Head: head, Rows: rows}); err != nil {
		t.Fatal(err)
	}
	report, err := log.Verify(t.Context(), ledger.Verification{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]ledger.Finding{{Index: 2, Count: 1, Problem: ledger.NotErased}}, report.Findings); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// What reads gives nothing out that its leaf does not vouch for.
func TestReadsCheck(t *testing.T) {
	store := weak{ledger.Memory()}
	log := open(t, store, options(t))
	fill(t, log, 3)
	head, rows := snapshot(t, store)
	rows[1].Content = []byte(strings.Replace(string(rows[1].Content), "given", "refused", 1))
	if _, err := store.Tamper(t.Context(), logName, storetest.Image{Head: head, Rows: rows}); err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	for name, read := range map[string]func() error{
		"history": func() error { _, err := log.History(ctx, "1"); return err },
		"subject": func() error { _, err := log.Subject(ctx, "p-1"); return err },
		"current": func() error { _, err := log.Current(ctx, "p-1", ""); return err },
		"proof":   func() error { _, err := log.Prove(ctx, 1); return err },
		"erasure": func() error {
			_, err := log.Erase(ctx, "1", ledger.Disposal{Reason: "over", By: "registrar"})
			return err
		},
		"entries": func() error {
			for _, err := range log.Entries(ctx, 0) {
				if err != nil {
					return err
				}
			}
			return nil
		},
	} {
		err := read()
		if err == nil || err.Error() != "ledger: entry 1 is not what was written" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := log.History(ctx, "2"); err != nil {
		t.Errorf("another history: %v", err)
	}
}

// Writers go on while a log is verified, and nothing is found that is not so.
func TestVerifyAmongWriters(t *testing.T) {
	log := open(t, ledger.Memory(), options(t))
	fill(t, log, 50)
	ctx, cancel := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 50; ctx.Err() == nil && i < 2_000; i++ {
			id := fmt.Sprint(i)
			if _, err := log.Append(t.Context(), id, yes(id)); err != nil {
				t.Error(err)
			}
			if i%2 == 0 {
				if _, err := log.Erase(t.Context(), fmt.Sprint(i/2), ledger.Disposal{Reason: "over", By: "registrar"}); err != nil {
					t.Error(err)
				}
			}
		}
	})
	for range 20 {
		told := int64(0)
		report, err := log.Verify(t.Context(), ledger.Verification{Progress: func(done, size int64) {
			if done < told || done > size {
				t.Errorf("%d of %d after %d", done, size, told)
			}
			told = done
		}})
		if err != nil || report.Findings != nil {
			t.Errorf("%v, %v", report.Findings, err)
		}
		if told != report.Size {
			t.Errorf("told of %d entries of %d", told, report.Size)
		}
	}
	cancel()
	wg.Wait()
}
