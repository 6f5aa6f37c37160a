package consent

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/date"
)

// longest is a length that no identity number has.
const longest = 20

// DecideOnDevice judges an answer that stays on the person's device, where nothing
// is known of the person but a pseudonym by chance, such as a random UUID. It gives
// what [Decide] puts into the record: the status, the last day on which the answer
// counts, and the reasons. It needs no table of ages and no check of identity
// numbers, so that a browser can carry it. It differs from Decide in that the person
// answers, the subject must be at least 20 letters and digits with hyphens
// between, and a yes to a question that children may be asked does not count, since
// nobody there knows their age.
func DecideOnDevice(q *Question, a *Answer) (Status, date.Date, []Reason) {
	subject := a.Person.Subject
	return judged(q, a, subject != "" && !IsByChance(subject), judge.anybody)
}

// anybody judges by what is asked alone, where nothing is known of the person.
func (j judge) anybody() {
	j.void(j.q.OfferedToChildren && !j.waiver, UnknownCountry)
	j.void(j.q.ByGuardian && !j.q.OfferedToChildren && !j.waiver, GuardianNeeded)
}

// IsByChance reports whether a subject can be a pseudonym by chance, such as a
// random UUID: it is of letters, digits and hyphens, and
// too long for an identity number.
func IsByChance(subject string) bool {
	n := 0
	for i := range len(subject) {
		c := subject[i]
		switch {
		case '0' <= c && c <= '9', 'a' <= c|0x20 && c|0x20 <= 'z':
			n++
		case c != '-':
			return false
		}
	}
	return n >= longest
}

// WriteAsked writes the members of a JSON object by which a device judges answers to
// the question: binds, the fingerprint of what is asked and those of earlier versions
// under which a yes still counts; and question, as a record keeps it.
func (q Question) WriteAsked(w *wire.Writer) {
	w.Key("binds").BeginArray()
	w.Raw(string(q.Fingerprint.AppendJSON(nil)))
	for _, f := range q.Earlier {
		w.Raw(string(f.AppendJSON(nil)))
	}
	w.EndArray()
	q.Fingerprint, q.Earlier = q.Fingerprint.In(q.Language), nil
	w.Key("question").Raw(string(q.AppendJSON(nil)))
}

// A Choice is what a device must keep of an answer to know whether it still holds.
type Choice struct {
	Status Status             // what the question has come to
	At     string             // the instant, as RFC 3339
	Until  date.Date          // the last day on which it counts; zero for no fixed time
	Agreed change.Fingerprint // what was agreed to, of [Question]
}

// Stands is [Stands] for an answer that stays on the person's device: against the
// fingerprint of what is asked now, and those of earlier versions under which a yes
// still counts.
func (c *Choice) Stands(now change.Fingerprint, earlier []change.Fingerprint, day date.Date) Standing {
	return c.stands(now, earlier, day, nil)
}
