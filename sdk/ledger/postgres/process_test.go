package postgres_test

import (
	"context"
	"os"
	"testing"

	server "github.com/lagrum/lagrum/internal/postgres"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/postgres"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
)

func TestMain(m *testing.M) {
	storetest.Writer(opener)
	os.Exit(server.Main(m))
}

func opener(ctx context.Context, address string) (ledger.Store, func() error, error) {
	store, err := postgres.Open(ctx, address)
	if err != nil {
		return nil, nil, err
	}
	return store, store.Close, nil
}

func TestKilled(t *testing.T) {
	storetest.Kill(t, opener, server.Database(t), storetest.Runs(t))
}

func TestProcesses(t *testing.T) { storetest.Processes(t, opener, server.Database(t)) }
