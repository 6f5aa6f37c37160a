package purge

import (
	"context"
	"database/sql"
	"errors"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/retention"
)

// ErrEach is the error of Run for a statement that is for one row at a time.
var ErrEach = errors.New("purge: the statement is for one row at a time, once the person has been told")

// Run runs a statement in batches until nothing is left, and gives how many rows
// there were. Each batch is a transaction of its own; a run that was broken off can
// begin anew.
func Run(ctx context.Context, db *sql.DB, s *retention.Statement, at date.Date, batch int) (rows int, err error) {
	if s.Each {
		return 0, ErrEach
	}
	err = pages(ctx, db, s, at, batch, func(keys []any) { rows += len(keys) })
	return rows, err
}

// Keys gives the keys of the rows that a statement selects.
func Keys(ctx context.Context, db *sql.DB, s *retention.Statement, at date.Date, batch int) (keys []any, err error) {
	err = pages(ctx, db, s, at, batch, func(some []any) { keys = append(keys, some...) })
	return keys, err
}

// RunEach runs a statement that is for one row at a time, once the person has been
// told. It reports whether the row was still due: somebody who has logged in meanwhile
// begins anew.
func RunEach(ctx context.Context, db *sql.DB, s *retention.Statement, at date.Date, key any) (bool, error) {
	keys, err := page(ctx, db, s.SQL, at.String(), key)
	return len(keys) > 0, err
}

// pages calls visit with the keys of each batch.
func pages(ctx context.Context, db *sql.DB, s *retention.Statement, at date.Date, batch int, visit func(keys []any)) error {
	for after := s.First; ; {
		keys, err := page(ctx, db, s.SQL, at.String(), after, batch)
		if err != nil {
			return err
		}
		if len(keys) == 0 {
			return nil
		}
		visit(keys)
		for _, key := range keys { // RETURNING keeps no order
			if less(after, key) {
				after = key
			}
		}
	}
}

func page(ctx context.Context, db *sql.DB, query string, args ...any) (keys []any, err error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var key any
		if err := rows.Scan(&key); err != nil {
			return nil, err
		}
		if b, ok := key.([]byte); ok {
			key = string(b)
		}
		keys = append(keys, key)
	}
	return keys, rows.Err()
}

// less compares keys as the database does: whole numbers by size, texts by their
// bytes, so a column with keys of text has the collation of bytes.
func less(a, b any) bool {
	switch b := b.(type) {
	case int64:
		a, ok := a.(int64)
		return ok && a < b
	case string:
		a, ok := a.(string)
		return ok && a < b
	}
	return false
}
