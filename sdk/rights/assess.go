package rights

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Assess works out what is to be answered to a request under the policy, as
// things stand on the day: whether the right applies, activity by activity, what
// it costs, what the answer must contain and mind, and by when it is due. Law is
// looked up on the day on which the request came.
//
// A policy that transcribes a published notice is judged by the law and not by
// what it states: a right that a notice forgets is there all the same.
//
// An error is a [Mistake]: the request cannot be assessed. That a right does not
// apply is an answer.
func Assess(doc *policy.Document, r Request, at date.Date) (Answer, error) {
	if err := r.check(doc, at); err != nil {
		return Answer{}, err
	}
	s := &assessment{doc: doc, req: &r, at: at}
	a := Answer{Right: r.Right, Regime: doc.Regime, Article: article(doc, r.Right), Own: ownRight(doc, r.Right)}
	for i := range doc.Activities {
		if s.concerns(&doc.Activities[i]) {
			a.Activities = append(a.Activities, s.settled(s.verdict(i)))
		}
	}
	a.Outcome = together(a.Activities)
	a.Bars = s.bars(&a)
	a.Who = s.who()
	a.Identity = s.identity()
	a.Fee = s.fee()
	a.Limits = s.limits(&a)
	a.Recourse = s.recourse()
	a.Contents = s.contents(&a)
	a.Deadline = s.deadline()
	return a, nil
}

// settled is a verdict with what people have judged. The reasons stay: they say
// what was judged.
func (s *assessment) settled(v Verdict) Verdict {
	o, ok := s.req.Facts.Settled[v.Activity]
	if !ok || v.Outcome != Judged {
		return v
	}
	v.Outcome = o
	if o == Refused {
		v.Data = nil
	}
	if o == Granted && len(v.Stays) > 0 {
		v.Outcome = Partly // a statute still holds the rest
	}
	return v
}

// An assessment is the work on one request.
type assessment struct {
	doc *policy.Document
	req *Request
	at  date.Date
}

// concerns reports whether the request is about the activity: named, or with
// data that are named.
func (s *assessment) concerns(a *policy.Activity) bool {
	if len(s.req.Activities) > 0 && !slices.Contains(s.req.Activities, a.ID) {
		return false
	}
	return len(s.req.Data) == 0 || len(s.data(a)) > 0
}

// data lists the activity's personal data that the request is about.
func (s *assessment) data(a *policy.Activity) []string {
	var list []string
	for _, id := range a.Data {
		d := s.doc.Datum(id)
		if d == nil || d.Anonymous || d.Transient != nil {
			continue
		}
		if len(s.req.Data) == 0 || slices.Contains(s.req.Data, id) {
			list = append(list, id)
		}
	}
	return list
}

// controllers lists who is controller of the activity, in any scope.
func (s *assessment) controllers(a *policy.Activity) []*policy.Party {
	ids := slices.Clone(a.Controllers)
	for i := range s.doc.Scopes {
		if scope := &s.doc.Scopes[i]; a.ControllerPer != "" && scope.Kind == a.ControllerPer {
			ids = append(ids, scope.Controllers...)
		}
	}
	var list []*policy.Party
	for _, id := range ids {
		if p := s.doc.Party(id); p != nil && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	return list
}

// isPublic reports whether a controller of the activity is a public authority,
// or part of one.
func (s *assessment) isPublic(a *policy.Activity) bool {
	for _, p := range s.controllers(a) {
		for depth := 0; p != nil && depth < 10; depth++ { // a circle is a finding of lint
			if p.PublicAuthority {
				return true
			}
			p = s.doc.Party(p.PartOf)
		}
	}
	return false
}

// anyPublic reports whether an activity of the request is that of a public authority.
func (s *assessment) anyPublic() bool {
	return slices.ContainsFunc(s.doc.Activities, func(a policy.Activity) bool { return s.concerns(&a) && s.isPublic(&a) })
}

// bars lists what stands against the request as a whole, and sets the outcome by it.
func (s *assessment) bars(a *Answer) []Reason {
	var list []Reason
	refuse := func(r Reason) { list, a.Outcome = append(list, r), Refused }
	if r, ok := s.wrongTime(); ok {
		list, a.Outcome = append(list, r), Judged
	}
	if r, ok := s.dead(); ok {
		refuse(r)
	} else if s.req.By == Relative && !s.req.Facts.Entitled {
		list, a.Outcome = append(list, s.byRelative()), Judged
	}
	f := &s.req.Facts
	switch {
	case s.req.By == Guardian && s.req.Age >= 18:
		refuse(s.reason(OfAge, "12(2)"))
	case s.req.Right == law.Complaint || s.req.Right == law.WithdrawConsent:
		return list
	}
	if f.Protected && s.opens() && !s.isOwn() && a.Outcome != Refused { // said as to anybody: the protection is confidential too
		list, a.Outcome = append(list, s.reason(Doubt, "12(6)")), Judged
	}
	if f.Unidentified && s.identifies() {
		refuse(s.reason(Unidentified, "11(2)"))
	}
	if f.Unfounded && !s.isPUL() {
		refuse(s.reason(Unfounded, "12(5)"))
	}
	if s.isPUL() && s.req.Right == law.Access && slices.ContainsFunc(f.Earlier, s.sameYear) {
		refuse(s.reason(ThisYear, "15"))
	}
	return list
}

// opens reports whether the answer opens data to whoever asks.
func (s *assessment) opens() bool {
	return s.req.Right == law.Access || s.req.Right == law.Portability
}

// isOwn reports whether the person asks, and nobody for them.
func (s *assessment) isOwn() bool { return s.req.By == Self || s.req.By == Child }

// identifies reports whether the right falls away where nobody can tell whose
// data they are: Articles 15 to 20.
func (s *assessment) identifies() bool {
	switch s.req.Right {
	case law.Access, law.Rectification, law.Erasure, law.Restriction, law.Notification, law.Portability:
		return !s.isPUL()
	}
	return false
}

func (s *assessment) sameYear(earlier date.Date) bool {
	return earlier.IsValid() && earlier.Year == s.req.Received.Year && earlier.Before(s.req.Received)
}

// isPUL reports whether the law is personuppgiftslagen, which has rules of its own.
func (s *assessment) isPUL() bool { return s.doc.Regime == law.PUL }

// article is the GDPR's number of the right that is used.
func (s *assessment) article() string {
	row, _ := s.req.Right.Row()
	return row.GDPR[0]
}

// wrongTime tells that the law of the policy did not apply when the request came.
func (s *assessment) wrongTime() (Reason, bool) {
	act, ok := law.Find(s.doc.Regime)
	if !ok || act.InForce(s.req.Received) {
		return Reason{}, false
	}
	name := policy.Text{locale.Any: act.Title}
	for row := range law.RegimeNames() {
		if row.Act == act.ID {
			name[locale.Tag(row.Lang)] = row.Text
		}
	}
	if !act.To.IsZero() && s.req.Received.After(act.To) {
		return plain(Repealed, Arg{Name: "act", Text: name}, day("day", act.To)), true
	}
	return plain(NotYet, Arg{Name: "act", Text: name}, day("day", act.From)), true
}
