package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"

	"github.com/lagrum/lagrum/internal/migrate"
	"github.com/lagrum/lagrum/sdk/ledger"
	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// A Store is a SQLite file that holds ledgers. Close it.
type Store struct {
	ledger.Store
	// The file, for what else the host keeps in it. Commits that a ledger waits for are those of others, too:
	// keep transactions short.
	DB *sql.DB
}

// Open opens the file, makes it if it is not there, and brings its tables up to
// date. A file that it makes is for its owner alone (mode 0600), and so are those
// that SQLite keeps beside it; one that is there stays as it is.
func Open(ctx context.Context, file string) (*Store, error) {
	name, err := address(file)
	if err == nil {
		err = create(file)
	}
	if err != nil {
		return nil, fmt.Errorf("ledger/sqlite: %w", err)
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, fmt.Errorf("ledger/sqlite: %w", err)
	}
	// Readers do not wait for the writer; to open a file over and over costs more than to keep it open.
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("ledger/sqlite: %w", err), db.Close())
	}
	if err := Migrate(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Store{Store: New(db), DB: db}, nil
}

// creating keeps others here from opening a file that is just being made: to close a
// file ends all locks that the program has on it (POSIX fcntl).
var creating sync.Mutex

// create makes the file if it is not there. SQLite gives the write-ahead log and the
// shared memory the mode of the file.
func create(file string) error {
	creating.Lock()
	defer creating.Unlock()
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

const (
	connections = 8
	patience    = "30000" // for how many milliseconds to wait for another process
)

// Close closes the file.
func (s *Store) Close() error { return s.DB.Close() }

// New gives the store in a database that the host has opened and migrated. See
// [Open] for how: journal_mode=WAL, synchronous=FULL, secure_delete=ON, a
// busy_timeout, and transactions that begin immediately.
func New(db *sql.DB) ledger.Store {
	return &store{ledger.SQL(db, ledger.Dialect{Error: translate, OneWriter: true}), db}
}

// address gives the name under which the driver opens the file.
func address(file string) (string, error) {
	if file == "" || file == ":memory:" {
		return "", errors.New("a ledger in SQLite needs a file; for tests, there is ledger.Memory")
	}
	path, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	path = filepath.ToSlash(path)
	if path[0] != '/' {
		path = "/" + path // a drive letter
	}
	settings := url.Values{
		"_busy_timeout": {patience},
		"_journal_mode": {"WAL"},
		"_synchronous":  {"FULL"},
		"_pragma":       {"secure_delete(ON)"},
		"_txlock":       {"immediate"},
		"_dqs":          {"false"},
		"_defensive":    {"true"},
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: settings.Encode()}
	return u.String(), nil
}

// translate says what an error of the driver comes to. None quotes a row.
func translate(err error) error {
	e, ok := errors.AsType[*driver.Error](err)
	if ok && (e.Code() == codes.SQLITE_CONSTRAINT_UNIQUE || e.Code() == codes.SQLITE_CONSTRAINT_PRIMARYKEY) {
		return ledger.ErrConflict
	}
	return err
}

// A store is one that leaves nothing of what was erased in the write-ahead log.
type store struct {
	ledger.Store
	db *sql.DB
}

// Commit commits, and empties the write-ahead log after an erasure.
func (s *store) Commit(ctx context.Context, log string, c ledger.Change) error {
	if err := s.Store.Commit(ctx, log, c); err != nil || len(c.Erase) == 0 {
		return err
	}
	s.empty(ctx)
	return nil
}

// empty empties the write-ahead log. Others who read just then for long are no
// reason to fail, nor to keep writers waiting: what was erased then goes when the
// log is next written over.
func (s *store) empty(ctx context.Context) {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return
	}
	defer conn.Close()
	conn.ExecContext(ctx, `PRAGMA busy_timeout = 250`)
	conn.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	conn.ExecContext(context.WithoutCancel(ctx), `PRAGMA busy_timeout = `+patience)
}

// Migrate brings the tables up to date. [Open] does so too.
func Migrate(ctx context.Context, db *sql.DB) error {
	if err := migrate.Up(ctx, db, migrate.SQLite); err != nil {
		return fmt.Errorf("ledger/sqlite: %w", err)
	}
	return nil
}
