package ledger

import (
	"maps"
	"slices"

	"golang.org/x/mod/sumdb/tlog"
)

// A check goes through the rows of a log in order, once, and finds what is
// wrong. It holds each stored hash against what is stored of the two below it,
// and each leaf against the content. So what is wrong is found where it is, and
// if nothing is, the root follows from the content.
type check struct {
	size     int64
	edge     []node // as [State.Edge]
	findings []Finding

	records, acts int64
	emptied       map[int64]bool // entries without content
	listed        map[int64]bool // entries that an erasure lists
}

// A node is a hash of the tree, if it is known.
type node struct {
	hash  tlog.Hash
	known bool
}

func newCheck() *check { return &check{emptied: map[int64]bool{}, listed: map[int64]bool{}} }

func (c *check) at(index, count int64, p Problem) {
	c.findings = append(c.findings, Finding{Index: index, Count: count, Problem: p})
}

// add checks the next row.
func (c *check) add(r *Row) {
	if r.Index < c.size {
		c.at(r.Index, 1, Added)
		return
	}
	c.reach(r.Index)
	c.content(r)
	c.push(r.Index, r.Hashes, true)
}

// reach notes that all entries up to the index are missing, if any are.
func (c *check) reach(index int64) {
	if gap := index - c.size; gap > 0 {
		c.at(c.size, gap, Missing)
	}
	for c.size < index {
		c.push(c.size, nil, false)
	}
}

// content checks what the row says.
func (c *check) content(r *Row) {
	if r.erased() {
		c.emptied[r.Index] = true
		return
	}
	var e Entry
	if finding, damaged := r.damage(&e); damaged {
		c.findings = append(c.findings, finding)
		return
	}
	if e.Act == nil {
		c.records++
		return
	}
	c.acts++
	if !e.Act.sound(r.Index) {
		c.at(r.Index, 1, WrongAct)
	}
	for _, index := range e.Act.Entries {
		c.listed[index] = true
	}
}

// sound reports whether the act can stand at the index.
func (a *Act) sound(at int64) bool {
	switch a.Kind {
	case Erasure:
		for _, index := range a.Entries {
			if index < 0 || index >= at {
				return false
			}
		}
		return len(a.Entries) > 0
	case Restriction, Release:
		return a.ID != ""
	}
	return false
}

// push checks the hashes that are stored with the entry, and adds them to the
// edge. If the entry is not there, it adds that they are not known.
func (c *check) push(index int64, hashes []tlog.Hash, there bool) {
	c.size = index + 1
	full := completed(index)
	wrong := there && len(hashes) != full+1
	stored := func(level int) node {
		if level < len(hashes) {
			return node{hashes[level], true}
		}
		return node{}
	}
	above := stored(0)
	for level := range full {
		left, right := c.edge[len(c.edge)-1], above
		c.edge = c.edge[:len(c.edge)-1]
		above = stored(level + 1)
		if left.known && right.known && above.known && tlog.NodeHash(left.hash, right.hash) != above.hash {
			wrong = true
		}
	}
	c.edge = append(c.edge, above)
	if wrong {
		c.at(index, 1, Hashes)
	}
}

// reached gives the state of the log as far as it was checked. It is false if
// something is missing at its edge.
func (c *check) reached() (State, bool) {
	s := State{Size: c.size}
	for _, n := range c.edge {
		if !n.known {
			return State{}, false
		}
		s.Edge = append(s.Edge, n.hash)
	}
	return s, true
}

// lost gives the entries that have no content, and that no erasure lists.
func (c *check) lost() []int64 { return minus(c.emptied, c.listed) }

// unerased gives the entries that an erasure lists, and that had their content
// when they were checked.
func (c *check) unerased() []int64 { return minus(c.listed, c.emptied) }

func minus(a, b map[int64]bool) []int64 {
	var list []int64
	for _, index := range slices.Sorted(maps.Keys(a)) {
		if !b[index] {
			list = append(list, index)
		}
	}
	return list
}
