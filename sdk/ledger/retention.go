package ledger

import (
	"context"
	"slices"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// A Retention says by which rules the records of a log go, and for which day. The
// rules are those that the policy has for the proof of consent: for data with the
// term dpv:ConsentRecord, in each activity that names the consent or none.
//
// A yes that counts is never due. What else has ended begins the rules with the
// trigger consent-withdrawn on the day on which it did: a yes that was taken back or
// that ran out, one that was found not to count, a no, and a question that nobody
// answered. Rules with the triggers collection and log-entry run from the day of
// the last version.
type Retention struct {
	Policy *policy.Document // the policy; records of other policies stay as they are. Needed
	At     date.Date        // the day; needed
	By     string           // who sees to it, as in [Disposal]; [Log.Retain] needs it
	// Where a day begins and ends; nil for where each record was written, which its instant says.
	Zone *time.Location
	// What the host knows of a history that has ended and the log does not: holds, such as for a legal claim;
	// events that rules with other triggers run from; financial years; what has been done by rules that say more
	// than to erase. It must not change. Nil for nothing.
	Known func(ctx context.Context, h History) (retention.Events, error)
}

// A RuleError says that a policy does not say how long the proof of consent is
// kept: no retention rule reaches data with the term dpv:ConsentRecord.
type RuleError struct {
	Policy string // its id
}

// Error says so.
func (e *RuleError) Error() string {
	return "ledger: policy " + e.Policy + " does not say how long the proof of consent is kept: give a datum the term dpv:ConsentRecord, and an activity that has it a retention rule"
}

// A keeper applies the rules of a retention.
type keeper struct {
	Retention
	rules  *retention.Rules
	proofs []proof
}

// A proof is a datum with the proof of consent in an activity.
type proof struct {
	activity *policy.Activity
	datum    string
}

func newKeeper(r Retention) (*keeper, error) {
	switch {
	case r.Policy == nil:
		return nil, &InputError{"Policy"}
	case !r.At.IsValid():
		return nil, &InputError{"At"}
	}
	k := &keeper{Retention: r, rules: retention.Compile(r.Policy)}
	for i := range r.Policy.Activities {
		a := &r.Policy.Activities[i]
		for _, id := range a.Data {
			if d := r.Policy.Datum(id); d != nil && d.IsConsentRecord() {
				k.proofs = append(k.proofs, proof{a, id})
			}
		}
	}
	// Where no rule reaches the data, the rules have no entry for them.
	entries := k.rules.Look(nil, &retention.Events{}, r.At)
	for i := range entries {
		if slices.ContainsFunc(k.proofs, func(p proof) bool { return p.is(&entries[i]) }) {
			return k, nil
		}
	}
	return nil, &RuleError{r.Policy.ID}
}

// is reports whether the entry is about the proof.
func (p proof) is(e *retention.Entry) bool {
	return e.Activity == p.activity.ID && slices.Contains(e.Data, p.datum)
}

// of gives the proofs that the answers to a consent are: in the activities that
// name it, and in those that name none. A consent that the policy no longer has may
// have been any activity's.
func (k *keeper) of(consent string) []proof {
	if k.Policy.Consent(consent) == nil {
		return k.proofs
	}
	var list []proof
	for _, p := range k.proofs {
		if named := p.activity.Consents; len(named) == 0 || slices.Contains(named, consent) {
			list = append(list, p)
		}
	}
	return list
}

// ended gives the last day on which the record was of use for anything but proof.
// It is false while it is, and where it has no day.
func (k *keeper) ended(r *consent.Record) (date.Date, bool) {
	last, ok := k.day(r.At)
	switch {
	case r.Status.Counts() && (r.Until.IsZero() || !k.At.After(r.Until)):
		return date.Date{}, false
	case (r.Status.Counts() || r.Status == consent.Expired) && !r.Until.IsZero():
		return r.Until, true
	}
	return last, ok
}

// day gives the day of an instant. A leap second has none but where it was written.
func (k *keeper) day(at string) (date.Date, bool) {
	if t, err := time.Parse(time.RFC3339, at); err == nil && k.Zone != nil {
		return dayOf(t, k.Zone), true
	}
	return date.Parse(at[:min(len(at), len("2026-01-31"))])
}

// dayOf gives the day of an instant in a zone; nil for its own.
func dayOf(t time.Time, zone *time.Location) date.Date {
	if zone != nil {
		t = t.In(zone)
	}
	year, month, day := t.Date()
	return date.Date{Year: year, Month: int(month), Day: day}
}

// events tells what has happened to a history that ended on the day.
func (k *keeper) events(ctx context.Context, h History, last *consent.Record, end date.Date) (retention.Events, error) {
	var e retention.Events
	if k.Known != nil {
		known, err := k.Known(ctx, h)
		if err != nil {
			return e, err
		}
		e = known
	}
	e.Subject, e.Record = last.Subject, last.ID
	e.Happened = append(slices.Clip(e.Happened), retention.Event{Kind: policy.ConsentWithdrawn, On: end})
	if day, ok := k.day(last.At); ok {
		e.Happened = append(e.Happened, retention.Event{Kind: policy.Collection, On: day}, retention.Event{Kind: policy.LogEntry, On: day})
	}
	if a := h.Restricted; a != nil {
		day, _ := k.day(a.At)
		if a.Rule == "" {
			e.Holds = append(slices.Clip(e.Holds), retention.Hold{Reason: retention.Restriction, On: day})
		} else {
			e.Done = append(slices.Clip(e.Done), retention.Done{Rule: a.Rule, Action: retention.Restrict, On: day})
		}
	}
	return e, nil
}

// A standing is what the rules have come to with a history, the nearest to erasure
// first.
type standing int

const (
	toErase    standing = iota // its content is to go
	toRestrict                 // its content would have to go, but a public body has no decision
	undecided                  // the same, and it has been restricted
	toLeave                    // what is to be done is not for the log to do
	held                       // something stops it
	running                    // its time is not up
	unruled                    // no rule has begun
)

// standingOf says what an entry comes to.
func standingOf(e *retention.Entry) standing {
	switch {
	case e.State == retention.Idle:
		return unruled
	case e.State == retention.Held:
		return held
	case e.State == retention.Undecided:
		return undecided
	case e.State != retention.Ready:
		return running
	case e.Action == retention.Restrict:
		return toRestrict
	case e.Action == policy.Erase, e.Action == policy.Anonymise: // without its content, nothing of a record tells of a person
		return toErase
	}
	return toLeave
}

// judge says what the rules come to for an answer, by what has happened to it.
// Rules on the same data in one activity have been weighed against each other; but
// a log keeps one copy for all activities, so each must be done with it.
func (k *keeper) judge(events *retention.Events, proofs []proof) (retention.Entry, standing) {
	entries := k.entries(events)
	if len(proofs) == 0 {
		return retention.Entry{}, unruled
	}
	var verdict retention.Entry
	worst := toErase
	for _, p := range proofs {
		entry, best := nearest(entries, p)
		if best > worst || best == worst && !entry.Next.Before(verdict.Next) {
			verdict, worst = entry, best
		}
	}
	return verdict, worst
}

// entries gives how all rules stand. Where one is due, it says the first step of
// it, since the log cannot tell whether the host has done that.
func (k *keeper) entries(events *retention.Events) []retention.Entry {
	list := slices.DeleteFunc(k.rules.Look(nil, events, k.At), func(e retention.Entry) bool { return e.State == retention.Ready })
	due := k.rules.Plan(events, k.At)
	for i := range due {
		if i == 0 || due[i].Step <= due[i-1].Step {
			list = append(list, due[i].Entry)
		}
	}
	return list
}

// nearest gives the entry about the proof that is nearest to erasure.
func nearest(entries []retention.Entry, p proof) (retention.Entry, standing) {
	var entry retention.Entry
	best := unruled
	for i := range entries {
		if s := standingOf(&entries[i]); s < best && p.is(&entries[i]) {
			entry, best = entries[i], s
		}
	}
	return entry, best
}
