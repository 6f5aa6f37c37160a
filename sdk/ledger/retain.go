package ledger

import (
	"context"
	"iter"
	"slices"

	"github.com/lagrum/lagrum/sdk/retention"
)

// A Due is a history whose time is up.
type Due struct {
	History History // all its records
	// How the rule stands with it: from which day to which it ran, and what is to be done now. Where State is
	// Held or Undecided, nothing is: something stops it, or it is restricted and waits for a decision on disposal.
	// [retention.Explain] says it in words.
	retention.Entry

	file     file
	standing standing
}

// Due goes through the histories whose time is up by the rules of the policy, and
// changes nothing. The day may be one to come. It ends with the first error: a
// *RuleError if the policy says nothing of the proof of consent, an *InputError if
// the retention lacks something, a *DamageError if the log is not what was written,
// or what Known says.
func (l *Log) Due(ctx context.Context, r Retention) iter.Seq2[Due, error] {
	return func(yield func(Due, error) bool) {
		k, err := newKeeper(r)
		if err != nil {
			yield(Due{}, err)
			return
		}
		for files, err := range l.settled(ctx) {
			if err != nil {
				yield(Due{}, err)
				return
			}
			for i := range files {
				d, err := l.due(ctx, k, &files[i])
				if err == nil && d.standing >= running {
					continue
				}
				if !yield(d, err) || err != nil {
					return
				}
			}
		}
	}
}

