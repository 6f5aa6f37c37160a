package rights

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// dead tells that the law does not cover data on somebody who died, or no longer.
// The GDPR covers the living (Article 4(1), recital 27); national law may go on.
func (s *assessment) dead() (Reason, bool) {
	if !s.hasDied() {
		return Reason{}, false
	}
	p, until, ok := s.coversDead()
	switch {
	case !ok:
		return s.reason(Dead, "4(1)"), true
	case s.req.Received.After(until):
		r := plain(DeadSince, day("day", until))
		r.Law = []Citation{onProvision(&p)}
		return r, true
	}
	return Reason{}, false
}

func (s *assessment) hasDied() bool {
	return s.req.Died.IsValid() && !s.req.Died.After(s.req.Received)
}

// coversDead gives the provision of the country that goes on after death, and the
// last day on which it does. The institutions of the Union follow no national law.
func (s *assessment) coversDead() (p law.Provision, until date.Date, ok bool) {
	if s.doc.Regime != law.GDPR {
		return p, until, false
	}
	for p = range law.ProvisionsOn(s.doc.Jurisdiction, law.MatterDead, s.req.Received) {
		if period, read := date.ParsePeriod(p.Period); read {
			return p, s.req.Died.Add(period), true
		}
	}
	return p, until, false
}

// who tells who may ask, and what must be shown. Nobody needs to be told of the
// person's own right.
func (s *assessment) who() []Reason {
	switch {
	case s.req.By == Relative:
		return s.relative()
	case s.req.By == Guardian && s.req.Age < 18:
		list := []Reason{s.reason(ByGuardian, "12(6)")}
		if s.req.Right == law.Access || s.req.Right == law.Portability {
			list = append(list, s.reason(ChildHeard, s.othersArticle()))
		}
		return list
	case s.req.By == Child:
		return []Reason{s.reason(ByChild, "12(1)")}
	case s.req.By == Representative:
		return []Reason{s.reason(Mandate, "12(6)")}
	}
	return nil
}

// byRelative tells that the law which covers the dead does not say who may ask.
func (s *assessment) byRelative() Reason {
	r := plain(ByRelative)
	if p, _, ok := s.coversDead(); ok {
		r.Law = []Citation{onProvision(&p)}
	}
	return r
}

func (s *assessment) relative() []Reason {
	p, until, ok := s.coversDead()
	if !ok || s.req.Received.After(until) {
		return nil
	}
	r := plain(DeadUntil, day("day", until))
	r.Law = []Citation{onProvision(&p)}
	return []Reason{r}
}

// othersArticle is the GDPR's provision on the rights of others.
func (s *assessment) othersArticle() string {
	if s.req.Right == law.Portability {
		return "20(4)"
	}
	return "15(4)"
}

// identity tells how it is made sure who asks, with no more than is needed
// (Articles 12(6) and 5(1)(c)). To complain or to be informed takes no proof.
func (s *assessment) identity() []Reason {
	switch s.req.Right {
	case law.Information, law.Complaint:
		return nil
	}
	if s.req.Channel == policy.ByLogin && !s.req.Facts.Doubt {
		return []Reason{s.reason(LoggedIn, "12(6)")}
	}
	list := []Reason{s.reason(KnownContact, "12(6)")}
	if s.req.Facts.Doubt {
		list = append(list, s.reason(Doubt, "12(6)"))
	}
	if s.holdsNumber() {
		list = append(list, s.reason(NumberHeld, "5(1)(c)"))
	} else {
		list = append(list, s.reason(NumberNotHeld, "5(1)(c)"))
	}
	return append(list, s.reason(NoCopy, "5(1)(c)"))
}

// holdsNumber reports whether an activity of the request keeps an identity number.
func (s *assessment) holdsNumber() bool {
	return slices.ContainsFunc(s.doc.Activities, func(a policy.Activity) bool {
		return s.concerns(&a) && slices.ContainsFunc(s.data(&a), func(id string) bool {
			return s.doc.Datum(id).NationalNumber != ""
		})
	})
}

// fee tells what it costs.
func (s *assessment) fee() []Reason {
	if s.isPUL() {
		if s.req.Right == law.Access {
			return []Reason{s.reason(OnceAYear, "15")}
		}
		return nil
	}
	if !s.knowsLaw() || s.req.Right == law.Complaint {
		return nil
	}
	list := []Reason{s.reason(Free, "12(5)")}
	if s.req.Right == law.Access && s.req.Facts.FurtherCopy {
		list = append(list, s.reason(FurtherCopies, "15(3)"))
	}
	if s.req.Facts.Unfounded && s.req.Right != law.WithdrawConsent {
		list = append(list, s.reason(UnfoundedFee, "12(5)"))
	}
	return list
}
