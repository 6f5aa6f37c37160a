//go:build js && wasm

package main

import (
	"context"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/lagrum/lagrum/sdk/edge"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
)

// storeTest runs the suite for stores on D1, and ends the program as a test does: no
// answer is left to give, and the log of the Worker tells what has come of it.
func storeTest(http.ResponseWriter, *http.Request) {
	os.Args = []string{"probe", "-test.v"}
	match := func(pattern, name string) (bool, error) { return regexp.MatchString(pattern, name) }
	testing.Main(match, []testing.InternalTest{{Name: "Store", F: func(t *testing.T) {
		storetest.Run(t, func(t *testing.T) ledger.Store { return empty(t) })
	}}}, nil, nil)
}

// A store is one whose log a test can change behind its back.
type store struct {
	ledger.Store
	db edge.DB
}

func empty(t *testing.T) *store {
	s := &store{edge.Store(database()), database()}
	if _, err := s.db.Batch(t.Context(), edge.Statement{SQL: `DELETE FROM lagrum_log`}, edge.Statement{SQL: `DELETE FROM lagrum_entry`}); err != nil {
		t.Fatal(err)
	}
	return s
}

// Tamper writes the tables anew.
func (s *store) Tamper(ctx context.Context, log string, m storetest.Image) (possible bool, err error) {
	batch := []edge.Statement{
		{SQL: `DELETE FROM lagrum_log WHERE log = ?1`, Args: []any{log}},
		{SQL: `DELETE FROM lagrum_entry WHERE log = ?1`, Args: []any{log}},
	}
	if m.Head != (ledger.Head{}) {
		batch = append(batch, edge.Statement{SQL: `INSERT INTO lagrum_log VALUES (?1, ?2, ?3)`, Args: []any{log, m.Head.Size, m.Head.Signature}})
	}
	for _, r := range m.Rows {
		hashes := make([]byte, 0, len(r.Hashes)*tlog.HashSize)
		for _, h := range r.Hashes {
			hashes = append(hashes, h[:]...)
		}
		batch = append(batch, edge.Statement{SQL: `INSERT INTO lagrum_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)`, Args: []any{
			log, r.Index, hashes, r.Key, r.Part, append([]byte{}, r.Salt...), append([]byte{}, r.Content...), r.ID, r.Version, r.Subject, r.Token,
		}})
	}
	if _, err = s.db.Batch(ctx, batch...); err != nil && strings.Contains(err.Error(), "UNIQUE") {
		return false, nil
	}
	return err == nil, err
}
