package ledger

import (
	"errors"
	"math/bits"

	"golang.org/x/mod/sumdb/tlog"
)

// A State is all that must be known of a log to extend it: how long it is, and
// the right edge of its tree. The zero State is that of an empty log.
type State struct {
	Size int64       // how many entries it has
	Edge []tlog.Hash // the roots of the full subtrees that it is made of, the largest first
}

// A Draft is an entry that is to be appended.
type Draft struct {
	Key     string // see [Row.Key]
	Part    int    // see [Row.Part]
	Salt    []byte // [SaltSize] random bytes
	Content []byte // see [Row.Content]

	// The leaf of an entry that has been erased, of which nothing else is known. It counts where there is no
	// content.
	Leaf tlog.Hash

	said *Row // what the content says of itself, if it has been read before
}

// Extend gives the rows that append the drafts to a log, and its state after
// them. It is all the arithmetic that there is to a log, the same for every
// store. The error says that a draft has no salt or cannot be read, and holds
// nothing of it.
func Extend(s State, drafts []Draft) ([]Row, State, error) {
	next := State{s.Size, append([]tlog.Hash(nil), s.Edge...)}
	rows := make([]Row, len(drafts))
	for i := range drafts {
		r, err := drafts[i].row(next.Size)
		if err != nil {
			return nil, s, err
		}
		if r.Hashes, err = next.push(r.Hashes[0]); err != nil {
			return nil, s, err
		}
		rows[i] = r
	}
	return rows, next, nil
}

// row gives the row of the draft at the index, with its leaf only.
func (d *Draft) row(index int64) (Row, error) {
	if len(d.Content) == 0 {
		return Row{Index: index, Hashes: []tlog.Hash{d.Leaf}}, nil
	}
	if len(d.Salt) != SaltSize {
		return Row{}, errors.New("ledger: the salt does not have 32 bytes")
	}
	said := d.said
	if said == nil {
		said = &Row{Content: d.Content}
		if err := said.parse(&Entry{}); err != nil {
			return Row{}, err
		}
	}
	r := *said
	r.Index, r.Key, r.Part, r.Salt = index, d.Key, d.Part, d.Salt
	r.Hashes = []tlog.Hash{r.hash()}
	return r, nil
}

// push adds a leaf and gives the hashes that are stored with it.
func (s *State) push(leaf tlog.Hash) ([]tlog.Hash, error) {
	full := completed(s.Size)
	kept := len(s.Edge) - full
	if kept < 0 {
		return nil, errEdge
	}
	hashes, err := tlog.StoredHashesForRecordHash(s.Size, leaf, tlog.HashReaderFunc(func([]int64) ([]tlog.Hash, error) {
		return s.Edge[kept:], nil
	}))
	if err != nil {
		return nil, err
	}
	s.Edge = append(s.Edge[:kept], hashes[full])
	s.Size++
	return hashes, nil
}

var errEdge = errors.New("ledger: the edge of the tree does not suit its size")

// completed gives how many subtrees the entry at the index completes.
func completed(index int64) int { return bits.TrailingZeros64(uint64(index) + 1) }

// Root gives the root of the tree. The error says that the edge does not suit
// the size.
func (s State) Root() (tlog.Hash, error) {
	if len(s.Edge) != bits.OnesCount64(uint64(s.Size)) {
		return tlog.Hash{}, errEdge
	}
	return tlog.TreeHash(s.Size, tlog.HashReaderFunc(func([]int64) ([]tlog.Hash, error) { return s.Edge, nil }))
}

// Stored says which row has the hash with the index that package tlog gives to
// it ([tlog.StoredHashIndex]), and at which place of [Row.Hashes].
func Stored(hash int64) (row int64, place int) {
	level, n := tlog.SplitStoredHashIndex(hash)
	return (n+1)<<level - 1, level
}

// edge gives the indexes of the hashes at the edge of a tree of the size.
func edge(size int64) []int64 {
	var list []int64
	var start int64
	for level := 62; level >= 0; level-- {
		if size&(1<<level) != 0 {
			list = append(list, tlog.StoredHashIndex(level, start>>level))
			start += 1 << level
		}
	}
	return list
}
