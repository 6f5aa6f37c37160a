package sqlite_test

import (
	"database/sql"
	"path/filepath"
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
)

func BenchmarkStore(b *testing.B) {
	storetest.Bench(b, func(b *testing.B) (ledger.Store, *sql.DB) {
		store := open(b, filepath.Join(b.TempDir(), "consents.db"))
		return store, store.DB
	})
}
