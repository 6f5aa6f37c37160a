package storetest_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
)

func ExampleRun() {
	TestStore := func(t *testing.T) {
		storetest.Run(t, func(t *testing.T) ledger.Store {
			return ledger.Memory() // the store of your own
		})
	}
	_ = TestStore // go test runs it
	// Output:
}
