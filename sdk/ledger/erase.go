package ledger

import (
	"context"
	"errors"
)

// A Disposal is what an act rests on. It stays in the log for good: nothing in
// it may be about the person.
type Disposal struct {
	Reason   string // why: the retention rule or the right that was exercised; needed
	Decision string // the disposal decision, by number or date; a public body needs it to erase
	By       string // who does it: a function or pseudonym of the organiser's own; needed
}

// ErrUnknown says that there is no history with the id, or not any more.
var ErrUnknown = errors.New("ledger: there is no such history")

// A DecisionError says that a public body may not erase what it was asked to
// erase, since no decision on disposal was named: the history is to be
// restricted instead ([Log.Restrict]).
type DecisionError struct{}

// Error says so.
func (*DecisionError) Error() string { return "ledger: restrict, decision missing" }

// Erase removes the content of the history with the id, and that of its
// restrictions, for good, and notes that it has been erased. It gives the place
// of the note. What is restricted can be erased.
//
// The error is a *DecisionError where the organiser is a public body and no
// disposal decision is named, ErrUnknown if there is no such history, and an
// *InputError if the disposal lacks something. Copies of the database, such as
// backups, are the host's to look after.
func (l *Log) Erase(ctx context.Context, id string, d Disposal) (Position, error) {
	if l.options.PublicBody && d.Decision == "" {
		return Position{}, &DecisionError{}
	}
	return l.act(ctx, id, d, func(a *Act, about []filed) []int64 {
		a.Kind, a.ID = Erasure, ""
		for _, r := range about {
			a.Entries = append(a.Entries, r.row.Index)
		}
		return a.Entries
	})
}

// Restrict notes that the history with the id may only be stored from now on
// (GDPR Article 18). The error is ErrUnknown if there is no such history, and
// an *InputError if the disposal lacks something.
func (l *Log) Restrict(ctx context.Context, id string, d Disposal) (Position, error) {
	return l.act(ctx, id, d, func(a *Act, _ []filed) []int64 {
		a.Kind = Restriction
		return nil
	})
}

// Release notes that the restriction of the history with the id is lifted. The
// person must have been told before (GDPR Article 18(3)). The errors are those
// of [Log.Restrict].
func (l *Log) Release(ctx context.Context, id string, d Disposal) (Position, error) {
	return l.act(ctx, id, d, func(a *Act, _ []filed) []int64 {
		a.Kind = Release
		return nil
	})
}

// act appends an act about the history with the id. Fill completes it from the
// entries of the history, and says which of them are to be erased.
func (l *Log) act(ctx context.Context, id string, d Disposal, fill func(a *Act, about []filed) []int64) (Position, error) {
	err := errors.Join(checkText("reason", d.Reason), checkOptional("decision", d.Decision), checkText("by", d.By))
	if err != nil {
		return Position{}, err
	}
	rows, err := l.commit(ctx, func(ctx context.Context, _ bool) (step, error) {
		about, err := l.find(ctx, ByID, []string{id})
		if err != nil {
			return step{}, err
		}
		if len(about) == 0 {
			return step{}, ErrUnknown
		}
		a := Act{At: l.now(), ID: id, Reason: d.Reason, Decision: d.Decision, By: d.By}
		erase := fill(&a, about)
		return step{[]Draft{{Content: a.appendJSON(nil)}}, erase}, nil
	})
	if err != nil {
		return Position{}, err
	}
	return rows[0].position(), nil
}
