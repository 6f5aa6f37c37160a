package consent

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/date"
)

// A Standing says whether a consent may be relied on, and whether to ask.
type Standing struct {
	Counts  bool     // whether it may be relied on today
	Ask     bool     // whether the person may be asked, or must be asked again
	Reasons []Reason // why not, or why; warnings among them
}

// usualMonths is after how long a yes without a fixed time is to be asked for
// again, and pauseMonths how long a no is respected. The law sets neither; the
// first is common advice (EDPB Guidelines 05/2020 point 111 asks for suitable
// intervals), the second stood in a draft (COM(2025) 837, Article 88a) that the
// Council deleted.
const usualMonths, pauseMonths = 24, 6

// Stands says how a record stands on the day against the question as it is now
// asked: whether what was agreed to still is what is done (GDPR recital 42, EDPB
// Guidelines 05/2020 points 110 and 111), and whether its time has passed. Born
// is the day of birth, where age counts; zero if it is not known. A yes of a day
// to come is none yet.
func Stands(r Record, now Question, day, born date.Date) Standing {
	c := Choice{Status: r.Status, At: r.At, Until: r.Until, Agreed: r.Question.Fingerprint}
	s := c.stands(now.Fingerprint, now.Earlier, day, r.ofAge(&now, day, born))
	if !s.Counts && r.Status != Refused && r.Status != Withdrawn && !r.Status.Counts() {
		s.Reasons = append(s.Reasons, r.Reasons...)
	}
	return s
}

// stands says how an answer stands, with what follows from age.
func (c *Choice) stands(now change.Fingerprint, earlier []change.Fingerprint, day date.Date, age []Reason) Standing {
	switch {
	case c.Status.Counts() && !c.toCome(day):
		return c.counts(now, earlier, day, age)
	case c.Status == Refused || c.Status == Withdrawn:
		return c.refused(day)
	}
	return Standing{Ask: true, Reasons: []Reason{{Code: NotGiven, Voids: true}}}
}

// toCome reports whether the answer is of a day after the one that is asked about.
func (c *Choice) toCome(day date.Date) bool {
	given, ok := dayOf(c.At)
	return ok && given.After(day)
}

func (c *Choice) counts(now change.Fingerprint, earlier []change.Fingerprint, day date.Date, age []Reason) Standing {
	var s Standing
	what := c.changed(now, earlier)
	past := !c.Until.IsZero() && day.After(c.Until)
	if what != "" {
		s.Reasons = append(s.Reasons, Reason{Code: Changed, Voids: true, Args: args(arg("what", what))})
	}
	if past {
		s.Reasons = append(s.Reasons, Reason{Code: PastExpiry, Voids: true, Args: args(arg("day", c.Until.String()))})
	}
	given, _ := dayOf(c.At)
	if c.Until.IsZero() && given.IsValid() && !given.AddMonths(usualMonths).After(day) {
		s.Reasons = append(s.Reasons, Reason{Code: Old, Args: args(number("months", usualMonths))})
	}
	s.Reasons = append(s.Reasons, age...)
	s.Counts = what == "" && !past
	s.Ask = len(s.Reasons) > 0
	return s
}

// ofAge tells where a guardian gave the consent of a child who can now decide
// alone.
func (r *Record) ofAge(now *Question, day, born date.Date) []Reason {
	if !byGuardian(r.By) || !r.Question.OfferedToChildren {
		return nil
	}
	limit, known := AgeOfConsent(now.Country, now.Country, day)
	years, aged := AgeOn(born, day)
	if !known || !aged || years < limit {
		return nil
	}
	return []Reason{{Code: OfAge, Args: args(number("age", limit))}}
}

// changed names what is not any more as it was agreed to; empty if all is, or
// if the policy says that such a yes still counts.
func (c *Choice) changed(now change.Fingerprint, earlier []change.Fingerprint) string {
	differs := c.Agreed.Differs(now)
	if len(differs) == 0 {
		return ""
	}
	for i := range earlier {
		if c.Agreed.Agrees(earlier[i]) {
			return ""
		}
	}
	var what []string
	for _, of := range differs {
		kind := kindOf(of)
		if !slices.Contains(what, kind) {
			what = append(what, kind)
		}
	}
	return strings.Join(what, " ")
}

// kindOf gives the kind of thing that a part of a fingerprint is of: the word that it
// begins with. What stands behind it depends on who read the fingerprint.
func kindOf(part string) string {
	n := 0
	for n < len(part) && 'a' <= part[n] && part[n] <= 'z' {
		n++
	}
	return part[:n]
}

// refused says how long a no is respected.
func (c *Choice) refused(day date.Date) Standing {
	s := Standing{Ask: true, Reasons: []Reason{{Code: NotGiven, Voids: true}}}
	if at, ok := dayOf(c.At); ok && day.Before(at.AddMonths(pauseMonths)) {
		s.Ask = false
		s.Reasons = append(s.Reasons, Reason{Code: AskedTooOft, Args: args(number("months", pauseMonths))})
	}
	return s
}
