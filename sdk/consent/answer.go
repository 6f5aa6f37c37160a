package consent

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// An Answer is what somebody did about a question of consent. The zero value of
// each field stands for what the host does not know.
type Answer struct {
	Yes bool              // whether it was a yes
	Act policy.ConsentAct // the act by which it was given; empty stands for none, as for silence
	At  string            // the instant as RFC 3339 with seconds and offset: 2026-01-31T12:00:00+01:00

	Shown     string // the hash of what the person was shown with the question; see [form.Consent.Sum]
	Said      string // the words in which staff asked, where the policy has no statement; for an oral consent
	Interface string // what showed the question, with its version: "enrolment page 3"
	Preset    bool   // whether the control stood on yes before the person touched it
	With      string // what else the same act did, such as "terms", "enrolment" or "account"; empty if nothing
	Condition bool   // whether a no would have kept the person from what they came for
	Steps     Steps  // how many steps it takes to answer

	By       Actor    // who answered
	Staff    Noted    // how staff noted it, for an answer that no page recorded
	Guardian Guardian // how a guardian was told for one; for an answer by a guardian
	Person   Person   // whom the answer is about
}

// Steps counts what a person must do: clicks, pages, messages. Zero stands for
// not known.
type Steps struct {
	Yes, No  int // to say yes, and to say no
	Withdraw int // to take a yes back
}

// An Actor is who answers.
type Actor string

// The actors. The empty value stands for the person.
const (
	Self       Actor = "self"     // the person whom it is about
	ByGuardian Actor = "guardian" // one holder of parental responsibility
	ByBoth     Actor = "both"     // all holders of parental responsibility
	ByChild    Actor = "jointly"  // the child together with a holder of parental responsibility
	ByProxy    Actor = "proxy"    // another adult, such as an employer who enrols staff
)

// known reports whether it is one of the actors, or nobody in particular.
func (a Actor) known() bool {
	switch a {
	case "", Self, ByGuardian, ByBoth, ByChild, ByProxy:
		return true
	}
	return false
}

// Noted says how staff recorded an answer that was told, mailed or signed.
type Noted struct {
	Channel policy.Channel // how it came: phone, email, paper
	By      string         // who noted it: a pseudonym or function of the organiser's own, never a name
	Proof   string         // where the proof is, such as the number of a file; may be empty
}

// Guardian says what shows that a guardian is one (GDPR Article 8(2)).
type Guardian struct {
	// The means: "email-loop", "eid", "register", "in-person" or another word of the host's own.
	Verified string
}

// A Person is whom an answer is about.
type Person struct {
	Subject string    // the pseudonym under which the host knows the person; never an e-mail address or identity number
	Born    date.Date // the day of birth, to find the age; zero if it is not known. It is not recorded
	Country string    // where the person lives, as ISO 3166-1 alpha-2; empty if it is not known
}
