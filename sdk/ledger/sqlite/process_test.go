package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
)

func TestMain(m *testing.M) {
	storetest.Writer(opener)
	os.Exit(m.Run())
}

func opener(ctx context.Context, file string) (ledger.Store, func() error, error) {
	store, err := sqlite.Open(ctx, file)
	if err != nil {
		return nil, nil, err
	}
	return store, store.Close, nil
}

func TestKilled(t *testing.T) {
	storetest.Kill(t, opener, filepath.Join(t.TempDir(), "consents.db"), storetest.Runs(t))
}

func TestProcesses(t *testing.T) {
	storetest.Processes(t, opener, filepath.Join(t.TempDir(), "consents.db"))
}
