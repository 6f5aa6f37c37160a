// Package storetest tells whether a type is a [ledger.Store]. Its tests go
// through the store as well as through a [ledger.Log] on top of it.
//
//	func TestStore(t *testing.T) {
//		storetest.Run(t, func(t *testing.T) ledger.Store { return open(t) })
//	}
//
// A store that is also a [Tamperer] is shown to give away whatever is changed
// behind its back. [Kill] and [Processes] are for stores that outlive a process:
// with LAGRUM_SOAK=200 in the environment, 200 processes are killed instead of 10.
package storetest
