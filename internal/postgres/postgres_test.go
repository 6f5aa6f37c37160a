package postgres_test

import (
	"database/sql"
	"os"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"
	"github.com/lagrum/lagrum/internal/postgres"
)

func TestMain(m *testing.M) { os.Exit(postgres.Main(m)) }

func TestEachDatabaseIsItsOwn(t *testing.T) {
	for range 2 {
		db, err := sql.Open("pgx", postgres.Database(t))
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.ExecContext(t.Context(), `CREATE TABLE mine (n BIGINT)`); err != nil {
			t.Error(err)
		}
	}
}

// A commit waits for the disk; what is measured and tested rests on it.
func TestServerIsDurable(t *testing.T) {
	db, err := sql.Open("pgx", postgres.Database(t))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, setting := range []string{"fsync", "synchronous_commit", "full_page_writes"} {
		var got string
		if err := db.QueryRowContext(t.Context(), "SHOW "+setting).Scan(&got); err != nil || got != "on" {
			t.Errorf("%s is %s; %v", setting, got, err)
		}
	}
}
