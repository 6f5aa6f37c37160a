//go:build !js

package edge_test

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"testing"

	_ "modernc.org/sqlite" // stands in for D1

	"github.com/lagrum/lagrum/sdk/edge"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
)

// database stands in for D1: SQLite, with the limits that D1 has.
type database struct{ db *sql.DB }

func (d *database) Batch(ctx context.Context, statements ...edge.Statement) ([]edge.Rows, error) {
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	var answers []edge.Rows
	for _, s := range statements {
		if len(s.Args) > 100 {
			return nil, errors.New("too many SQL variables")
		}
		rows, err := ask(ctx, tx, s)
		if err != nil {
			return nil, err
		}
		answers = append(answers, rows)
	}
	return answers, tx.Commit()
}

func ask(ctx context.Context, tx *sql.Tx, s edge.Statement) (edge.Rows, error) {
	for _, arg := range s.Args {
		if n, ok := arg.(int64); ok && n >= 1<<53 || ok && n <= -1<<53 {
			return nil, edge.ErrInexact
		}
		if n, ok := arg.(int); ok && n >= 1<<53 {
			return nil, edge.ErrInexact
		}
	}
	result, err := tx.QueryContext(ctx, s.SQL, s.Args...)
	if err != nil {
		return nil, err
	}
	defer result.Close()
	columns, err := result.Columns()
	if err != nil {
		return nil, err
	}
	var rows edge.Rows
	for result.Next() {
		row, places := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			places[i] = &row[i]
		}
		if err := result.Scan(places...); err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, result.Err()
}

func open(t testing.TB) *database {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(filepath.Join(t.TempDir(), "d1.db"))+"?_txlock=immediate&_pragma=busy_timeout(30000)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	list, err := edge.Migrations()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range list {
		if _, err := db.Exec(m.SQL); err != nil {
			t.Fatalf("%s: %v", m.Name, err)
		}
	}
	return &database{db}
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) ledger.Store {
		d := open(t)
		return storetest.Database(edge.Store(d), d.db)
	})
}

// broken answers what no database should.
type broken struct{ answers []edge.Rows }

func (b broken) Batch(context.Context, ...edge.Statement) ([]edge.Rows, error) { return b.answers, nil }

func TestStoreRefusesWhatItCannotRead(t *testing.T) {
	for name, answers := range map[string][]edge.Rows{
		"no answer":     nil,
		"no columns":    {{{}}},
		"another type":  {{{"Anna", "Anna"}}},
		"null":          {{{nil, nil}}},
		"a float":       {{{1.5, ""}}},
		"two for one":   {{}, {}},
		"one too short": {{{int64(1)}}},
	} {
		head, err := edge.Store(broken{answers}).Head(t.Context(), "log")
		if err == nil {
			t.Errorf("%s: head %v", name, head)
		} else if contains(err, "Anna") {
			t.Errorf("%s: the error holds the row", name)
		}
		if rows, err := edge.Store(broken{answers}).Range(t.Context(), "log", 0, 1); err == nil {
			t.Errorf("%s: rows %v", name, rows)
		}
		if _, err := edge.Store(broken{answers}).Hashes(t.Context(), "log", []int64{0}); err == nil {
			t.Errorf("%s: hashes", name)
		}
	}
}
