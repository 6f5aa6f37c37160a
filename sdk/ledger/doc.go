// Package ledger keeps records of consent so that they can be found, proved and
// erased, and so that nobody can change one unseen.
//
// A log belongs to one organiser. It only grows: each entry is a
// [consent.Record], or notes that records were erased or restricted.
//
//	log, err := ledger.Open(store, "consents.example/lartorget", ledger.Options{
//		Signer: signer, Verifiers: note.VerifierList(verifier),
//	})
//	positions, err := log.Append(ctx, submission, records...)
//	history, err := log.ByToken(ctx, hash)
//
// Where it is kept is a [Store]: [Memory] for tests, [SQL] for a database that
// packages ledger/sqlite and ledger/postgres open, or one of the host's own
// that passes package storetest. What [Log.Append] has acknowledged is as
// durable as the store makes it; every store of Lagrum waits for the disk.
//
// # How the log proves itself
//
// The log is a Merkle tree as of RFC 6962, kept as package tlog keeps it. Its
// data are [receipt.Leaf] of each entry's content, a JSON object, and a salt. The
// salt is HMAC-SHA-256, under the 32 random bytes that are kept with the entry,
// of its index (8 bytes, the highest first), its part (4 bytes) and its key:
// whoever gets a proof of one record learns nothing of the key, and no entry can
// stand elsewhere than where it was written. What is stored beside the content
// to find it again is what the content says.
//
// The latest state of a log is signed with each commit, as a checkpoint (C2SP
// tlog-checkpoint, https://c2sp.org/tlog-checkpoint). A log whose state is not
// signed is neither read from nor written to. So whoever can write to the
// database but does not have the key can remove what came last, and nothing
// else, without [Log.Verify] telling; and not even that if a checkpoint has been
// kept elsewhere.
//
// # Erasure
//
// [Log.Erase] removes content, key and random bytes. What stays is the hash,
// which tells nothing without them, so that all proofs still hold; and an entry
// that says that it was erased, and why.
//
// [Log.Retain] does so by the rules that a policy has for the proof of consent
// (GDPR Articles 5(1)(e), 7(1) and 17(3)(e)), once the time of a record is up;
// [Log.Due] tells which those are. A yes that still counts is never among them.
//
//	done, err := log.Retain(ctx, ledger.Retention{Policy: doc, At: today, By: "registrar"})
package ledger
