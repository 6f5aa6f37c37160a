package ledger

import (
	"context"
	"errors"
	"io"
)

// A step is what a commit is to do: drafts without salts, and indexes of
// entries to erase.
type step struct {
	drafts []Draft
	erase  []int64
}

// maxStalls is how often a store may refuse a change though nobody else was
// faster. Distributed databases do so now and then; a store that goes on has an
// entry that should not be there.
const maxStalls = 10

// commit works out a step and commits it, as often as it takes: the store
// refuses it if another process was faster. It gives the rows of the drafts.
//
// Plan is told whether it must look up what the log already has; the first time
// it may leave that to the store, which then refuses. It may give an empty step.
func (l *Log) commit(ctx context.Context, plan func(ctx context.Context, look bool) (step, error)) ([]Row, error) {
	if l.options.Signer == nil {
		return nil, ErrReadOnly
	}
	l.committing.Lock()
	defer l.committing.Unlock()
	stalls := 0
	for look := false; ; look = true {
		before, err := l.current(ctx)
		if err != nil {
			return nil, err
		}
		// The state is older than what plan looks up, so that the commit fails if anything came in between.
		s, err := plan(ctx, look)
		if err != nil || len(s.drafts) == 0 {
			return nil, err
		}
		rows, err := l.try(ctx, before, s)
		if err == nil {
			return rows, nil
		}
		l.state = nil // not known, even if the store only failed to answer
		if !errors.Is(err, ErrConflict) {
			return nil, err
		}
		after, currentErr := l.current(ctx)
		if currentErr != nil {
			return nil, currentErr
		}
		if look && after.Size == before.Size {
			if stalls++; stalls == maxStalls {
				return nil, err
			}
		}
	}
}

// current gives the state of the log, as far as this process knows.
func (l *Log) current(ctx context.Context) (State, error) {
	if l.state == nil {
		v, err := l.look(ctx)
		if err != nil {
			return State{}, err
		}
		l.state = &v.State
	}
	return *l.state, nil
}

// try commits a step on top of the state.
func (l *Log) try(ctx context.Context, before State, s step) ([]Row, error) {
	for i := range s.drafts {
		if d := &s.drafts[i]; len(d.Content) > 0 && d.Salt == nil {
			d.Salt = make([]byte, SaltSize)
			if _, err := io.ReadFull(l.options.Rand, d.Salt); err != nil {
				return nil, err
			}
		}
	}
	rows, after, err := Extend(before, s.drafts)
	if err != nil {
		return nil, err
	}
	head, err := l.sign(after)
	if err != nil {
		return nil, err
	}
	if err := l.store.Commit(ctx, l.name, Change{before.Size, head, rows, s.erase}); err != nil {
		return nil, err
	}
	l.state = &after
	l.remember(after.Size)
	return rows, nil
}
