package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/lagrum/lagrum/internal/migrate"
	"github.com/lagrum/lagrum/sdk/ledger"
)

// A Store is a database that holds ledgers. Close it.
type Store struct {
	ledger.Store
	DB *sql.DB // the connections to the database
}

// Open connects to the database with the address, a URL or a list of settings
// as libpq has them, and brings its tables up to date. An address that asks for
// commits that do not wait for the disk is an error.
func Open(ctx context.Context, address string) (*Store, error) {
	config, err := settings(address)
	if err != nil {
		return nil, err
	}
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("ledger/postgres: %w", err), db.Close())
	}
	if err := Migrate(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Store{New(db), db}, nil
}

// connections is how many there are at most. A log commits on one at a time.
const connections = 16

// Close closes the connections.
func (s *Store) Close() error { return s.DB.Close() }

// New gives the store in a database that the host has opened with the driver of
// pgx, and migrated. Its connections must have synchronous_commit on.
func New(db *sql.DB) ledger.Store {
	return &store{ledger.SQL(db, ledger.Dialect{Error: translate}), db}
}

// settings reads the address, and sees to it that commits wait for the disk.
func settings(address string) (*pgx.ConnConfig, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, errors.New("ledger/postgres: the address of the database cannot be read") // it may hold a password
	}
	switch config.RuntimeParams[commits] {
	case "":
		config.RuntimeParams[commits] = "on"
	case "on", "remote_write", "remote_apply":
	default:
		return nil, errors.New("ledger/postgres: the address asks for commits that do not wait for the disk")
	}
	return config, nil
}

const commits = "synchronous_commit"

// translate says what an error of the driver comes to.
func translate(err error) error {
	e, ok := errors.AsType[*pgconn.PgError](err)
	if !ok {
		return err
	}
	switch e.Code {
	case "23505", // unique_violation
		"40001", // serialization_failure
		"40P01": // deadlock_detected
		return ledger.ErrConflict
	}
	// The details may quote the row.
	return &pgconn.PgError{Severity: e.Severity, Code: e.Code, Message: e.Message}
}

// Migrate brings the tables up to date. [Open] does so too.
func Migrate(ctx context.Context, db *sql.DB) error {
	if err := migrate.Up(ctx, db, migrate.Postgres); err != nil {
		return fmt.Errorf("ledger/postgres: %w", err)
	}
	return nil
}
