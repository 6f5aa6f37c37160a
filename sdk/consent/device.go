package consent

import "github.com/lagrum/lagrum/sdk/date"

// longest is a length that no identity number has.
const longest = 20

// DecideOnDevice is [Decide] for an answer that stays on the person's device,
// where nothing is known of the person but a pseudonym by chance: such as a
// cryptographically random UUID. It needs no table of ages and no check of identity
// numbers, so that a browser can carry it. It differs in two ways: the subject must
// be such a pseudonym, and a yes to a question that children may be asked does not
// count, since nobody there knows their age.
func DecideOnDevice(q Question, a Answer) Record {
	a.By, a.Person = Self, Person{Subject: a.Person.Subject}
	return decide(q, a, a.Person.Subject != "" && !byChance(a.Person.Subject), (*judge).anybody)
}

// anybody judges by what is asked alone, where nothing is known of the person.
func (j *judge) anybody() {
	if j.waiver {
		return
	}
	j.void(j.q.OfferedToChildren, UnknownCountry)
	j.void(j.q.ByGuardian && !j.q.OfferedToChildren, GuardianNeeded)
}

// byChance reports whether the subject is letters, digits and hyphens, and too
// long for an identity number.
func byChance(subject string) bool {
	n := 0
	for i := range len(subject) {
		c := subject[i]
		switch {
		case '0' <= c && c <= '9', 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			n++
		case c != '-':
			return false
		}
	}
	return n >= longest
}

// StandsOnDevice is [Stands] for the record of [DecideOnDevice].
func StandsOnDevice(r Record, now Question, day date.Date) Standing {
	return r.stands(&now, day, nil)
}
