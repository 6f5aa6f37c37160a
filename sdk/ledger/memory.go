package ledger

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"

	"golang.org/x/mod/sumdb/tlog"
)

// Memory gives a store that keeps logs in memory: for tests, and to try things
// out. It forgets everything when the process ends.
func Memory() Store { return &memory{logs: map[string]*shelf{}} }

type memory struct {
	mu   sync.Mutex
	logs map[string]*shelf
}

// A shelf holds one log.
type shelf struct {
	head  Head
	rows  []Row // by index, ascending
	found map[place][]int64
}

// A place is where rows are found: those with the value in a column. Versions
// and parts make it that of one row.
type place struct {
	by     By
	value  string
	number int // the version or the part; -1 for all of them
}

// places gives where the row is found, first those of it alone.
func (r *Row) places() (alone, shared []place) {
	if r.Key != "" {
		alone = append(alone, place{ByKey, r.Key, r.Part})
	}
	if r.ID != "" && r.Version > 0 {
		alone = append(alone, place{ByID, r.ID, r.Version})
	}
	for _, by := range []By{ByKey, ByID, BySubject, ByToken} {
		if value := by.Of(r); value != "" {
			shared = append(shared, place{by, value, -1})
		}
	}
	return alone, shared
}

// on runs the function on the shelf of the log, alone.
func (m *memory) on(ctx context.Context, log string, f func(*shelf) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	s := m.logs[log]
	if s == nil {
		s = &shelf{found: map[place][]int64{}}
		m.logs[log] = s
	}
	return f(s)
}

func (m *memory) Head(ctx context.Context, log string) (head Head, err error) {
	err = m.on(ctx, log, func(s *shelf) error {
		head = s.head
		return nil
	})
	return head, err
}

func (m *memory) Commit(ctx context.Context, log string, c Change) error {
	return m.on(ctx, log, func(s *shelf) error {
		if c.From != s.head.Size || s.takes(c.Rows) {
			return ErrConflict
		}
		for _, index := range c.Erase {
			if i, ok := s.at(index); ok {
				s.forget(&s.rows[i])
				s.rows[i] = Row{Index: index, Hashes: s.rows[i].Hashes}
			}
		}
		for _, r := range c.Rows {
			s.put(r.clone())
		}
		s.head = c.Head
		return nil
	})
}

// takes reports whether one of the rows has what another one has already.
func (s *shelf) takes(rows []Row) bool {
	taken := map[place]bool{}
	for i := range rows {
		if _, there := s.at(rows[i].Index); there {
			return true
		}
		alone, _ := rows[i].places()
		for _, p := range alone {
			if taken[p] || s.found[p] != nil {
				return true
			}
			taken[p] = true
		}
	}
	return false
}

// at gives where the row with the index is, or should be.
func (s *shelf) at(index int64) (int, bool) {
	return slices.BinarySearchFunc(s.rows, index, func(r Row, index int64) int { return cmp.Compare(r.Index, index) })
}

func (s *shelf) put(r Row) {
	i, _ := s.at(r.Index)
	s.rows = slices.Insert(s.rows, i, r)
	alone, shared := r.places()
	for _, p := range append(alone, shared...) {
		s.found[p] = append(s.found[p], r.Index)
	}
}

func (s *shelf) forget(r *Row) {
	alone, shared := r.places()
	for _, p := range append(alone, shared...) {
		s.found[p] = slices.DeleteFunc(s.found[p], func(index int64) bool { return index == r.Index })
		if len(s.found[p]) == 0 {
			delete(s.found, p)
		}
	}
}

func (m *memory) Range(ctx context.Context, log string, from int64, limit int) (rows []Row, err error) {
	err = m.on(ctx, log, func(s *shelf) error {
		i, _ := s.at(from)
		for _, r := range s.rows[i:min(len(s.rows), i+limit)] {
			rows = append(rows, r.clone())
		}
		return nil
	})
	return rows, err
}

func (m *memory) Find(ctx context.Context, log string, by By, values ...string) (rows []Row, err error) {
	err = m.on(ctx, log, func(s *shelf) error {
		indexes := map[int64]bool{}
		for _, value := range values {
			for _, index := range s.found[place{by, value, -1}] {
				indexes[index] = true
			}
		}
		for _, index := range slices.Sorted(maps.Keys(indexes)) {
			i, _ := s.at(index)
			rows = append(rows, s.rows[i].clone())
		}
		return nil
	})
	return rows, err
}

func (m *memory) Hashes(ctx context.Context, log string, indexes []int64) (hashes []tlog.Hash, err error) {
	err = m.on(ctx, log, func(s *shelf) error {
		for _, index := range indexes {
			row, at := Stored(index)
			i, ok := s.at(row)
			if !ok || at >= len(s.rows[i].Hashes) {
				return ErrNoHash
			}
			hashes = append(hashes, s.rows[i].Hashes[at])
		}
		return nil
	})
	return hashes, err
}
