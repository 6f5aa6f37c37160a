package ledger

import (
	"context"
	"errors"

	"golang.org/x/mod/sumdb/tlog"
)

// A Store keeps logs. It only stores: what is in a row, and whether it may be
// written, is the business of [Log]. It fits a database without transactions
// that span round trips, such as Cloudflare D1: each method is one statement,
// or one batch of statements that all succeed or all fail.
//
// Its methods may be called at once, by several processes. Rows come by index,
// ascending. A log that was never written to is empty. An error holds nothing of
// the rows. Package storetest tells whether a type is a Store.
type Store interface {
	// Head gives the latest head of the log; zero if it is empty.
	Head(ctx context.Context, log string) (Head, error)

	// Commit makes the change, all of it or nothing, and returns when it is durable. The error is or wraps
	// ErrConflict if the head is no longer that of size Change.From, or a row of Change.Rows has an index, a
	// key and part, or an id and version (where there is one) that the log has already.
	Commit(ctx context.Context, log string, change Change) error

	// Range gives rows from the index on, at most so many.
	Range(ctx context.Context, log string, from int64, limit int) ([]Row, error)

	// Find gives the rows that have one of the values. No value is empty.
	Find(ctx context.Context, log string, by By, values ...string) ([]Row, error)

	// Hashes gives hashes of the tree by the indexes that package tlog gives them, in that order; see
	// [Stored]. The error is ErrNoHash if one is not there.
	Hashes(ctx context.Context, log string, indexes []int64) ([]tlog.Hash, error)
}

// A Head is the signed state of a log.
type Head struct {
	Size int64 // how many entries the log has
	// The signature lines of the log's checkpoint at that size, each with its line end.
	Signature string
}

// A Change is one commit.
type Change struct {
	From  int64   // the size of the log before
	Head  Head    // the head after
	Rows  []Row   // the rows to add; their indexes follow From
	Erase []int64 // the indexes of the rows of which all but index and hashes is to be removed
}

// A By is a column that rows can be found by.
type By string

// The columns that rows can be found by.
const (
	ByKey     By = "key"     // [Row.Key]
	ByID      By = "id"      // [Row.ID]
	BySubject By = "subject" // [Row.Subject]
	ByToken   By = "token"   // [Row.Token]
)

// Of gives what the row has in the column.
func (b By) Of(r *Row) string {
	switch b {
	case ByKey:
		return r.Key
	case ByID:
		return r.ID
	case BySubject:
		return r.Subject
	case ByToken:
		return r.Token
	}
	return ""
}

// ErrConflict says that a log has changed since the state from which a change
// was worked out.
var ErrConflict = errors.New("ledger: the log has changed in the meantime")

// ErrNoHash says that a hash is not there.
var ErrNoHash = errors.New("ledger: a hash of the tree is missing")
