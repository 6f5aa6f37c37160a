package migrate

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/pressly/goose/v3"
)

// A Dialect is the language of a database.
type Dialect = goose.Dialect

// The dialects.
const (
	SQLite   = goose.DialectSQLite3
	Postgres = goose.DialectPostgres
)

// versions is the table in which goose notes what was done. It is not that of
// the host, who may use goose too.
const versions = "lagrum_ledger_migration"

// tries is how often a migration is tried: another process may be at it.
const tries = 5

// Up brings the tables of ledgers up to date. It may be called by several
// processes at once.
func Up(ctx context.Context, db *sql.DB, d Dialect) error {
	provider, err := goose.NewProvider(d, db, ledger.Migrations(),
		goose.WithTableName(versions), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	for try := range tries {
		if _, err = provider.Up(ctx); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(try) * 100 * time.Millisecond):
		}
	}
	return fmt.Errorf("migrate: %w", err)
}
