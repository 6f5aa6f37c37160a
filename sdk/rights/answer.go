package rights

import (
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// An Answer is what the law and the policy say of a request. It holds nothing of
// the person.
type Answer struct {
	Right      law.Right     // which right
	Regime     law.ActID     // the data protection law that it is judged by
	Article    string        // the provision that grants it, in that law's own numbers; empty if the numbers are not known
	Outcome    Outcome       // what becomes of the request
	Bars       []Reason      // what stands against the request as a whole, or must be cleared up first
	Activities []Verdict     // each activity that the request is about, in the order of the policy
	Who        []Reason      // who may ask, and what must be shown; empty if the person asks
	Identity   []Reason      // how it is made sure who asks
	Fee        []Reason      // what it costs
	Limits     []Reason      // what the answer must leave out or mind
	Contents   []Reason      // what the answer must contain
	Recourse   []Reason      // where the person can turn
	Deadline   Deadline      // by when the person must be answered
	Own        *policy.Right // what the policy says of the right; nil if nothing
}

// A Verdict says how far the right reaches in one activity.
type Verdict struct {
	Activity string     // the activity's id
	Index    int        // its place in the policy
	Basis    law.Basis  // the legal basis; empty if the policy does not say or the law does not know it
	Extent   law.Extent // what the table of the law says of right and basis
	Outcome  Outcome    // what becomes of the request here
	Data     []string   // the kinds of data, by id, that the outcome is about: what is provided, erased or opened
	Stays    []string   // for erasure: the kinds of data that must be kept
	Reasons  []Reason   // why
}

// An Outcome is what becomes of a request.
type Outcome string

// The outcomes.
const (
	Granted Outcome = "granted" // it is to be done
	Partly  Outcome = "partly"  // a part of it is to be done
	Judged  Outcome = "judged"  // somebody must judge what no program can
	Refused Outcome = "refused" // the right does not apply, or a limit stands against it
)

// together is the outcome of a whole whose parts have these outcomes. As long as
// a part is to be judged, the whole is.
func together(parts []Verdict) Outcome {
	count := map[Outcome]int{}
	for i := range parts {
		count[parts[i].Outcome]++
	}
	switch n := len(parts); {
	case n == 0, count[Judged] > 0:
		return Judged
	case count[Granted] == n:
		return Granted
	case count[Refused] == n:
		return Refused
	}
	return Partly
}

// Refuses reports whether the person must be told why not all is done
// (GDPR Article 12(4)).
func (a *Answer) Refuses() bool { return a.Outcome == Refused || a.Outcome == Partly }

// Reasons lists everything that the answer rests on, in the order of a letter.
func (a *Answer) Reasons() []Reason {
	var list []Reason
	list = append(list, a.Bars...)
	for i := range a.Activities {
		list = append(list, a.Activities[i].Reasons...)
	}
	for _, part := range [][]Reason{a.Who, a.Identity, a.Fee, a.Limits, a.Contents, a.Recourse, a.Deadline.Steps} {
		list = append(list, part...)
	}
	return list
}
