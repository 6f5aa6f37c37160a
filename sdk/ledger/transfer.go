package ledger

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"

	"golang.org/x/mod/sumdb/tlog"
)

// A line is one line of an export: a header, an entry or the end.
type line struct {
	Format string `json:"format,omitempty"` // of the header
	Log    string `json:"log,omitempty"`    // of the header: the name of the log

	Index   *int64          `json:"index,omitempty"` // of an entry, and all that follows
	Leaf    *tlog.Hash      `json:"leaf,omitempty"`  // where it was erased
	Key     string          `json:"key,omitempty"`
	Part    int             `json:"part,omitempty"`
	Salt    []byte          `json:"salt,omitempty"`
	Content json.RawMessage `json:"content,omitempty"`

	Checkpoint string `json:"checkpoint,omitempty"` // of the end
}

// exportFormat names the format of an export.
const exportFormat = "lagrum ledger 1"

// Export writes the whole log as JSON Lines: a header with the members format
// and log; a line for each entry, with index, key, part, salt (in base64) and
// content, or with index and leaf where it was erased; and at the end the
// checkpoint. It is all that [Log.Import] needs, and holds personal data. What
// others append meanwhile is part of it.
//
// It does not verify the log. The error is a *DamageError if an entry is missing
// or the head is not signed.
func (l *Log) Export(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriter(w)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	if err := lines.Encode(line{Format: exportFormat, Log: l.name}); err != nil {
		return err
	}
	size := int64(0)
	for {
		v, err := l.look(ctx)
		if err != nil {
			return err
		}
		if v.Size == size {
			// What was erased while it was written has its erasure in here.
			if err := lines.Encode(line{Checkpoint: v.checkpoint}); err != nil {
				return err
			}
			return out.Flush()
		}
		for r, err := range l.rows(ctx, size, v.Size) {
			if err == nil && r.Index != size {
				err = missing(size)
			}
			if err == nil {
				err = lines.Encode(r.line())
			}
			if err != nil {
				return err
			}
			size++
		}
		if size != v.Size {
			return missing(size)
		}
	}
}

func missing(index int64) error {
	return &DamageError{[]Finding{{Index: index, Count: 1, Problem: Missing}}}
}

// line gives the line of the row.
func (r *Row) line() line {
	if r.erased() {
		leaf := r.position().Leaf
		return line{Index: &r.Index, Leaf: &leaf}
	}
	return line{Index: &r.Index, Key: r.Key, Part: r.Part, Salt: r.Salt, Content: r.Content}
}

// draft gives the entry of the line.
func (n *line) draft() Draft {
	d := Draft{Key: n.Key, Part: n.Part, Salt: n.Salt, Content: n.Content}
	if n.Leaf != nil {
		d.Leaf = *n.Leaf
	}
	return d
}

// ErrNotExport says that what was read is no export of this log, or not a whole
// one.
var ErrNotExport = errors.New("ledger: not a whole export of this log")

// Import brings the log up to what [Log.Export] wrote. It reads twice: first it
// checks everything, and only then it writes. The log must be empty, or hold the
// beginning of the same log, such as what an import that was broken off has left.
//
// The error is ErrNotExport, or a *DamageError if the export is not as it was
// written or the log holds something else.
func (l *Log) Import(ctx context.Context, r io.ReadSeeker) error {
	v, err := l.look(ctx)
	if err != nil {
		return err
	}
	start, err := r.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	erased, err := l.inspect(r, v.State)
	if err != nil {
		return err
	}
	if _, err := r.Seek(start, io.SeekStart); err != nil {
		return err
	}
	return l.take(ctx, r, v.Size, erased)
}

// entries calls the function with each entry of an export, and gives its
// checkpoint.
func (l *Log) entries(r io.Reader, f func(n *line) error) (checkpoint string, err error) {
	lines := json.NewDecoder(bufio.NewReader(r))
	var n line
	if lines.Decode(&n) != nil || n.Format != exportFormat || n.Log != l.name {
		return "", ErrNotExport
	}
	for index := int64(0); ; index++ {
		n = line{}
		if err := lines.Decode(&n); err != nil {
			return "", ErrNotExport
		}
		if n.Index == nil {
			return n.Checkpoint, nil
		}
		if *n.Index != index || (n.Leaf == nil) == (n.Content == nil) {
			return "", ErrNotExport
		}
		if err := f(&n); err != nil {
			return "", err
		}
	}
}

// inspect checks an export against itself, and against the state that the log
// has. It gives the entries that were erased.
func (l *Log) inspect(r io.Reader, have State) (erased map[int64]bool, err error) {
	c := newCheck()
	state := State{}
	same := have.Size == 0
	checkpoint, err := l.entries(r, func(n *line) error {
		rows, next, err := Extend(state, []Draft{n.draft()})
		if err != nil {
			return ErrNotExport
		}
		c.add(&rows[0])
		state = next
		if state.Size == have.Size {
			same = equal(state, have)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, index := range c.lost() {
		c.at(index, 1, Emptied)
	}
	if len(c.findings) > 0 {
		return nil, &DamageError{c.findings}
	}
	if !same {
		return nil, whole(Rewritten)
	}
	return c.listed, l.ends(checkpoint, state)
}

// equal reports whether the states are those of one log.
func equal(a, b State) bool {
	x, errX := a.Root()
	y, errY := b.Root()
	return errX == nil && errY == nil && x == y
}

// ends reports, as an error, if the checkpoint is not that of the state.
func (l *Log) ends(checkpoint string, s State) error {
	if s.Size == 0 && checkpoint == "" {
		return nil
	}
	c, problem := l.kept(checkpoint)
	if problem != "" {
		return whole(problem)
	}
	root, err := s.Root()
	if err == nil && (c.Size != s.Size || c.Root != root) {
		err = whole(Rewritten)
	}
	return err
}

// take appends the entries of an export that the log does not have. What was
// erased while the export was written stays out.
func (l *Log) take(ctx context.Context, r io.Reader, from int64, erased map[int64]bool) error {
	var drafts []Draft
	flush := func() error {
		_, err := l.commit(ctx, func(context.Context, bool) (step, error) {
			if l.state.Size != from {
				return step{}, ErrConflict
			}
			return step{drafts: drafts}, nil
		})
		from += int64(len(drafts))
		drafts = nil
		return err
	}
	_, err := l.entries(r, func(n *line) error {
		if *n.Index < from {
			return nil
		}
		d := n.draft()
		if erased[*n.Index] && len(d.Content) > 0 {
			leaf := Row{Index: *n.Index, Key: d.Key, Part: d.Part, Salt: d.Salt, Content: d.Content}
			d = Draft{Leaf: leaf.hash()}
		}
		if drafts = append(drafts, d); len(drafts) < page {
			return nil
		}
		return flush()
	})
	if err != nil || len(drafts) == 0 {
		return err
	}
	return flush()
}
