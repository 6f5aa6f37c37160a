package consent

import (
	"iter"
	"slices"

	"github.com/lagrum/lagrum/sdk/change"
)

// A History is what became of one question for one person: records of one id,
// with versions from 1 on. It only grows, and what is in it does not change. The
// zero History is empty.
type History struct{ records []Record }

// An OrderError says that a record does not continue a history.
type OrderError struct {
	Problem string // "id", "version", "subject", "question", "time" or "status"
}

// Error says in which respect. It holds nothing of the record.
func (e *OrderError) Error() string {
	return "consent: the record does not continue the history: " + e.Problem
}

// Append gives the history with one record more. The error is an *OrderError:
// the record must have the id, the subject and the question of the last one, the
// next version, and an instant that is not earlier.
func (h History) Append(r Record) (History, error) {
	if problem := h.problem(&r); problem != "" {
		return h, &OrderError{problem}
	}
	return History{append(slices.Clip(h.records), clone(r))}, nil
}

func (h History) problem(r *Record) string {
	last, any := h.Last()
	_, timed := dayOf(r.At)
	switch {
	case r.Status.Term() == "":
		return "status"
	case r.Version != len(h.records)+1:
		return "version"
	case !timed:
		return "time"
	case !any:
		return ""
	case r.ID != last.ID:
		return "id"
	case r.Subject != last.Subject:
		return "subject"
	case r.Question.ID != last.Question.ID:
		return "question"
	case isBefore(r.At, last.At):
		return "time"
	}
	return ""
}

// Last gives the last record, which tells what holds. It is false for an empty
// history.
func (h History) Last() (Record, bool) {
	if len(h.records) == 0 {
		return Record{}, false
	}
	return clone(h.records[len(h.records)-1]), true
}

// Len gives how many records there are.
func (h History) Len() int { return len(h.records) }

// All goes through the records, the first one first.
func (h History) All() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for i := range h.records {
			if !yield(clone(h.records[i])) {
				return
			}
		}
	}
}

// clone copies what a record shares with others.
func clone(r Record) Record {
	q := &r.Question
	for _, list := range []*[]string{&q.Purposes, &q.Kept, &q.Consent.Purposes, &q.Controllers, &q.Data} {
		*list = slices.Clone(*list)
	}
	q.Special, q.MayReveal = slices.Clone(q.Special), slices.Clone(q.MayReveal)
	q.Fingerprint = cloneFingerprint(q.Fingerprint)
	q.Earlier = slices.Clone(q.Earlier)
	for i := range q.Earlier {
		q.Earlier[i] = cloneFingerprint(q.Earlier[i])
	}
	r.Reasons = slices.Clone(r.Reasons)
	for i := range r.Reasons {
		r.Reasons[i].Args = slices.Clone(r.Reasons[i].Args)
	}
	return r
}

func cloneFingerprint(f change.Fingerprint) change.Fingerprint {
	f.Parts = slices.Clone(f.Parts)
	for i := range f.Parts {
		f.Parts[i].Said = slices.Clone(f.Parts[i].Said)
	}
	return f
}
