package ledger

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/mod/sumdb/tlog"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Migrations gives the files, in the format of goose, that make the tables of
// [SQL] and bring them up to date. They are the same for every database.
func Migrations() fs.FS {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		panic(err) // the name is wrong above
	}
	return files
}

// A Dialect is in what databases differ. All statements are the same: they are
// what SQLite and the databases that speak PostgreSQL's protocol share.
type Dialect struct {
	// Says what an error of the driver comes to: ErrConflict if a row was there already, or the database wants
	// the transaction tried again; else an error that quotes no row. Needed.
	Error func(err error) error
	// Whether the database has one writer at a time. Those of this process then wait in line, rather than try
	// in turns.
	OneWriter bool
}

// SQL gives the store in a database, whose tables [Migrations] made. How durable
// a commit is, is for whoever opens the database to say: packages ledger/sqlite
// and ledger/postgres open it so that a commit is on the disk.
func SQL(db *sql.DB, d Dialect) Store { return &database{db: db, dialect: d} }

type database struct {
	db      *sql.DB
	dialect Dialect
	writing sync.Mutex // where there is one writer at a time
}

func (s *database) Head(ctx context.Context, log string) (Head, error) {
	var h Head
	row := s.db.QueryRowContext(ctx, `SELECT size, signature FROM lagrum_log WHERE log = $1`, log)
	if err := row.Scan(&h.Size, &h.Signature); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return Head{}, s.failed("read the head", err)
	}
	return h, nil
}

func (s *database) Commit(ctx context.Context, log string, c Change) error {
	if s.dialect.OneWriter {
		s.writing.Lock()
		defer s.writing.Unlock()
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.failed("commit", err)
	}
	defer tx.Rollback() // of no effect after a commit
	if err = write(ctx, tx, log, c); err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return s.failed("commit", err)
	}
	return nil
}

// failed says what failed.
func (s *database) failed(what string, err error) error {
	return fmt.Errorf("ledger: %s: %w", what, s.dialect.Error(err))
}

// write makes the change. The head comes first: writers wait for each other
// there, and whoever is late has not written anything.
func write(ctx context.Context, tx *sql.Tx, log string, c Change) error {
	statement := `UPDATE lagrum_log SET size = $2, signature = $3 WHERE log = $1 AND size = $4`
	args := []any{log, c.Head.Size, c.Head.Signature, c.From}
	if c.From == 0 {
		statement = `INSERT INTO lagrum_log (log, size, signature) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`
		args = args[:3]
	}
	result, err := tx.ExecContext(ctx, statement, args...)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n != 1 {
		return errors.Join(err, ErrConflict)
	}
	for rows := range slices.Chunk(c.Rows, maxRows) {
		if err := insert(ctx, tx, log, rows); err != nil {
			return err
		}
	}
	for indexes := range slices.Chunk(c.Erase, maxRows) {
		if err := erase(ctx, tx, log, indexes); err != nil {
			return err
		}
	}
	return nil
}

// maxRows is how many rows go into one statement: SQLite takes 32,766 values.
const maxRows = 500

// columns are those of a row, in the order of [Row.values].
const columns = `position, hashes, append_key, part, salt, content, record, version, subject, token`

// values gives what stands in the columns.
func (r *Row) values() []any {
	hashes := make([]byte, 0, len(r.Hashes)*tlog.HashSize)
	for _, h := range r.Hashes {
		hashes = append(hashes, h[:]...)
	}
	return []any{r.Index, hashes, r.Key, r.Part, octets(r.Salt), octets(r.Content), r.ID, r.Version, r.Subject, r.Token}
}

// octets makes sure that nothing is stored as NULL.
func octets(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

func insert(ctx context.Context, tx *sql.Tx, log string, rows []Row) error {
	args := []any{log}
	var tuples []string
	for i := range rows {
		values := rows[i].values()
		tuples = append(tuples, "($1, "+parameters(len(args), len(values))+")")
		args = append(args, values...)
	}
	statement := `INSERT INTO lagrum_entry (log, ` + columns + `) VALUES ` + strings.Join(tuples, ", ")
	_, err := tx.ExecContext(ctx, statement, args...)
	return err
}

func erase(ctx context.Context, tx *sql.Tx, log string, indexes []int64) error {
	nothing := []byte{}
	args := []any{log, nothing}
	for _, index := range indexes {
		args = append(args, index)
	}
	_, err := tx.ExecContext(ctx, `UPDATE lagrum_entry
		SET append_key = '', part = 0, salt = $2, content = $2, record = '', version = 0, subject = '', token = ''
		WHERE log = $1 AND position IN (`+parameters(2, len(indexes))+`)`, args...)
	return err
}

// parameters gives the places of n values that follow so many others: "$3, $4".
func parameters(before, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(before + i + 1))
	}
	return b.String()
}

