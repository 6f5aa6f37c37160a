package ledger_test

import (
	"context"
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(*testing.T) ledger.Store { return weak{ledger.Memory()} })
}

// weak is a store in memory that lets a test change what it holds.
type weak struct{ ledger.Store }

func (s weak) Tamper(ctx context.Context, log string, m storetest.Image) (bool, error) {
	replacer := s.Store.(interface {
		Replace(ctx context.Context, log string, head ledger.Head, rows []ledger.Row) error
	})
	return true, replacer.Replace(ctx, log, m.Head, m.Rows)
}
