// Package postgres keeps ledgers in PostgreSQL, for a service that runs on
// several machines. All of them may write to one log.
//
//	store, err := postgres.Open(ctx, "postgres://consents@db.example/consents")
//	if err != nil {
//		return err
//	}
//	defer store.Close()
//	log, err := ledger.Open(store, "consents.example/lartorget", options)
//
// A commit is on the server's disk before it is acknowledged
// (synchronous_commit), as far as the server and its disk tell the truth. The
// statements are those that CockroachDB and YugabyteDB also know; the tests run
// on PostgreSQL.
//
// A transaction that stays open keeps the server from clearing away what the head
// of a log was before, and each commit then looks through it: after ten thousand
// appends during one backup, they take a third of a millisecond longer, until the
// server next vacuums.
//
// What is erased stays in the files of the server until it vacuums the table, and
// in its write-ahead log and backups for as long as they are kept.
package postgres
