package main

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// A life makes up what happens to people, and carries out what is due.
type life struct {
	strands  []strand
	from, to date.Date
	sum      *tally
	dice     dice

	joined, left date.Date
	ahead        []retention.Event // what will happen, by day
	events       retention.Events
}

// A strand is a part of a policy whose data no rule of another part is on: an
// activity or, where the longest rule decides across activities, all of them.
type strand struct {
	doc   *policy.Document
	rules *retention.Rules
}

// strandsOf takes a policy apart.
func strandsOf(doc *policy.Document) []strand {
	if doc.RetentionCombination == policy.LongestWins {
		return []strand{{doc, retention.Compile(doc)}}
	}
	var list []strand
	for i := range doc.Activities {
		part := *doc
		part.Activities, part.Retention = doc.Activities[i:i+1], nil
		for k := range doc.Retention {
			if slices.Contains(doc.Activities[i].Retention, doc.Retention[k].ID) {
				part.Retention = append(part.Retention, doc.Retention[k])
			}
		}
		list = append(list, strand{&part, retention.Compile(&part)})
	}
	return list
}

// Dice give numbers that look like chance: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
type dice struct{ state uint64 }

func (d *dice) below(n int) int {
	d.state += 0x9E3779B97F4A7C15
	z := d.state
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return int((z ^ z>>31) >> 1 % uint64(n))
}

// once reports whether something that happens once in so many times happens.
func (d *dice) once(in int) bool { return d.below(in) == 0 }

// live makes up one person and lets the years go by.
func (l *life) live(seed uint64) {
	l.dice = dice{seed}
	l.joined = l.from.AddDays(l.dice.below(l.from.DaysUntil(l.to)))
	l.left = l.joined.AddDays(l.dice.below(12 * 365))
	l.events.Holds = l.events.Holds[:0]
	if l.dice.once(50) {
		on := l.someDay()
		l.events.Holds = append(l.events.Holds, retention.Hold{Reason: retention.LegalClaim, On: on, Until: on.AddDays(30 + l.dice.below(1000))})
	}
	for i := range l.strands {
		l.pass(&l.strands[i])
	}
}

// pass lets the years go by for one strand.
func (l *life) pass(s *strand) {
	l.makeUp(s.doc)
	l.events.Happened, l.events.Done, l.events.Groups = l.events.Happened[:0], l.events.Done[:0], l.events.Groups[:0]
	for i := range s.doc.Retention {
		if r := &s.doc.Retention[i]; !r.Only.IsZero() && l.dice.once(3) {
			l.events.Groups = append(l.events.Groups, r.ID)
		}
	}
	for i := range l.ahead {
		l.happen(s.doc, l.ahead[i])
		next := l.to
		if i+1 < len(l.ahead) {
			next = l.ahead[i+1].On.AddDays(-1)
		}
		for day := range s.rules.Days(&l.events, l.ahead[i].On, next) {
			l.note(s.doc, day)
		}
	}
}

// note counts what is done on a day.
func (l *life) note(doc *policy.Document, day retention.Day) {
	for i := range day.Due {
		d := &day.Due[i]
		last := d.Step == len(doc.RetentionRule(d.Rule).Stages) && d.Action != retention.Restrict
		l.sum.note(d, day.On, last)
	}
}

// happen adds an event, in the place of the one before of its kind.
func (l *life) happen(doc *policy.Document, e retention.Event) {
	i := slices.IndexFunc(l.events.Happened, func(o retention.Event) bool {
		return o.Kind == e.Kind && o.Rule == e.Rule && o.Activity == e.Activity
	})
	if i < 0 {
		l.events.Happened = append(l.events.Happened, e)
	} else {
		l.events.Happened[i] = e
	}
	l.events.Done = slices.DeleteFunc(l.events.Done, func(d retention.Done) bool {
		return d.Activity == e.Activity && d.On.Before(e.On) && triggered(doc.RetentionRule(d.Rule), e)
	})
}

// triggered reports whether the event begins the rule anew.
func triggered(r *policy.Retention, e retention.Event) bool {
	return e.Rule == r.ID || e.Rule == "" && r.Trigger == e.Kind
}

// makeUp makes up what will happen: for each activity and each rule of it, the
// events of its trigger while the person is there.
func (l *life) makeUp(doc *policy.Document) {
	l.ahead = l.ahead[:0]
	for i := range doc.Activities {
		a := &doc.Activities[i]
		if l.dice.once(3) { // the person has nothing to do with it
			continue
		}
		for _, id := range a.Retention {
			if r := doc.RetentionRule(id); r != nil {
				l.trigger(r, a)
			}
		}
	}
	slices.SortStableFunc(l.ahead, func(a, b retention.Event) int { return a.On.Compare(b.On) })
}

func (l *life) trigger(r *policy.Retention, a *policy.Activity) {
	e := retention.Event{Kind: r.Trigger, Activity: a.ID, On: l.left}
	switch r.Trigger {
	case policy.LastLogin:
		for e.On = l.joined; e.On.Before(l.left); e.On = e.On.AddDays(1 + l.dice.below(l.pause())) {
			l.plan(e)
		}
	case policy.ConsentWithdrawn, policy.Request:
		if e.On = l.someDay(); l.dice.once(6) {
			l.plan(e)
		}
	case policy.AccountClosed, policy.RelationEnd, policy.SchoolLeave:
		if r.Trigger != policy.AccountClosed || l.dice.once(4) {
			l.plan(e)
		}
	case policy.OtherTrigger, "":
		e.Kind, e.Rule = policy.OtherTrigger, r.ID
		e.On = l.someDay()
		l.plan(e)
	default:
		for range 1 + l.dice.below(3) {
			e.On = l.someDay()
			l.plan(e)
		}
	}
}

// pause is how long people stay away: most come again soon, some after years.
func (l *life) pause() int {
	if l.dice.once(12) {
		return 1800
	}
	return 200
}

// plan adds an event that lies within the years.
func (l *life) plan(e retention.Event) {
	if e.On.Before(l.to) {
		l.ahead = append(l.ahead, e)
	}
}

// someDay is a day on which the person was there.
func (l *life) someDay() date.Date {
	return l.joined.AddDays(l.dice.below(1 + l.joined.DaysUntil(l.left)))
}
