package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/lagrum/lagrum/sdk/ledger"
	"golang.org/x/mod/sumdb/tlog"
)

// A store makes most commits in one statement, and one round trip. The statement
// is one of two, however many rows there are: the server parses and plans each
// once for a connection.
type store struct {
	ledger.Store
	db *sql.DB
}

const (
	// Writers wait for each other at the head, and whoever is late writes nothing.
	onHead = `WITH head AS (UPDATE lagrum_log SET size = $2, signature = $3 WHERE log = $1 AND size = $4 RETURNING log)
		INSERT INTO lagrum_entry (log, position, hashes, append_key, part, salt, content, record, version, subject, token) `
	addOne = onHead + `SELECT log, $5::BIGINT, $6::BYTEA, $7::TEXT, $8::BIGINT, $9::BYTEA, $10::BYTEA,
		$11::TEXT, $12::BIGINT, $13::TEXT, $14::TEXT FROM head`
	addMany = onHead + `SELECT head.log, given.* FROM head, unnest($5::BIGINT[], $6::BYTEA[], $7::TEXT[], $8::BIGINT[],
		$9::BYTEA[], $10::BYTEA[], $11::TEXT[], $12::BIGINT[], $13::TEXT[], $14::TEXT[]) AS given`
)

// Commit makes the change.
func (s *store) Commit(ctx context.Context, log string, c ledger.Change) error {
	if c.From == 0 || len(c.Erase) > 0 || len(c.Rows) == 0 {
		return s.Store.Commit(ctx, log, c)
	}
	statement, values := addMany, columns(c.Rows)
	if len(c.Rows) == 1 {
		statement, values = addOne, columnsOfOne(&c.Rows[0])
	}
	result, err := s.db.ExecContext(ctx, statement, append([]any{log, c.Head.Size, c.Head.Signature, c.From}, values...)...)
	if err != nil {
		return fmt.Errorf("ledger/postgres: commit: %w", translate(err))
	}
	if n, err := result.RowsAffected(); err != nil || n != int64(len(c.Rows)) {
		return errors.Join(err, ledger.ErrConflict)
	}
	return nil
}

// columnsOfOne gives what the row has in each column.
func columnsOfOne(r *ledger.Row) []any {
	return []any{r.Index, hashes(r), r.Key, r.Part, octets(r.Salt), octets(r.Content), r.ID, r.Version, r.Subject, r.Token}
}

// columns gives what the rows have in each column.
func columns(rows []ledger.Row) []any {
	var position, part, version []int64
	var hash, salt, content [][]byte
	var key, record, subject, token []string
	for i := range rows {
		r := &rows[i]
		position, part, version = append(position, r.Index), append(part, int64(r.Part)), append(version, int64(r.Version))
		hash, salt, content = append(hash, hashes(r)), append(salt, octets(r.Salt)), append(content, octets(r.Content))
		key, record, subject, token = append(key, r.Key), append(record, r.ID), append(subject, r.Subject), append(token, r.Token)
	}
	return []any{position, hash, key, part, salt, content, record, version, subject, token}
}

// hashes gives the hashes of the row, one after the other.
func hashes(r *ledger.Row) []byte {
	data := make([]byte, 0, len(r.Hashes)*tlog.HashSize)
	for _, h := range r.Hashes {
		data = append(data, h[:]...)
	}
	return data
}

// octets makes sure that nothing is stored as NULL.
func octets(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}
