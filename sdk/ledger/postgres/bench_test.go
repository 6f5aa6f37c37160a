package postgres_test

import (
	"database/sql"
	"testing"

	server "github.com/lagrum/lagrum/internal/postgres"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
)

func BenchmarkStore(b *testing.B) {
	storetest.Bench(b, func(b *testing.B) (ledger.Store, *sql.DB) {
		store := open(b, server.Database(b))
		return store, store.DB
	})
}
