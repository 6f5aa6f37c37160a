package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
	"golang.org/x/mod/sumdb/note"
)

// Bench measures appends to a store of [ledger.SQL] against a bare INSERT of the
// same row into the same table, over the same connections and so with the same
// durability, by one writer and by eight. Open gives an empty store.
func Bench(b *testing.B, open func(b *testing.B) (ledger.Store, *sql.DB)) {
	for _, n := range []int{1, 8} {
		b.Run(fmt.Sprintf("append/writers=%d", n), func(b *testing.B) {
			s, _ := open(b)
			log := benchLog(b, s)
			work(b, n, func(ctx context.Context, i int64) error {
				id := fmt.Sprint("r-", i)
				_, err := log.Append(ctx, id, given(id, id, "diet"))
				return err
			})
		})
		b.Run(fmt.Sprintf("insert/writers=%d", n), func(b *testing.B) {
			_, db := open(b)
			work(b, n, func(ctx context.Context, i int64) error { return bare(ctx, db, i) })
		})
	}
}

// bare inserts a row such as an append writes.
func bare(ctx context.Context, db *sql.DB, i int64) error {
	id := fmt.Sprint("r-", i)
	r := given(id, id, "diet")
	_, err := db.ExecContext(ctx, `INSERT INTO lagrum_entry VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		logName, i, make([]byte, 64), id, 0, make([]byte, ledger.SaltSize), r.AppendJSON(nil), r.ID, 1, r.Subject, r.Token)
	return err
}

func benchLog(b *testing.B, s ledger.Store) *ledger.Log {
	b.Helper()
	private, public, err := note.GenerateKey(nil, logName)
	if err != nil {
		b.Fatal(err)
	}
	options, err := pair(private, public)
	if err != nil {
		b.Fatal(err)
	}
	log, err := ledger.Open(s, logName, options)
	if err != nil {
		b.Fatal(err)
	}
	return log
}

// work has n goroutines share the iterations.
func work(b *testing.B, n int, f func(ctx context.Context, i int64) error) {
	b.Helper()
	var next atomic.Int64
	var wg sync.WaitGroup
	b.ResetTimer()
	for range n {
		wg.Go(func() {
			for i := next.Add(1); i <= int64(b.N); i = next.Add(1) {
				if err := f(b.Context(), i-1); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
}
