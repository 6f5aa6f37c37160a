// Package sqlite keeps ledgers in one SQLite file, which is what one machine
// needs: nothing to install, and no cgo.
//
//	store, err := sqlite.Open(ctx, "consents.db")
//	if err != nil {
//		return err
//	}
//	defer store.Close()
//	log, err := ledger.Open(store, "consents.example/lartorget", options)
//
// A commit is on the disk before it is acknowledged (WAL, synchronous=FULL), as
// far as the disk tells the truth. Several processes of one machine may have the
// file open; a file on a network disk is not safe.
//
// What is erased is overwritten in the file, and the write-ahead log emptied.
// Other copies are the host's to look after.
package sqlite
