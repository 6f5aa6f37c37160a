package rights

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A Request is what somebody asks of the controller. It holds nothing that
// names them.
type Request struct {
	Right      law.Right      // which right is used
	Received   date.Date      // the day on which it reached the controller, where the controller is
	Activities []string       // the activities that it is about, by id; none means all
	Data       []string       // the kinds of data that it is about, by id; none means all
	By         Asker          // who asks
	Age        int            // how old the person is whom the data are about, in years; 0 if not known
	Died       date.Date      // the day on which that person died; zero for the living
	Channel    policy.Channel // how it came; ByLogin shows who asks
	Facts      Facts          // what the controller found out
	Holidays   date.Holidays  // the public holidays where the controller acts; nil takes those of the policy's country
}

// An Asker is who makes a request.
type Asker string

// Who may make a request. The empty value means the person whom the data are about.
const (
	Self           Asker = ""               // the person, who is no child
	Guardian       Asker = "guardian"       // the holder of parental responsibility, for a child
	Child          Asker = "child"          // the child itself
	Representative Asker = "representative" // somebody with a power of attorney, or a body under GDPR Article 80
	Relative       Asker = "relative"       // somebody who asks about a person who died
)

// Facts are what the controller knows of a request and the program cannot. The
// zero Facts say nothing against it.
type Facts struct {
	Doubt        bool        // there are reasonable doubts about who asks (GDPR Article 12(6))
	Asked        date.Date   // the day on which the controller asked for proof, because of a doubt
	Proved       date.Date   // the day on which the proof came
	Unidentified bool        // the controller cannot tell which data are the person's (Article 11(2))
	Unfounded    bool        // manifestly unfounded or excessive, and the controller can show it (Article 12(5))
	Claims       bool        // the data are needed for legal claims (Articles 17(3)(e), 21(1))
	Entitled     bool        // the relative may ask for somebody who died, as the controller judges it
	FurtherCopy  bool        // a further copy is asked for (Article 15(3))
	Protected    bool        // the person has a protected identity: nobody else gets a copy before somebody has looked into it
	Told         date.Date   // the day on which the person was told that it takes longer, and why (Article 12(3))
	Earlier      []date.Date // the days of earlier requests for the same; counts under [law.PUL] only

	// What people have judged, by the id of the activity. It counts where the answer would be [Judged].
	Settled map[string]Outcome
}

// A Mistake is a request that cannot be assessed. It holds nothing of the request.
type Mistake string

// The mistakes.
const (
	NoRight    Mistake = "rights: there is no such right"                                                       // the right is none of law.Rights
	NoReceipt  Mistake = "rights: the day on which the request came is missing or no day"                       // Received is zero or no day
	NoDay      Mistake = "rights: the day of the assessment is no day, or comes before the request"             // the day is zero, no day or before Received
	NoActivity Mistake = "rights: the policy has no such activity"                                              // an id in Activities is not in the policy
	NoDatum    Mistake = "rights: the policy has no such kind of data"                                          // an id in Data is not in the policy
	NoAsker    Mistake = "rights: there is no such person who asks"                                             // By is none of the constants
	NotInOrder Mistake = "rights: days are not in order: request, question, proof"                              // a day in Facts is no day, or before what it follows
	NoOutcome  Mistake = "rights: what is settled is granted, partly or refused"                                // Settled has another word
	NoAge      Mistake = "rights: nobody has this age"                                                          // Age is below 0 or above 150
	NoRelative Mistake = "rights: a relative asks about somebody who died, and the day of the death is missing" // By is Relative and Died is zero
	NotAlive   Mistake = "rights: somebody who died before the request does not ask themselves"                 // By is the person, and Died is before Received
	NoPolicy   Mistake = "rights: there is no policy"                                                           // the document is nil
)

// Error says what is wrong.
func (m Mistake) Error() string { return string(m) }

// check gives the first mistake of the request, or nil.
func (r *Request) check(doc *policy.Document, at date.Date) error {
	if doc == nil {
		return NoPolicy
	}
	if _, ok := r.Right.Row(); !ok {
		return NoRight
	}
	switch {
	case !r.Received.IsValid():
		return NoReceipt
	case !at.IsValid() || at.Before(r.Received):
		return NoDay
	case r.Age < 0 || r.Age > 150:
		return NoAge
	}
	for _, id := range r.Activities {
		if activity(doc, id) == nil {
			return NoActivity
		}
	}
	for _, id := range r.Data {
		if doc.Datum(id) == nil {
			return NoDatum
		}
	}
	if err := r.checkAsker(); err != nil {
		return err
	}
	for id, o := range r.Facts.Settled {
		if activity(doc, id) == nil {
			return NoActivity
		}
		if o != Granted && o != Partly && o != Refused {
			return NoOutcome
		}
	}
	return r.Facts.check(r.Received)
}

func (r *Request) checkAsker() error {
	switch r.By {
	case Self, Child:
		if !r.Died.IsZero() && r.Died.Before(r.Received) {
			return NotAlive
		}
	case Relative:
		if !r.Died.IsValid() {
			return NoRelative
		}
	case Guardian, Representative:
	default:
		return NoAsker
	}
	return nil
}

// check holds the days against each other.
func (f *Facts) check(received date.Date) error {
	asked, proved := f.Asked, f.Proved
	switch {
	case asked.IsZero() && proved.IsZero():
	case !asked.IsValid() || asked.Before(received),
		!proved.IsZero() && (!proved.IsValid() || proved.Before(asked)):
		return NotInOrder
	}
	if !f.Told.IsZero() && (!f.Told.IsValid() || f.Told.Before(received)) {
		return NotInOrder
	}
	return nil
}

func activity(doc *policy.Document, id string) *policy.Activity {
	for i := range doc.Activities {
		if a := &doc.Activities[i]; id != "" && a.ID == id {
			return a
		}
	}
	return nil
}
