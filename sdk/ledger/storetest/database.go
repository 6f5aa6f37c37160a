package storetest

import (
	"context"
	"database/sql"
	"strings"

	"github.com/lagrum/lagrum/sdk/ledger"
	"golang.org/x/mod/sumdb/tlog"
)

// Database gives the store as a [Tamperer], where it is one of [ledger.SQL] in
// the database.
func Database(s ledger.Store, db *sql.DB) ledger.Store { return &database{s, db} }

type database struct {
	ledger.Store
	db *sql.DB
}

// Tamper writes the tables anew.
func (s *database) Tamper(ctx context.Context, log string, m Image) (possible bool, err error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback()
	for _, table := range []string{"lagrum_log", "lagrum_entry"} {
		if _, err := tx.ExecContext(ctx, `DELETE FROM `+table+` WHERE log = $1`, log); err != nil {
			return false, err
		}
	}
	if m.Head != (ledger.Head{}) {
		_, err := tx.ExecContext(ctx, `INSERT INTO lagrum_log VALUES ($1, $2, $3)`, log, m.Head.Size, m.Head.Signature)
		if err != nil {
			return false, err
		}
	}
	for _, r := range m.Rows {
		hashes := make([]byte, 0, len(r.Hashes)*tlog.HashSize)
		for _, h := range r.Hashes {
			hashes = append(hashes, h[:]...)
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO lagrum_entry VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
			log, r.Index, hashes, r.Key, r.Part, append([]byte{}, r.Salt...), append([]byte{}, r.Content...),
			r.ID, r.Version, r.Subject, r.Token)
		if err != nil && strings.Contains(strings.ToLower(err.Error()), "unique") {
			return false, nil
		}
		if err != nil {
			return false, err
		}
	}
	return true, tx.Commit()
}
