package ledger

import (
	"context"
	"errors"

	"github.com/lagrum/lagrum/sdk/receipt"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// ErrErased says that the content of an entry was erased.
var ErrErased = errors.New("ledger: the entry was erased")

// Prove gives the proof that the entry with the index stands in the log as it
// is now; [receipt.Proof.Check] checks it, with the content of the entry. The
// error is ErrUnknown if the log has no such entry, ErrErased if it
// was erased, and a *DamageError if the log is not what was written.
func (l *Log) Prove(ctx context.Context, index int64) (receipt.Proof, error) {
	v, err := l.look(ctx)
	if err != nil {
		return receipt.Proof{}, err
	}
	if index < 0 || index >= v.Size {
		return receipt.Proof{}, ErrUnknown
	}
	row, err := l.row(ctx, index)
	if err != nil {
		return receipt.Proof{}, err
	}
	path, err := tlog.ProveRecord(v.Size, index, l.reader(ctx))
	if err != nil {
		return receipt.Proof{}, hashError(err)
	}
	root, err := v.Root()
	if err != nil {
		return receipt.Proof{}, err
	}
	if tlog.CheckRecord(path, v.Size, root, index, row.Hashes[0]) != nil {
		return receipt.Proof{}, whole(Hashes)
	}
	return receipt.NewProof(index, row.leafSalt(), path, v.Size, v.checkpoint), nil
}

// row gives the row with the index, checked. It is not an erased one.
func (l *Log) row(ctx context.Context, index int64) (Row, error) {
	rows, err := l.store.Range(ctx, l.name, index, 1)
	if err != nil {
		return Row{}, err
	}
	if len(rows) == 0 || rows[0].Index != index {
		return Row{}, &DamageError{[]Finding{{Index: index, Count: 1, Problem: Missing}}}
	}
	e, err := rows[0].read()
	if err == nil && e.Erased {
		err = ErrErased
	}
	return rows[0], err
}

// A Consistency shows that a log has only grown since an earlier checkpoint.
type Consistency struct {
	From, To string      // the checkpoints, the earlier one first
	Hashes   []tlog.Hash // the proof (RFC 6962, section 2.1.2); none if From is that of an empty log
}

// Consistent proves that the log has only grown since the checkpoint. The error
// is a *DamageError if it has not, or the checkpoint is not one of this log.
func (l *Log) Consistent(ctx context.Context, checkpoint string) (Consistency, error) {
	old, problem := l.kept(checkpoint)
	if problem != "" {
		return Consistency{}, whole(problem)
	}
	v, err := l.look(ctx)
	if err != nil {
		return Consistency{}, err
	}
	c := Consistency{From: checkpoint, To: v.checkpoint}
	if old.Size > v.Size {
		return Consistency{}, whole(Truncated)
	}
	if old.Size > 0 {
		if c.Hashes, err = tlog.ProveTree(v.Size, old.Size, l.reader(ctx)); err != nil {
			return Consistency{}, hashError(err)
		}
	} else if v.Size == 0 {
		c.To = checkpoint
	}
	if c.Check(l.options.Verifiers) != nil {
		return Consistency{}, whole(Rewritten)
	}
	return c, nil
}

// kept reads a checkpoint of this log that was kept elsewhere.
func (l *Log) kept(checkpoint string) (receipt.Checkpoint, Problem) {
	t, err := receipt.OpenCheckpoint(checkpoint, l.options.Verifiers)
	switch {
	case err != nil:
		return t, UnsignedCheckpoint
	case t.Origin != l.name:
		return t, OtherCheckpoint
	}
	return t, ""
}

// Check reports, as an error, if the proof does not hold: both checkpoints must
// be signed with a known key and of one log, and the later must contain the
// earlier.
func (c *Consistency) Check(verifiers note.Verifiers) error {
	from, err := receipt.OpenCheckpoint(c.From, verifiers)
	if err != nil {
		return err
	}
	to, err := receipt.OpenCheckpoint(c.To, verifiers)
	if err != nil {
		return err
	}
	if from.Origin != to.Origin || from.Size > to.Size {
		return whole(OtherCheckpoint)
	}
	if from.Size == 0 {
		empty, err := State{}.Root()
		if err != nil || from.Root != empty || len(c.Hashes) > 0 {
			return whole(Rewritten)
		}
		return nil
	}
	if tlog.CheckTree(c.Hashes, to.Size, to.Root, from.Size, from.Root) != nil {
		return whole(Rewritten)
	}
	return nil
}