// settled goes through all that is filed in the log as it is now, some at a time.
// What grows meanwhile may be left out.
func (l *Log) settled(ctx context.Context) iter.Seq2[[]file, error] {
	return func(yield func([]file, error) bool) {
		v, err := l.look(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		var ids []string
		for r, err := range l.rows(ctx, 0, v.Size) {
			if err != nil {
				yield(nil, err)
				return
			}
			if r.Version > 0 {
				ids = append(ids, r.ID)
			}
			if next := r.Index + 1; len(ids) == page || next == v.Size {
				files, err := l.endingBefore(ctx, next, ids)
				if !yield(files, err) || err != nil {
					return
				}
				ids = ids[:0]
			}
		}
	}
}

// endingBefore gives what is filed under the ids and goes no further than to the
// index: the rest comes when its last record does, so that each comes once.
func (l *Log) endingBefore(ctx context.Context, index int64, ids []string) ([]file, error) {
	files, err := l.files(ctx, ids)
	return slices.DeleteFunc(files, func(f file) bool {
		last, _ := f.history.Last()
		return last.Index >= index
	}), err
}

// due says how the rules stand with what is filed.
func (l *Log) due(ctx context.Context, k *keeper, f *file) (Due, error) {
	d := Due{History: f.history, file: *f, standing: running}
	last, _ := f.history.Last()
	if last.Record.Question.Policy != k.Policy.ID {
		return d, nil
	}
	end, ended := k.ended(&last.Record)
	if !ended {
		return d, nil
	}
	events, err := k.events(ctx, f.history, &last.Record, end)
	if err != nil {
		return Due{}, err
	}
	d.Entry, d.standing = k.judge(&events, k.of(last.Record.Question.Consent.ID))
	if d.standing == toErase && l.options.PublicBody && k.decision(&d) == "" {
		d.Action, d.standing = retention.Restrict, toRestrict
		if a := f.history.Restricted; a != nil && a.Rule == d.Rule {
			d.State, d.standing = retention.Undecided, undecided
		}
	}
	return d, nil
}

// decision gives the decision on disposal that the rule rests on.
func (k *keeper) decision(d *Due) string {
	if rule := k.Policy.RetentionRule(d.Rule); rule != nil {
		return rule.DisposalDecision
	}
	return ""
}

// Retained says what [Log.Retain] has come to, in numbers of histories.
type Retained struct {
	Erased     int64 // their content is gone
	Restricted int64 // a public body has no decision on disposal, so they may only be stored from now on
	Undecided  int64 // were restricted before, and wait for a decision
	Held       int64 // something stops it: a hold, or a restriction that the person asked for
	Left       int64 // the rule says something else than to erase, such as to archive, which is for the host to do
	Unruled    int64 // have ended, and no rule has begun: none is about them, or its event is not known
}

// Retain carries out the rules that the policy has for the proof of consent: it
// erases the content of each history whose time is up ([Log.Erase]), and notes
// the rule and the decision that it rests on. The log still verifies. A public body
// without a decision on disposal gets a restriction instead ([Log.Restrict]), and
// the erasure once there is one.
//
// It goes on in small commits, and takes as little memory for a long log as for a short
// one. It may be broken off and called again: what has been done is not done twice. What
// changes while it is at it stays. Run it once a day.
//
// The errors are those of [Log.Due], and an *InputError for a day to come: what is
// erased too early cannot be brought back.
func (l *Log) Retain(ctx context.Context, r Retention) (Retained, error) {
	var done Retained
	if err := checkText("By", r.By); err != nil {
		return done, err
	}
	if r.At.After(dayOf(l.options.Now(), r.Zone)) {
		return done, &InputError{"At"}
	}
	if l.options.Signer == nil {
		return done, ErrReadOnly
	}
	k, err := newKeeper(r)
	if err != nil {
		return done, err
	}
	for files, err := range l.settled(ctx) {
		if err == nil {
			err = l.retain(ctx, k, files, &done)
		}
		if err != nil {
			return done, err
		}
	}
	return done, nil
}

// maxActs is how many histories are dealt with in one commit.
const maxActs = 100

// retain deals with some of what is filed.
func (l *Log) retain(ctx context.Context, k *keeper, files []file, done *Retained) error {
	var list []Due
	for i := range files {
		d, err := l.due(ctx, k, &files[i])
		if err != nil {
			return err
		}
		done.note(d.standing)
		if d.standing <= toRestrict {
			list = append(list, d)
		}
	}
	for some := range slices.Chunk(list, maxActs) {
		if err := l.carryOut(ctx, k, some, done); err != nil {
			return err
		}
	}
	return nil
}

// note counts a history with which nothing is done.
func (r *Retained) note(s standing) {
	switch s {
	case undecided:
		r.Undecided++
	case toLeave:
		r.Left++
	case held:
		r.Held++
	case unruled:
		r.Unruled++
	}
}

// carryOut does what is due, in one commit, and counts it. What has changed since
// it was judged is left alone.
func (l *Log) carryOut(ctx context.Context, k *keeper, list []Due, done *Retained) error {
	var erased, restricted int64
	_, err := l.commit(ctx, func(ctx context.Context, _ bool) (step, error) {
		erased, restricted = 0, 0
		now, err := l.unchanged(ctx, list)
		if err != nil {
			return step{}, err
		}
		var s step
		for _, d := range now {
			ground := k.disposal(d)
			if err := ground.check(); err != nil {
				return step{}, err
			}
			s.add(ground.act(kindOf[d.standing], l.now()), &d.file)
			if d.standing == toErase {
				erased++
			} else {
				restricted++
			}
		}
		return s, nil
	})
	if err == nil {
		done.Erased, done.Restricted = done.Erased+erased, done.Restricted+restricted
	}
	return err
}

// kindOf says what is done with what is due.
var kindOf = map[standing]ActKind{toErase: Erasure, toRestrict: Restriction}

// unchanged gives those about which nothing has been written since.
func (l *Log) unchanged(ctx context.Context, list []Due) ([]*Due, error) {
	var ids []string
	for i := range list {
		ids = append(ids, list[i].file.id)
	}
	files, err := l.files(ctx, ids)
	entries := map[string][]int64{}
	for _, f := range files {
		entries[f.id] = f.entries
	}
	var same []*Due
	for i := range list {
		if f := &list[i].file; slices.Equal(entries[f.id], f.entries) {
			same = append(same, &list[i])
		}
	}
	return same, err
}

// disposal gives what the act of carrying out a rule rests on.
func (k *keeper) disposal(d *Due) *Disposal {
	reason := "its time is up"
	if d.standing == toRestrict {
		reason = "its time is up; restrict, decision missing"
	}
	return &Disposal{Reason: reason, Decision: k.decision(d), Rule: d.Rule, By: k.By}
}
