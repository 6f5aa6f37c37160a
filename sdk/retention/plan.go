package retention

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A State is how far a rule has come with a record.
type State uint8

// The states.
const (
	Idle      State = iota // its event has not happened, or was cancelled
	Running                // its time runs
	Waiting                // a step has been carried out, and the next one has its time to come
	Kept                   // its time is over, but another rule demands that the data stay
	Held                   // a step would be due, but a hold stops it
	Ready                  // a step is due
	Undecided              // it would be due to erase, but a public body has no decision on disposal
	Over                   // the last step has been carried out, or the data are gone by another rule
	Endless                // it never ends
)

// String gives the state as JSON has it.
func (s State) String() string {
	names := [...]string{"idle", "running", "waiting", "kept", "held", "ready", "undecided", "over", "endless"}
	if int(s) < len(names) {
		return names[s]
	}
	return ""
}

// An Entry is how one rule stands, on one day, with some data of a record.
type Entry struct {
	Activity string   // the activity, empty for a rule that none names
	Rule     string   // the rule
	Data     []string // the data, empty for all of the activity
	Owner    string   // the party that sees to it: the rule's owner, else the first controller
	State    State    // how far the rule has come

	Event   date.Date // the latest event of the rule
	Starts  date.Date // the day from which the period runs: that of the event, or the end of its year
	Through date.Date // the last day of the rule's own period

	EraseFrom date.Date // the first day on which the data may go: the day after the latest minimum; zero if there is none
	EraseBy   date.Date // the day by which they must be gone: the earliest maximum; zero if there is none
	Keeper    string    // the rule that sets EraseFrom
	Limiter   string    // the rule that sets EraseBy
	Crossed   bool      // whether the limiter's period ends before the keeper's, so that both cannot be kept

	Step   int           // the step that comes next: 0 is the rule's own action, 1 its first stage
	Action policy.Action // what that step does
	Next   date.Date     // the first day on which it is due, as things stand; zero if none can be told
	Must   bool          // whether it must be done, or only may
	DoneOn date.Date     // the day of the last step that was carried out
	Hold   *Hold         // the hold that is on the data, if any

	kept  date.Date // the first day on which no other rule demands that the data stay
	track *track
}

// A Due is a step that is to be carried out.
type Due struct {
	Subject string // as in Events
	Record  string // as in Events
	Entry          // with the Step and the Action that are due
}

// Carried gives what to add to the events once the step has been carried out.
func (d *Due) Carried(on date.Date) Done {
	return Done{Rule: d.Rule, Activity: d.Activity, Data: d.Data, Step: d.Step, Action: d.Action, On: on}
}

// Plan gives what is due on a day for one record, in the order of the policy.
// Steps that are due together follow each other. For many records, use Compile
// once and Rules.Plan.
func Plan(doc *policy.Document, events *Events, at date.Date) []Due {
	return Compile(doc).Plan(events, at)
}

// Plan gives what is due on a day for one record; see the function Plan.
func (r *Rules) Plan(events *Events, at date.Date) []Due {
	var list []Due
	for i := range r.tracks {
		e := r.tracks[i].look(events, at)
		list = e.due(list, events)
	}
	return list
}

// Look gives how every rule stands with a record on a day, in the order of the
// policy, appended to dst.
func (r *Rules) Look(dst []Entry, events *Events, at date.Date) []Entry {
	for i := range r.tracks {
		dst = append(dst, r.tracks[i].look(events, at))
	}
	return dst
}

// due appends the steps of an entry that are due: the next one, and those without
// a time of their own after it.
func (e *Entry) due(list []Due, events *Events) []Due {
	if e.State != Ready {
		return list
	}
	for i := e.Step; i < len(e.track.steps); i++ {
		s := e.track.steps[i]
		if i > e.Step && s.after != (date.Period{}) {
			break
		}
		d := Due{Subject: events.Subject, Record: events.Record, Entry: *e}
		d.Step, d.Action = i, s.action
		if e.track.undecided && destroys(s.action) {
			if d.Action = Restrict; e.track.restricted(events, e.Event) {
				break
			}
			return append(list, d)
		}
		list = append(list, d)
	}
	return list
}

// look tells how the track stands.
func (t *track) look(events *Events, at date.Date) Entry {
	e := Entry{Rule: t.rule.ID, Data: t.data, Owner: t.owner, Must: t.rule.Modality != policy.May, track: t}
	if t.activity != nil {
		e.Activity = t.activity.ID
	}
	if t.rule.Lasts == policy.Forever {
		e.State = Endless
		return e
	}
	e.Event = events.happened(t.rule, t.activity)
	if e.Event.IsZero() {
		return e
	}
	e.Starts = start(t.rule, e.Event, events.Years)
	e.Through = e.Starts.Add(t.rule.Period)
	t.limit(&e, events)
	if events.cancelled(t.rule, t.activity, e.Event) {
		return e
	}
	t.progress(&e, events)
	if e.State != Over {
		t.judge(&e, events, at)
	}
	return e
}

