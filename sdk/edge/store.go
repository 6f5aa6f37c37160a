package edge

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/lagrum/lagrum/sdk/ledger"
)

// Store gives the store of ledgers in a database whose tables [Migrations] made.
func Store(db DB) ledger.Store { return &store{db: db} }

type store struct {
	db        DB
	conflicts atomic.Int32 // since the last commit that went through
}

// Whoever was slower waits before trying again, each for another time, and longer each
// time: else of fifty that write at once, all but one would work in vain each time.
const (
	firstWait   = 20 * time.Millisecond
	longestWait = time.Second
)

// yield waits after a conflict.
func (s *store) yield(ctx context.Context) {
	longest := min(firstWait<<min(s.conflicts.Add(1), 10), longestWait)
	select {
	case <-time.After(rand.N(longest)):
	case <-ctx.Done():
	}
}

// ask makes one statement.
func (s *store) ask(ctx context.Context, what, sql string, args ...any) (Rows, error) {
	answers, err := s.batch(ctx, what, []Statement{{sql, args}})
	if err != nil {
		return nil, err
	}
	return answers[0], nil
}

func (s *store) batch(ctx context.Context, what string, statements []Statement) ([]Rows, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	answers, err := s.db.Batch(ctx, statements...)
	if err != nil {
		return nil, fmt.Errorf("edge: %s: %w", what, translate(err))
	}
	if len(answers) != len(statements) {
		return nil, fmt.Errorf("edge: %s: %w", what, errAnswer)
	}
	return answers, nil
}

// translate says what an error of the database comes to. D1 tells its kind by text
// only; that text names columns and quotes no value.
func translate(err error) error {
	text := err.Error()
	if strings.Contains(text, "UNIQUE constraint failed: lagrum_") || strings.Contains(text, "NOT NULL constraint failed: lagrum_log.size") {
		return ledger.ErrConflict
	}
	return err
}

// errAnswer says no more: what cannot be read may be personal.
var errAnswer = errors.New("the answer cannot be read")

func (s *store) Head(ctx context.Context, log string) (ledger.Head, error) {
	rows, err := s.ask(ctx, "read the head", `SELECT size, signature FROM lagrum_log WHERE log = ?1`, log)
	if err != nil || len(rows) == 0 {
		return ledger.Head{}, err
	}
	r := reader{row: rows[0]}
	head := ledger.Head{Size: r.integer(), Signature: r.text()}
	return head, r.err
}

func (s *store) Commit(ctx context.Context, log string, c ledger.Change) error {
	statements := []Statement{
		// No size is no size that the table takes: where the log has grown meanwhile, this fails, and so do all.
		{`INSERT INTO lagrum_log (log, size, signature) SELECT ?1, NULL, '' WHERE NOT EXISTS (SELECT 1 FROM lagrum_log WHERE log = ?1 AND size = ?2)`, []any{log, c.From}},
		{`UPDATE lagrum_log SET size = ?2, signature = ?3 WHERE log = ?1`, []any{log, c.Head.Size, c.Head.Signature}},
	}
	if c.From == 0 {
		statements = []Statement{{`INSERT INTO lagrum_log (log, size, signature) VALUES (?1, ?2, ?3)`, []any{log, c.Head.Size, c.Head.Signature}}}
	}
	for rows := range slices.Chunk(c.Rows, maxRows) {
		statements = append(statements, insert(log, rows))
	}
	if len(c.Erase) > 0 {
		statements = append(statements, Statement{`UPDATE lagrum_entry
			SET append_key = '', part = 0, salt = ?2, content = ?2, record = '', version = 0, subject = '', token = ''
			WHERE log = ?1 AND position IN (SELECT value FROM json_each(?3))`, []any{log, []byte{}, list(c.Erase)}})
	}
	_, err := s.batch(ctx, "commit", statements)
	if err == nil {
		s.conflicts.Store(0)
	} else if errors.Is(err, ledger.ErrConflict) {
		s.yield(ctx)
	}
	return err
}

// list gives values as a JSON array: one parameter, where a statement takes no more
// than a hundred.
func list[T int64 | string](values []T) string {
	data, err := json.Marshal(values)
	if err != nil {
		panic(err) // neither fails
	}
	return string(data)
}

// columns are those of a row, and maxRows how many rows go into one statement, which
// takes 100 parameters, the first of which is the log.
const (
	columns = `position, hashes, append_key, part, salt, content, record, version, subject, token`
	width   = 10
	maxRows = (100 - 1) / width
)

