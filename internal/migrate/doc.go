// Package migrate makes the tables of ledgers in a database, and brings them up to
// date, with goose. Packages ledger/sqlite and ledger/postgres do so when they open
// one.
package migrate
