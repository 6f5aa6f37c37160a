package retention

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A Timeline is what has become of one record, and what will, if nothing more
// happens and every step is carried out on the day on which it is due.
type Timeline struct {
	Subject string    // as in Events
	Record  string    // as in Events
	At      date.Date // the day from which the future is told
	Lanes   []Lane    // one for each rule that has begun, in the order of the policy
}

// A Lane is one rule on a timeline.
type Lane struct {
	Entry Entry  // how the rule stands on the day
	Marks []Mark // steps that were carried out or are to come, by day
	Holds []Hold // what stopped it or stops it
}

// A Mark is a step on a timeline.
type Mark struct {
	On     date.Date     // the day
	Step   int           // as in Done
	Action policy.Action // what is done
	Done   bool          // whether it has been carried out
	Must   bool          // whether it must be, or only may
}

// Timeline tells what has become of a record, and what will.
func (r *Rules) Timeline(events *Events, at date.Date) Timeline {
	t := Timeline{Subject: events.Subject, Record: events.Record, At: at}
	for i := range r.tracks {
		track := &r.tracks[i]
		e := track.look(events, at)
		if e.Event.IsZero() {
			continue
		}
		lane := Lane{Entry: e}
		for k := range events.Done {
			if d := &events.Done[k]; d.Rule == e.Rule && track.shares(d) {
				lane.Marks = append(lane.Marks, Mark{d.On, d.Step, d.Action, true, e.Must})
			}
		}
		for _, h := range events.Holds {
			if track.removes && (h.Activity == "" || h.Activity == e.Activity) {
				lane.Holds = append(lane.Holds, h)
			}
		}
		t.Lanes = append(t.Lanes, lane)
	}
	r.ahead(&t, events, at)
	for i := range t.Lanes {
		slices.SortStableFunc(t.Lanes[i].Marks, func(a, b Mark) int { return a.On.Compare(b.On) })
	}
	return t
}

// ahead adds the steps to come.
func (r *Rules) ahead(t *Timeline, events *Events, at date.Date) {
	future := *events
	future.Done = slices.Clone(events.Done)
	for day := range r.Days(&future, at, date.Date{Year: 9999, Month: 12, Day: 31}) {
		for _, d := range day.Due {
			i := slices.IndexFunc(t.Lanes, func(l Lane) bool { return l.Entry.track == d.track })
			if i >= 0 {
				t.Lanes[i].Marks = append(t.Lanes[i].Marks, Mark{day.On, d.Step, d.Action, false, d.Must})
			}
		}
	}
}

// A Day is a day on which something is due.
type Day struct {
	On  date.Date // the day
	Due []Due     // what was due, and has been noted as done
}

// Days goes through the days from one to another on which something is due, if
// everything is carried out on its day. It adds what is due to the events as done,
// before it gives the day. The list of what is due holds until the next day.
func (r *Rules) Days(events *Events, from, to date.Date) func(yield func(Day) bool) {
	return func(yield func(Day) bool) {
		var due []Due
		for day := from; !day.IsZero() && !day.After(to); {
			next := date.Date{}
			due = due[:0]
			for i := range r.tracks {
				e := r.tracks[i].look(events, day)
				due = e.due(due, events)
				if e.Next.After(day) && (next.IsZero() || e.Next.Before(next)) {
					next = e.Next
				}
			}
			if len(due) == 0 {
				day = next
				continue
			}
			due = r.carry(due, events, day)
			if !yield(Day{day, due}) {
				return
			}
		}
	}
}

// carry notes as done what is due, and gives what was: nothing is done to data
// that another rule has just erased.
func (r *Rules) carry(due []Due, events *Events, day date.Date) []Due {
	kept := due[:0]
	for i := range due {
		d := &due[i]
		if e := d.track.look(events, day); e.State == Over {
			continue
		}
		events.Done = append(events.Done, d.Carried(day))
		kept = append(kept, *d)
	}
	return kept
}
