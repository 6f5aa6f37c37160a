package ledger

import (
	"context"
	"encoding/base64"
	"errors"
	"strings"

	"github.com/lagrum/lagrum/sdk/receipt"
	"golang.org/x/mod/sumdb/note"
)

// sign gives the head of the log in the state.
func (l *Log) sign(s State) (Head, error) {
	if l.options.Signer == nil {
		return Head{}, ErrReadOnly
	}
	root, err := s.Root()
	if err != nil {
		return Head{}, err
	}
	c := receipt.Checkpoint{Origin: l.name, Size: s.Size, Root: root}
	signed, err := c.Sign(l.options.Signer)
	return Head{s.Size, strings.TrimPrefix(signed, c.Text()+"\n")}, err
}

// checkpoint gives the checkpoint of a head. The error is a *DamageError if it
// is not signed by the log, and by the log only, in the one way to write it.
func (l *Log) checkpoint(h Head, s State) (string, error) {
	root, err := s.Root()
	if err != nil {
		return "", err
	}
	checkpoint := receipt.Checkpoint{Origin: l.name, Size: s.Size, Root: root}.Text() + "\n" + h.Signature
	n, err := note.Open([]byte(checkpoint), l.options.Verifiers)
	if err != nil {
		return "", whole(Unsigned)
	}
	first := n.Sigs[0]
	_, err = base64.StdEncoding.Strict().DecodeString(first.Base64)
	if err != nil || first.Name != l.name || h.Signature != "— "+first.Name+" "+first.Base64+"\n" {
		return "", whole(Unsigned)
	}
	return checkpoint, nil
}

// A view is a log as it is at one moment.
type view struct {
	State
	head       Head
	checkpoint string
}

// look reads the state of the log and checks that it is signed.
func (l *Log) look(ctx context.Context) (view, error) {
	known := l.known()
	head, err := l.store.Head(ctx, l.name)
	if err != nil {
		return view{}, err
	}
	if head.Size < known {
		return view{}, whole(Truncated)
	}
	v := view{State: State{Size: head.Size}, head: head}
	if head == (Head{}) {
		return v, nil
	}
	if v.Edge, err = l.store.Hashes(ctx, l.name, edge(head.Size)); err != nil {
		return view{}, hashError(err)
	}
	if v.checkpoint, err = l.checkpoint(head, v.State); err != nil {
		return view{}, err
	}
	l.remember(head.Size)
	return v, nil
}

// hashError says that the tree is damaged, if that is what the error says.
func hashError(err error) error {
	if errors.Is(err, ErrNoHash) {
		return whole(Hashes)
	}
	return err
}

// Checkpoint gives the signed checkpoint of the log as it is now, in the format
// of C2SP tlog-checkpoint. Keep it elsewhere: with it, [Log.Verify] finds out
// if the log has lost its end.
func (l *Log) Checkpoint(ctx context.Context) (string, error) {
	v, err := l.look(ctx)
	if err != nil || v.checkpoint != "" {
		return v.checkpoint, err
	}
	head, err := l.sign(v.State) // nothing was written yet
	if err != nil {
		return "", err
	}
	return l.checkpoint(head, v.State)
}
