package storetest_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
)

// A store that lets nobody tamper goes through the rest of the suite.
func TestRun(t *testing.T) {
	storetest.Run(t, func(*testing.T) ledger.Store { return ledger.Memory() })
}
