package ledger

import (
	"bytes"
	"context"
	"errors"
	"sync"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
)

// ErrKeyUsed says that a key has been used to append something else.
var ErrKeyUsed = errors.New("ledger: the key was used to append other records")

// maxGroup is how many records go into one commit, unless one append has more.
const maxGroup = 256

// patience is how long one commit may take, however often it is tried.
const patience = time.Minute

// maxGather is how long a group waits at most for those who come back.
const maxGather = 10 * time.Millisecond

// Append appends the records, all of them or none, and returns when they are as
// durable as the store makes them. What several callers append at once goes into
// one commit.
//
// The key names the append, as a random number on a form does: the same records
// under the same key are appended once and have the same positions, and so a
// caller that got an error, or no answer, asks again with the same key. Other
// records under the same key are ErrKeyUsed. An erasure removes the key too.
//
// A record must continue the history that it names, as [consent.History.Append]
// says, or be the first of its own; else the error is a *consent.OrderError, and
// the caller reads the history again. It is an *InputError if the log cannot
// take a key or a record, a *DamageError if the log is not what was written, and
// ErrConflict if the store goes on refusing though nobody else writes.
func (l *Log) Append(ctx context.Context, key string, records ...consent.Record) ([]Position, error) {
	r, err := newRequest(ctx, key, records)
	if err != nil || len(records) == 0 {
		return nil, err
	}
	if l.line.join(r) {
		l.lead(r)
	}
	select {
	case <-r.done:
		return r.positions, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// A request is one append on its way.
type request struct {
	ctx     context.Context
	key     string
	records []consent.Record
	rows    []Row // with what the records say only

	done      chan struct{} // closed when the fields below are set
	positions []Position
	err       error
}

func newRequest(ctx context.Context, key string, records []consent.Record) (*request, error) {
	if err := checkText("key", key); err != nil {
		return nil, err
	}
	r := &request{ctx: ctx, key: key, done: make(chan struct{})}
	for i := range records {
		row := Row{Content: records[i].AppendJSON(nil)}
		var e Entry
		if row.parse(&e) != nil {
			return nil, &InputError{"record"}
		}
		err := errors.Join(checkText("id", row.ID), checkOptional("subject", row.Subject), checkOptional("token", row.Token))
		if err != nil {
			return nil, err
		}
		r.records, r.rows = append(r.records, e.Record), append(r.rows, row)
	}
	return r, nil
}

// settle answers the request.
func (r *request) settle(rows []Row, err error) {
	for i := range rows {
		r.positions = append(r.positions, rows[i].position())
	}
	r.err = err
	close(r.done)
}

// is reports whether the rows are what the request asks to append.
func (r *request) is(rows []Row) bool {
	if len(rows) != len(r.rows) {
		return false
	}
	for i := range rows {
		if !bytes.Equal(rows[i].Content, r.rows[i].Content) {
			return false
		}
	}
	return true
}

// drafts gives the drafts of the request.
func (r *request) drafts() []Draft {
	var list []Draft
	for i := range r.rows {
		said := &r.rows[i]
		list = append(list, Draft{Key: r.key, Part: i, Content: said.Content, said: said})
	}
	return list
}

// A queue holds the requests that wait for a commit.
type queue struct {
	mu      sync.Mutex
	waiting []*request
	served  bool // whether somebody is at it

	enough int           // how many are to wait before the next group leaves
	ready  chan struct{} // closed when so many do; nil if nobody asks
}

// join puts the request into the queue. Where nobody serves that, the request
// stays out, and the caller must commit it and see to the queue from now on.
func (q *queue) join(r *request) (leads bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.served {
		q.served = true
		return true
	}
	q.waiting = append(q.waiting, r)
	if q.ready != nil && len(q.waiting) >= q.enough {
		close(q.ready)
		q.ready = nil
	}
	return false
}

// leave reports whether the queue is empty, and whoever served it is done.
func (q *queue) leave() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.served = len(q.waiting) > 0
	return !q.served
}

// gather waits until so many more are in the queue, but not longer than it is
// told. One writer alone is not waited for.
func (q *queue) gather(more int, longest time.Duration) {
	ready := q.ask(more)
	if ready == nil {
		return
	}
	select {
	case <-ready:
	case <-time.After(longest):
	}
}

// ask gives what is closed once so many more are in the queue; nil if they would
// be the only one.
func (q *queue) ask(more int) <-chan struct{} {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.enough = len(q.waiting) + more; q.enough == 1 {
		return nil
	}
	q.ready = make(chan struct{})
	return q.ready
}

// take takes the next group out of the queue.
func (q *queue) take() []*request {
	q.mu.Lock()
	defer q.mu.Unlock()
	n, records := 0, 0
	for n < len(q.waiting) && (n == 0 || records+len(q.waiting[n].records) <= maxGroup) {
		records += len(q.waiting[n].records)
		n++
	}
	group := q.waiting[:n:n]
	q.waiting = q.waiting[n:]
	return group
}

// lead commits a request that came when nobody else was there, on the caller's
// own goroutine: to hand it over and back takes as long as to sign it.
func (l *Log) lead(r *request) {
	start := time.Now()
	defer func() { // even if the store panics: the others must not wait for ever
		if !l.line.leave() {
			go l.serve(1, time.Since(start))
		}
	}()
	l.commitGroup(r.ctx, []*request{r})
}

// serve commits what waits in the queue, a group at a time, until it is empty.
// So many were just answered, after so long. Those of them who have more are
// worth a quarter of a commit: without them, writers in step would go on in two
// groups, and wait for two commits each time.
func (l *Log) serve(answered int, took time.Duration) {
	for {
		l.line.gather(answered, min(took/4, maxGather))
		if l.line.leave() {
			return
		}
		group, start := l.line.take(), time.Now()
		l.commitGroup(context.WithoutCancel(group[0].ctx), group) // nobody can call it off for the others
		answered, took = len(group), time.Since(start)
	}
}

// commitGroup answers each request of the group, in one commit.
func (l *Log) commitGroup(ctx context.Context, group []*request) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	p := plan{log: l, waiting: group}
	rows, err := l.commit(ctx, p.step)
	for _, r := range p.waiting {
		if err != nil {
			r.settle(nil, err)
			continue
		}
		n := len(r.rows)
		r.settle(rows[:n], nil)
		rows = rows[n:]
	}
	for _, r := range p.later {
		l.line.join(r)
	}
}
