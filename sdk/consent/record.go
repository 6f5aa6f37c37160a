package consent

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A Record is one version of what is known of one person's answer to one
// question: enough to prove it (GDPR Article 7(1)), and no more (Articles 5(1)(c)
// and 11). It holds no name, no address, no day of birth and no identity number;
// the host knows the person by the pseudonym.
//
// A record is never changed. What happens later makes another version: see
// [Record.Withdraw] and its like, and [History].
type Record struct {
	ID      string // names the history, in all its versions; the host's, and nothing that can be guessed from another
	Version int    // 1 for the first
	Status  Status // what the question has come to
	Subject string // the pseudonym of the person
	At      string // the instant of this version, as RFC 3339
	// The instant of the answer that it is about, which a later version keeps; empty in a request.
	Answered string

	Question Question // what was asked, as it stood; without the fingerprints of earlier versions
	Said     string   // the words in which staff asked; may be empty

	Act       policy.ConsentAct // by which act the answer was given; empty in a request
	Interface string            // what showed the question
	By        Actor             // who answered, or who acted in this version
	Staff     Noted             // how staff noted it; zero for an answer on a page
	Guardian  Guardian          // what shows that a guardian is one
	Until     date.Date         // the last day on which it counts; zero for no fixed time
	Reasons   []Reason          // why it does not count, and what to look after

	// The hash of the token with which the person withdraws without logging in; empty if there is none. The
	// token itself is in the person's receipt alone.
	Token string
}

// record gives what an answer leaves behind, before it is judged. It shares
// nothing with the form, which may serve many. Of the fingerprint it keeps the
// words of the language that the person read. A subject that names the person is
// left out.
func record(q Question, a Answer, named bool) Record {
	q.Earlier = nil
	q.Fingerprint = q.Fingerprint.In(q.Language)
	r := Record{
		Version: 1, At: a.At, Answered: a.At, Question: q, Said: a.Said, Act: a.Act, Interface: a.Interface,
		By: a.By, Staff: a.Staff, Guardian: a.Guardian,
	}
	if r.By == "" {
		r.By = Self
	}
	if !named {
		r.Subject = a.Person.Subject
	}
	return clone(r)
}

// Request gives the record that the question was put, at the instant, and not
// answered yet.
func Request(q Question, subject, at string) Record {
	r := record(q, Answer{At: at, Person: Person{Subject: subject}}, identifies(subject))
	r.Status, r.By, r.Answered = Requested, "", ""
	return r
}

// Withdraw gives the version in which the yes is taken back (Article 7(3)), at
// the instant, by the person or a guardian. It is false, and gives the record as
// it is, if there is no yes to take back: withdrawing twice is withdrawing once.
// A yes that did not count can be taken back all the same.
func (r Record) Withdraw(at string, by Actor) (Record, bool) {
	if !r.Status.CanWithdraw() {
		return r, false
	}
	return r.next(Withdrawn, at, by), true
}

// Expire gives the version in which the time of a yes has passed. It is false
// if on the day of the instant it has not, or there is none.
func (r Record) Expire(at string) (Record, bool) {
	day, ok := dayOf(at)
	if !ok || !r.Status.Counts() || r.Until.IsZero() || !day.After(r.Until) {
		return r, false
	}
	return r.next(Expired, at, ""), true
}

// Invalidate gives the version in which a yes is found not to count, for the
// reasons. It is false if there is none.
func (r Record) Invalidate(at string, reasons ...Reason) (Record, bool) {
	if !r.Status.Counts() {
		return r, false
	}
	next := r.next(Invalidated, at, "")
	next.Reasons = reasons
	return clone(next), true
}

// Follow gives the answer as the next version of the history that last stands
// at the earlier record: a yes after a yes is [Renewed], and a no after a yes
// [Withdrawn]. The token stays, so that the link in an older receipt still leads
// to the person's choice.
func (r Record) Follow(earlier Record) Record {
	r = clone(r)
	r.ID, r.Version, r.Token = earlier.ID, earlier.Version+1, earlier.Token
	r.Status = r.Status.After(earlier.Status)
	return r
}

func (r Record) next(s Status, at string, by Actor) Record {
	r = clone(r)
	r.Version++
	r.Status, r.At, r.By, r.Reasons = s, at, by, nil // Answered stays
	return r
}

// dropReason says why what rests on the consent may not be kept: it was not
// given, or was given in a way that does not count.
func (r *Record) dropReason() form.DropReason {
	if r.Status == Invalidated {
		return form.ConsentVoid
	}
	return form.NoConsent
}
