// Package receipt signs what people get for their answers, and checks it.
//
// A [consent.Receipt] is the content. A [Signer] makes it a JWS (RFC 7515), which
// any JOSE library reads, with an Ed25519 key:
//
//	signer, err := receipt.NewSigner(key)
//	file, err := signer.Sign(&r)
//
// Whoever holds the file checks it without asking anybody, with the organiser's
// public key and that of the organiser's log:
//
//	keys, err := receipt.ParseKeys(jwk)
//	err = keys.AddLogs(logKey)
//	report, err := receipt.Verify(file, keys)
//
// The [Report] says what was checked, what was not and why. A signature by a key
// that the reader was not given proves nothing about who made it, whatever the
// file says of itself, and the report says so.
//
// A [Proof] shows that a record stands in the organiser's log: a Merkle tree
// (RFC 6962) over the [Leaf] of each record, whose root the log signs in a
// [Checkpoint].
package receipt