func insert(log string, rows []ledger.Row) Statement {
	args := []any{log}
	var sql strings.Builder
	sql.WriteString(`INSERT INTO lagrum_entry (log, ` + columns + `) VALUES `)
	for i := range rows {
		r := &rows[i]
		if i > 0 {
			sql.WriteString(", ")
		}
		sql.WriteString("(?1")
		for k := range width {
			sql.WriteString(", ?" + strconv.Itoa(2+i*width+k))
		}
		sql.WriteByte(')')
		args = append(args, r.Index, join(r.Hashes), r.Key, r.Part, octets(r.Salt), octets(r.Content), r.ID, r.Version, r.Subject, r.Token)
	}
	return Statement{sql.String(), args}
}

// octets makes sure that nothing is stored as NULL.
func octets(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

func join(hashes []tlog.Hash) []byte {
	out := make([]byte, 0, len(hashes)*tlog.HashSize)
	for _, h := range hashes {
		out = append(out, h[:]...)
	}
	return out
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

func (s *store) Range(ctx context.Context, log string, from int64, limit int) ([]ledger.Row, error) {
	// As text, since from may be below all that JavaScript can tell apart: so rows are found that should not be there.
	return s.rows(ctx, `WHERE log = ?1 AND position >= CAST(?2 AS INTEGER) ORDER BY position LIMIT ?3`,
		log, strconv.FormatInt(from, 10), min(limit, math.MaxInt32))
}

func (s *store) Find(ctx context.Context, log string, by ledger.By, values ...string) ([]ledger.Row, error) {
	column, ok := map[ledger.By]string{ledger.ByKey: "append_key", ledger.ByID: "record", ledger.BySubject: "subject", ledger.ByToken: "token"}[by]
	if !ok {
		return nil, errors.New("edge: rows are not found by " + string(by))
	}
	// The last condition is that of the index. The sum keeps SQLite from going through the whole log by position, so
	// that it need not sort.
	return s.rows(ctx, `WHERE log = ?1 AND `+column+` IN (SELECT value FROM json_each(?2)) AND `+column+` <> '' ORDER BY position + 0`, log, list(values))
}

func (s *store) rows(ctx context.Context, where string, args ...any) ([]ledger.Row, error) {
	answer, err := s.ask(ctx, "read rows", `SELECT `+columns+` FROM lagrum_entry `+where, args...)
	if err != nil {
		return nil, err
	}
	var rows []ledger.Row
	for _, row := range answer {
		r := reader{row: row}
		rows = append(rows, ledger.Row{
			Index: r.integer(), Hashes: split(r.octets()), Key: r.text(), Part: int(r.integer()), Salt: r.octets(), Content: r.octets(),
			ID: r.text(), Version: int(r.integer()), Subject: r.text(), Token: r.text(),
		})
		if r.err != nil {
			return nil, r.err
		}
	}
	return rows, nil
}

func (s *store) Hashes(ctx context.Context, log string, indexes []int64) ([]tlog.Hash, error) {
	var wanted []int64
	for _, index := range indexes {
		row, _ := ledger.Stored(index)
		wanted = append(wanted, row)
	}
	slices.Sort(wanted)
	answer, err := s.ask(ctx, "read hashes", `SELECT position, hashes FROM lagrum_entry WHERE log = ?1 AND position IN (SELECT value FROM json_each(?2))`,
		log, list(slices.Compact(wanted)))
	if err != nil {
		return nil, err
	}
	stored := map[int64][]tlog.Hash{}
	for _, row := range answer {
		r := reader{row: row}
		at := r.integer()
		if stored[at] = split(r.octets()); r.err != nil {
			return nil, r.err
		}
	}
	var hashes []tlog.Hash
	for _, index := range indexes {
		row, place := ledger.Stored(index)
		if place >= len(stored[row]) {
			return nil, ledger.ErrNoHash
		}
		hashes = append(hashes, stored[row][place])
	}
	return hashes, nil
}

// A reader reads the columns of a row, from the left.
type reader struct {
	row []any
	err error
}

// next gives the next column, which must be of the type.
func next[T any](r *reader) (value T) {
	ok := false
	if len(r.row) > 0 {
		value, ok = r.row[0].(T)
		r.row = r.row[1:]
	}
	if !ok {
		r.err = fmt.Errorf("edge: read a row: %w", errAnswer)
	}
	return value
}

func (r *reader) integer() int64 { return next[int64](r) }
func (r *reader) text() string   { return next[string](r) }
func (r *reader) octets() []byte { return next[[]byte](r) }