// limit finds the latest minimum and the earliest maximum.
func (t *track) limit(e *Entry, events *Events) {
	var stay, leave date.Date
	for i := range t.others {
		u := &t.others[i]
		if !u.least && !u.most {
			continue
		}
		end := t.end(u, e, events)
		if end.IsZero() {
			continue
		}
		least := u.keeps(t.rule)
		if least && u.rule != t.rule {
			e.kept = latest(e.kept, end.AddDays(1))
		}
		if least && end.After(stay) {
			stay, e.Keeper = end, u.rule.ID
			e.EraseFrom = end.AddDays(1)
		}
		by := end
		if u.rule.Limit != policy.AtMost {
			by = end.AddDays(1)
		}
		if u.most && (e.EraseBy.IsZero() || by.Before(e.EraseBy)) {
			leave, e.EraseBy, e.Limiter = end, by, u.rule.ID
		}
	}
	e.Crossed = e.Limiter != "" && e.Keeper != "" && leave.Before(stay)
}

// end gives the last day that another rule leaves the data, or the track's own; the
// zero Date if its event has not happened.
func (t *track) end(u *use, e *Entry, events *Events) date.Date {
	event := e.Event
	if u.rule != t.rule || u.activity != t.activity {
		if event = events.happened(u.rule, u.activity); event.IsZero() {
			return event
		}
	} else if len(t.steps) == 1 {
		return e.Through
	}
	return ends(u.rule, event, events.Years)
}

// atOnce reports whether the rule can be due on the day of its event.
func (t *track) atOnce() bool { return t.rule.Limit == policy.AtMost && t.rule.Period.IsZero() }

// progress finds the step that comes next.
func (t *track) progress(e *Entry, events *Events) {
	for i := range events.Done {
		d := &events.Done[i]
		if !t.shares(d) {
			continue
		}
		if destroys(d.Action) && !d.On.Before(e.Event) {
			e.State, e.DoneOn = Over, d.On
			return
		}
		if d.Rule == t.rule.ID && d.Action != Restrict && d.Step >= e.Step && t.within(d.On, e.Event) {
			e.Step, e.DoneOn = d.Step+1, d.On
		}
	}
	if e.Step >= len(t.steps) {
		e.State = Over
		return
	}
	e.Action = t.steps[e.Step].action
}

// within reports whether a step of that day belongs to the period that the event
// began. On the day of a new event it belongs to the period before, unless the
// rule is one that is due at once.
func (t *track) within(day, event date.Date) bool {
	return day.After(event) || day == event && t.atOnce()
}

// shares reports whether what was done was done to the data of the track.
func (t *track) shares(d *Done) bool {
	if len(d.Data) > 0 && len(t.data) > 0 && !slices.Contains(d.Data, t.data[0]) {
		return false
	}
	if d.Rule == t.rule.ID && (d.Activity == "" || t.activity == nil || d.Activity == t.activity.ID) {
		return true
	}
	return slices.ContainsFunc(t.others, func(u use) bool {
		return u.rule.ID == d.Rule && (d.Activity == "" || u.activity != nil && u.activity.ID == d.Activity)
	})
}

// judge tells whether the next step is due, and when.
func (t *track) judge(e *Entry, events *Events, at date.Date) {
	own := t.first(e)
	e.Next = own
	if t.removes {
		e.Next = latest(own, e.kept)
		e.Hold = events.hold(t.activity, at)
		if t.endless() {
			e.State, e.Next = Kept, date.Date{}
			return
		}
	}
	switch {
	case at.Before(own):
		e.State = Running
		if e.Step > 0 {
			e.State = Waiting
		}
	case at.Before(e.Next):
		e.State = Kept
	case e.Hold != nil:
		e.State = Held
	case t.undecided && destroys(e.Action) && t.restricted(events, e.Event):
		e.State, e.Next = Undecided, date.Date{}
		return
	default:
		e.State = Ready
		return
	}
	if t.removes {
		e.Next = events.free(t.activity, latest(e.Next, at))
	}
}

// first gives the first day on which the next step is due by its own rule.
func (t *track) first(e *Entry) date.Date {
	switch {
	case e.Step > 0:
		return after(t.steps[e.Step].after, e.DoneOn)
	case t.rule.Limit == policy.AtMost:
		return e.Through
	}
	return e.Through.AddDays(1)
}

// endless reports whether another rule keeps the data for ever.
func (t *track) endless() bool {
	return slices.ContainsFunc(t.others, func(u use) bool { return u.keeps(t.rule) && u.rule.Lasts == policy.Forever })
}

// restricted reports whether access has been restricted since the event.
func (t *track) restricted(events *Events, event date.Date) bool {
	return slices.ContainsFunc(events.Done, func(d Done) bool {
		return d.Action == Restrict && d.Rule == t.rule.ID && t.shares(&d) && !d.On.Before(event)
	})
}
