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
	Rule     string // the retention rule that it carries out; empty for what somebody decided or asked for
	By       string // who does it: a function or pseudonym of the organiser's own; needed
}

// check refuses a disposal that lacks something, or that a log cannot take.
func (d *Disposal) check() error {
	return errors.Join(checkText("reason", d.Reason), checkOptional("decision", d.Decision),
		checkOptional("rule", d.Rule), checkText("by", d.By))
}

// act gives the act that the disposal is the ground of.
func (d *Disposal) act(kind ActKind, at string) Act {
	return Act{Kind: kind, At: at, Reason: d.Reason, Decision: d.Decision, Rule: d.Rule, By: d.By}
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
	return l.act(ctx, Erasure, id, d)
}

// Restrict notes that the history with the id may only be stored from now on
// (GDPR Article 18). [Log.Retain] takes that for a hold, unless the disposal names
// the rule that it carries out. The error is ErrUnknown if there is no such history, and
// an *InputError if the disposal lacks something.
func (l *Log) Restrict(ctx context.Context, id string, d Disposal) (Position, error) {
	return l.act(ctx, Restriction, id, d)
}

// Release notes that the restriction of the history with the id is lifted. The
// person must have been told before (GDPR Article 18(3)). The errors are those
// of [Log.Restrict].
func (l *Log) Release(ctx context.Context, id string, d Disposal) (Position, error) {
	return l.act(ctx, Release, id, d)
}

// act appends an act about the history with the id, and erases that if the act
// says so.
func (l *Log) act(ctx context.Context, kind ActKind, id string, d Disposal) (Position, error) {
	if err := d.check(); err != nil {
		return Position{}, err
	}
	rows, err := l.commit(ctx, func(ctx context.Context, _ bool) (step, error) {
		files, err := l.files(ctx, []string{id})
		if err != nil {
			return step{}, err
		}
		if len(files) == 0 {
			return step{}, ErrUnknown
		}
		var s step
		s.add(d.act(kind, l.now()), &files[0])
		return s, nil
	})
	if err != nil {
		return Position{}, err
	}
	return rows[0].position(), nil
}

// add adds an act about what is filed under an id.
func (s *step) add(a Act, about *file) {
	if a.Kind == Erasure {
		a.Entries = about.entries
		s.erase = append(s.erase, about.entries...)
	} else {
		a.ID = about.id
	}
	s.drafts = append(s.drafts, Draft{Content: a.appendJSON(nil)})
}