func (s *database) Range(ctx context.Context, log string, from int64, limit int) ([]Row, error) {
	return s.rows(ctx, `WHERE log = $1 AND position >= $2 ORDER BY position LIMIT $3`, log, from, limit)
}

func (s *database) Find(ctx context.Context, log string, by By, values ...string) ([]Row, error) {
	column, ok := map[By]string{ByKey: "append_key", ByID: "record", BySubject: "subject", ByToken: "token"}[by]
	if !ok {
		return nil, errors.New("ledger: rows are not found by " + string(by))
	}
	if len(values) == 0 {
		return nil, nil
	}
	args := []any{log}
	for _, value := range values {
		args = append(args, value)
	}
	// The last condition is that of the index. The sum keeps SQLite from going through the whole log by position, so
	// that it need not sort.
	where := `WHERE log = $1 AND ` + column + ` IN (` + parameters(1, len(values)) + `) AND ` + column + ` <> '' ORDER BY position + 0`
	return s.rows(ctx, where, args...)
}

// errRow says no more: what cannot be read may be personal.
var errRow = errors.New("ledger: a row holds what cannot be read")

func (s *database) rows(ctx context.Context, where string, args ...any) ([]Row, error) {
	result, err := s.db.QueryContext(ctx, `SELECT `+columns+` FROM lagrum_entry `+where, args...)
	if err != nil {
		return nil, s.failed("read rows", err)
	}
	defer result.Close()
	var rows []Row
	for result.Next() {
		var r Row
		var hashes []byte
		err := result.Scan(&r.Index, &hashes, &r.Key, &r.Part, &r.Salt, &r.Content, &r.ID, &r.Version, &r.Subject, &r.Token)
		if err != nil {
			return nil, errRow
		}
		r.Hashes = split(hashes)
		rows = append(rows, r)
	}
	if err := result.Err(); err != nil {
		return nil, s.failed("read rows", err)
	}
	return rows, nil
}

// split gives the hashes that are stored one after the other. What is left over
// counts as a hash that is none, so that it is noticed.
func split(data []byte) []tlog.Hash {
	hashes := make([]tlog.Hash, 0, 2)
	for ; len(data) >= tlog.HashSize; data = data[tlog.HashSize:] {
		hashes = append(hashes, tlog.Hash(data[:tlog.HashSize]))
	}
	if len(data) > 0 {
		hashes = append(hashes, tlog.Hash{})
	}
	return hashes
}

func (s *database) Hashes(ctx context.Context, log string, indexes []int64) ([]tlog.Hash, error) {
	var list []int64
	for _, index := range indexes {
		row, _ := Stored(index)
		list = append(list, row)
	}
	slices.Sort(list)
	stored := map[int64][]tlog.Hash{}
	for some := range slices.Chunk(slices.Compact(list), maxRows) {
		if err := s.nodes(ctx, log, some, stored); err != nil {
			return nil, err
		}
	}
	var hashes []tlog.Hash
	for _, index := range indexes {
		row, place := Stored(index)
		if place >= len(stored[row]) {
			return nil, ErrNoHash
		}
		hashes = append(hashes, stored[row][place])
	}
	return hashes, nil
}

// nodes reads the hashes of the rows.
func (s *database) nodes(ctx context.Context, log string, rows []int64, stored map[int64][]tlog.Hash) error {
	args := []any{log}
	for _, row := range rows {
		args = append(args, row)
	}
	statement := `SELECT position, hashes FROM lagrum_entry WHERE log = $1 AND position IN (` + parameters(1, len(rows)) + `)`
	result, err := s.db.QueryContext(ctx, statement, args...)
	if err != nil {
		return s.failed("read hashes", err)
	}
	defer result.Close()
	for result.Next() {
		var row int64
		var hashes []byte
		if err := result.Scan(&row, &hashes); err != nil {
			return errRow
		}
		stored[row] = split(hashes)
	}
	if err := result.Err(); err != nil {
		return s.failed("read hashes", err)
	}
	return nil
}
