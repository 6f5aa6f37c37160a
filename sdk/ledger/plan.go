package ledger

import (
	"context"
	"maps"

	"github.com/lagrum/lagrum/sdk/consent"
)

// A plan works out what a group of appends writes.
type plan struct {
	log     *Log
	waiting []*request // not answered yet, in the order in which their rows are written
	later   []*request // for another group
}

// step answers the requests that have nothing to write, and gives the drafts of
// the others. Without a look, it takes each key to be new and each history to
// begin here: the store refuses the commit where that is wrong. Only what goes on
// with a history must be looked up at once.
func (p *plan) step(ctx context.Context, look bool) (step, error) {
	known := found{histories: map[string]consent.History{}, asked: map[string]bool{}}
	if look || p.continues() {
		if err := p.look(ctx, &known); err != nil {
			return step{}, err
		}
	}
	requests := p.waiting
	p.waiting = nil
	var s step
	for _, r := range requests {
		if p.place(r, &known) {
			p.waiting = append(p.waiting, r)
			s.drafts = append(s.drafts, r.drafts()...)
		}
	}
	return s, nil
}

// continues reports whether a record goes on with a history.
func (p *plan) continues() bool {
	for _, r := range p.waiting {
		for i := range r.records {
			if r.records[i].Version != 1 {
				return true
			}
		}
	}
	return false
}

// A found is what a plan knows of the log.
type found struct {
	complete  bool                       // whether it was looked up
	keys      map[string][]Row           // by key
	histories map[string]consent.History // by id; with what this group adds
	asked     map[string]bool            // the keys of this group
}

// look finds what the log has of the keys and the histories of the requests.
func (p *plan) look(ctx context.Context, f *found) error {
	f.complete, f.keys = true, map[string][]Row{}
	var keys, ids []string
	for _, r := range p.waiting {
		keys = append(keys, r.key)
		for i := range r.records {
			ids = append(ids, r.records[i].ID)
		}
	}
	rows, err := p.log.find(ctx, ByKey, keys)
	if err != nil {
		return err
	}
	for _, r := range rows {
		f.keys[r.row.Key] = append(f.keys[r.row.Key], r.row)
	}
	rows, err = p.log.find(ctx, ByID, ids)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.entry.Act != nil {
			continue
		}
		if f.histories[r.row.ID], err = f.histories[r.row.ID].Append(r.entry.Record); err != nil {
			return err
		}
	}
	return nil
}

// place reports whether the request has something to write. If not, it is
// answered, or left for later.
func (p *plan) place(r *request, known *found) bool {
	if err := r.ctx.Err(); err != nil {
		r.settle(nil, err)
		return false
	}
	if rows := known.keys[r.key]; rows != nil {
		if r.is(rows) {
			r.settle(rows, nil)
		} else {
			r.settle(nil, ErrKeyUsed)
		}
		return false
	}
	if known.asked[r.key] {
		p.later = append(p.later, r)
		return false
	}
	shares := known.shares(r)
	if err := known.extend(r); err != nil {
		if shares && !known.complete {
			p.later = append(p.later, r) // what it goes on with may have been there before
		} else {
			r.settle(nil, err)
		}
		return false
	}
	known.asked[r.key] = true
	return true
}

// shares reports whether the request is about a history that is known.
func (f *found) shares(r *request) bool {
	for i := range r.records {
		if f.histories[r.records[i].ID].Len() > 0 {
			return true
		}
	}
	return false
}

// extend adds the records of the request to their histories, all or none.
func (f *found) extend(r *request) error {
	added := map[string]consent.History{}
	for _, record := range r.records {
		h, ok := added[record.ID]
		if !ok {
			h = f.histories[record.ID]
		}
		h, err := h.Append(record)
		if err != nil {
			return err
		}
		added[record.ID] = h
	}
	maps.Copy(f.histories, added)
	return nil
}
