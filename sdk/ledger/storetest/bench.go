package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/lagrum/lagrum/sdk/ledger"
	"golang.org/x/mod/sumdb/note"
)

// Bench measures appends to a store of [ledger.SQL] against a bare INSERT of the
// same row into the same table, over the same connections and so with the same
// durability, by one writer and by eight. The two take turns, since a disk is
// faster at one time than at another: what tells is the ratio, 1 where an append
// takes as long as an INSERT. Each iteration is one turn of both, so that
// -benchtime 20x means twenty; the figures are the medians. Open gives an empty
// store.
func Bench(b *testing.B, open func(b *testing.B) (ledger.Store, *sql.DB)) {
	for _, n := range []int{1, 8} {
		b.Run(fmt.Sprintf("writers=%d", n), func(b *testing.B) {
			s, db := open(b)
			log := benchLog(b, s)
			var appends, inserts []float64
			for i := 0; b.Loop(); i++ {
				inserts = append(inserts, work(b, n, i, func(ctx context.Context, id string) error { return bare(ctx, db, id) }))
				appends = append(appends, work(b, n, i, func(ctx context.Context, id string) error {
					_, err := log.Append(ctx, id, given(id, id, "diet"))
					return err
				}))
			}
			b.ReportMetric(median(appends), "ns/append")
			b.ReportMetric(median(inserts), "ns/insert")
			b.ReportMetric(median(inserts)/median(appends), "ratio")
			b.ReportMetric(0, "ns/op") // of no use: not shown
		})
	}
}

func median(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}

// bareLog is under which name bare rows stand in the table.
const bareLog = "consents.example/coarse"

var bareRows atomic.Int64

// bare inserts a row such as an append writes.
func bare(ctx context.Context, db *sql.DB, id string) error {
	r := given(id, id, "diet")
	_, err := db.ExecContext(ctx, `INSERT INTO lagrum_entry VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		bareLog, bareRows.Add(1), make([]byte, 64), id, 0, make([]byte, ledger.SaltSize), r.AppendJSON(nil), r.ID, 1, r.Subject, r.Token)
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

// turn is how many rows one writer writes in a turn.
const turn = 100

// work has n goroutines write, and gives how many nanoseconds a row took.
func work(b *testing.B, n, i int, write func(ctx context.Context, id string) error) float64 {
	b.Helper()
	var wg sync.WaitGroup
	start := time.Now()
	for w := range n {
		wg.Go(func() {
			for j := range turn {
				if err := write(b.Context(), fmt.Sprint("r-", i, "-", w, "-", j)); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	return float64(time.Since(start).Nanoseconds()) / float64(n*turn)
}
