// Package storetest tells whether a type is a [ledger.Store]. Its tests go
// through the store as well as through a [ledger.Log] on top of it.
//
//	func TestStore(t *testing.T) {
//		storetest.Run(t, func(t *testing.T) ledger.Store { return open(t) })
//	}
//
// A store that is also a [Tamperer] is shown to give away whatever is changed
// behind its back.
package storetest
