package ledger

import (
	"cmp"
	"context"
	"math"
	"slices"

	"golang.org/x/mod/sumdb/tlog"
)

// A Verification says how a log is verified. The zero Verification is of use.
type Verification struct {
	Kept     []string               // checkpoints of the log that were kept elsewhere; see [Log.Checkpoint]
	Progress func(done, size int64) // told now and then how many entries have been checked; may be nil
}

// A Report is what a verification came to.
type Report struct {
	Size       int64     // how many entries were checked
	Records    int64     // how many of them are records
	Acts       int64     // how many of them are acts
	Erased     int64     // how many of them have no content
	Checkpoint string    // that of the log as it was verified; empty if it was never written to, or is not signed
	Findings   []Finding // what is wrong, by index
}

// Verify reads the whole log, once, and works out all that is stored from the
// contents. It finds whatever row was changed, removed, moved or added, and, with
// a checkpoint that was kept elsewhere, whether the log has lost its end or is
// another one. Others may write to the log meanwhile.
//
// The error says only that the log could not be read.
func (l *Log) Verify(ctx context.Context, how Verification) (Report, error) {
	v := &verification{Log: l, check: newCheck(), progress: how.Progress}
	if v.progress == nil {
		v.progress = func(int64, int64) {}
	}
	v.open(how.Kept)
	head, err := v.run(ctx)
	if err == nil {
		err = v.settle(ctx)
	}
	if err != nil {
		return Report{}, err
	}
	return v.report(head), nil
}

// A verification is one on its way.
type verification struct {
	*Log
	*check
	progress func(done, size int64)
	ahead    []landmark // by size
}

// A landmark is a checkpoint that was kept elsewhere.
type landmark struct {
	size   int64
	root   tlog.Hash
	number int // from 1
}

// open reads the checkpoints that were kept.
func (v *verification) open(kept []string) {
	for i, checkpoint := range kept {
		c, problem := v.kept(checkpoint)
		if problem != "" {
			v.about(i+1, problem)
			continue
		}
		v.ahead = append(v.ahead, landmark{c.Size, c.Root, i + 1})
	}
	slices.SortStableFunc(v.ahead, func(a, b landmark) int { return cmp.Compare(a.size, b.size) })
}

// about reports what is wrong with the log by a checkpoint that was kept, or by
// none if the number is 0.
func (v *verification) about(number int, p Problem) {
	v.findings = append(v.findings, Finding{Index: -1, Problem: p, Kept: number})
}

// run goes through the log until it has seen all of it, and gives its head.
func (v *verification) run(ctx context.Context) (Head, error) {
	known := v.known()
	from := int64(math.MinInt64) // nothing may stand before the first entry
	for {
		head, err := v.store.Head(ctx, v.name)
		if err != nil {
			return Head{}, err
		}
		if head.Size < max(known, v.size) {
			v.about(0, Truncated)
			return head, nil
		}
		if head.Size == v.size && from == v.size {
			more, err := v.beyond(ctx, head)
			if err != nil || !more {
				return head, err
			}
			continue
		}
		if err := v.upTo(ctx, from, head.Size); err != nil {
			return Head{}, err
		}
		from = v.size
	}
}

// upTo checks the entries from the index on, up to the size.
func (v *verification) upTo(ctx context.Context, from, size int64) error {
	v.pass()
	for r, err := range v.rows(ctx, from, size) {
		if err != nil {
			return err
		}
		v.add(&r)
		v.pass()
		if v.size%page == 0 {
			v.progress(v.size, size)
		}
	}
	v.reach(size)
	v.pass()
	v.progress(v.size, size)
	return nil
}

// pass compares the log with the checkpoints that it now reaches. Where entries
// are missing, there is nothing to compare.
func (v *verification) pass() {
	for len(v.ahead) > 0 && v.ahead[0].size <= v.size {
		mark := v.ahead[0]
		v.ahead = v.ahead[1:]
		state, known := v.reached()
		if !known || mark.size < v.size {
			continue
		}
		if root, err := state.Root(); err != nil || root != mark.root {
			v.about(mark.number, Rewritten)
		}
	}
}

// beyond reports entries that stand beyond the head. There are more to check if
// the log has grown.
func (v *verification) beyond(ctx context.Context, head Head) (more bool, err error) {
	var indexes []int64
	for r, err := range v.rows(ctx, head.Size, math.MaxInt64) {
		if err != nil {
			return false, err
		}
		indexes = append(indexes, r.Index)
	}
	now, err := v.store.Head(ctx, v.name)
	if err != nil || now.Size != head.Size {
		return true, err
	}
	for _, index := range indexes {
		v.at(index, 1, Added)
	}
	return false, nil
}

// settle judges what was erased while it was read, and the checkpoints that the
// log does not reach.
func (v *verification) settle(ctx context.Context) error {
	for _, index := range v.unerased() {
		rows, err := v.store.Range(ctx, v.name, index, 1)
		if err != nil {
			return err
		}
		if len(rows) == 1 && rows[0].Index == index && rows[0].erased() {
			v.emptied[index] = true
			v.records--
		} else {
			v.at(index, 1, NotErased)
		}
	}
	for _, index := range v.lost() {
		v.at(index, 1, Emptied)
	}
	for _, mark := range v.ahead {
		v.about(mark.number, Truncated)
	}
	return nil
}

// report sums up.
func (v *verification) report(head Head) Report {
	r := Report{Size: v.size, Records: v.records, Acts: v.acts, Erased: int64(len(v.emptied))}
	if state, known := v.reached(); known && head != (Head{}) && head.Size == v.size {
		checkpoint, err := v.checkpoint(head, state)
		if err != nil {
			v.about(0, Unsigned)
		}
		r.Checkpoint = checkpoint
	}
	r.Findings = v.findings
	slices.SortStableFunc(r.Findings, func(a, b Finding) int { return cmp.Compare(a.Index, b.Index) })
	return r
}
