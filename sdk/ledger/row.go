package ledger

import (
	"bytes"
	"slices"

	"github.com/lagrum/lagrum/sdk/consent"
	"golang.org/x/mod/sumdb/tlog"
)

// A Row is one entry as it is stored. Of an erased entry, only Index and Hashes
// are left.
type Row struct {
	Index  int64       // where it stands in the log, from 0
	Hashes []tlog.Hash // the leaf, and then the nodes of the tree that it completes, upwards

	Key     string // the idempotency key of its append; empty for an [Act]
	Part    int    // which of the records of that append it is, from 0
	Salt    []byte // [SaltSize] random bytes
	Content []byte // JSON: a record, as [consent.Record.AppendJSON] writes it, or an [Act]

	// What the content says of itself, to find it by.
	ID      string // of the history that it belongs to, or that is restricted; empty for an erasure
	Version int    // of the record; 0 for an [Act]
	Subject string // of the record; may be empty
	Token   string // the hash of the record's token; may be empty
}

// erased reports whether nothing but the hashes is left.
func (r *Row) erased() bool {
	return r.Key == "" && r.Part == 0 && len(r.Salt) == 0 && len(r.Content) == 0 &&
		r.ID == "" && r.Version == 0 && r.Subject == "" && r.Token == ""
}

// clone copies what a row shares with others.
func (r Row) clone() Row {
	r.Hashes, r.Salt, r.Content = slices.Clone(r.Hashes), bytes.Clone(r.Salt), bytes.Clone(r.Content)
	return r
}

// An Entry is one entry of a log as it is read.
type Entry struct {
	Position
	Erased bool           // whether nothing but its place is left
	Record consent.Record // zero for an act and where erased
	Act    *Act           // nil for a record and where erased
}

// A Position says where an entry stands in its log.
type Position struct {
	Index int64     // from 0
	Leaf  tlog.Hash // its leaf in the tree
}

func (r *Row) position() Position {
	p := Position{Index: r.Index}
	if len(r.Hashes) > 0 {
		p.Leaf = r.Hashes[0]
	}
	return p
}

// read gives the entry of a row, after checking that it is what was written:
// no content is given out that its leaf does not vouch for. The error is a
// *DamageError.
func (r *Row) read() (Entry, error) {
	e := Entry{Position: r.position()}
	if r.erased() {
		e.Erased = true
		return e, nil
	}
	if finding, ok := r.damage(&e); ok {
		return Entry{}, &DamageError{[]Finding{finding}}
	}
	return e, nil
}

// damage reads the content into the entry, and tells what is wrong with the row
// by itself, if anything is.
func (r *Row) damage(e *Entry) (Finding, bool) {
	if len(r.Hashes) == 0 || len(r.Salt) != SaltSize || r.hash() != r.Hashes[0] {
		return Finding{Index: r.Index, Count: 1, Problem: Changed}, true
	}
	want := Row{Index: r.Index, Hashes: r.Hashes, Key: r.Key, Part: r.Part, Salt: r.Salt, Content: r.Content}
	if err := want.parse(e); err != nil {
		return Finding{Index: r.Index, Count: 1, Problem: Unreadable}, true
	}
	if field := want.differs(r); field != "" {
		return Finding{Index: r.Index, Count: 1, Problem: Column, Field: field}, true
	}
	return Finding{}, false
}

// differs names the column in which the rows differ, of those that follow from
// the content.
func (r *Row) differs(other *Row) string {
	switch {
	case r.ID != other.ID:
		return "id"
	case r.Version != other.Version:
		return "version"
	case r.Subject != other.Subject:
		return "subject"
	case r.Token != other.Token:
		return "token"
	}
	return ""
}

// parse reads the content into the entry and fills the columns that follow
// from it. The error holds nothing of the content.
func (r *Row) parse(e *Entry) error {
	act, err := readAct(r.Content)
	if err != nil {
		return err
	}
	if act != nil {
		e.Act, r.ID = act, act.ID
		return nil
	}
	if e.Record, err = consent.ReadRecord(r.Content); err != nil {
		return err
	}
	r.ID, r.Version, r.Subject, r.Token = e.Record.ID, e.Record.Version, e.Record.Subject, e.Record.Token
	return nil
}
