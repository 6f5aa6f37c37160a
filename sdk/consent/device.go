package consent

import (
	"slices"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// longest is a length that no identity number has.
const longest = 20

// A Prepared is a question to which answers stay on the person's device, where
// nothing is known of the person but a pseudonym by chance, such as a random UUID. What
// follows from the question alone has been worked out, so that a browser need carry
// neither the question nor the rules about questions.
type Prepared struct {
	Sum     string      // the hash of what is shown, of [Question]
	Expires date.Period // after how long it is asked again; zero for no fixed time
	Reasons []Reason    // what speaks against any yes to it, or is to be looked after
}

// Prepare works out what can be said of a yes to the question that is given by
// ticking, before anybody gives it. Nobody on a device knows how old the person is, so
// that a question which children may be asked is void there, and so is one that a
// guardian must answer.
func (q *Question) Prepare() Prepared {
	_, _, reasons := judged(q, &Answer{
		Yes: true, Act: policy.ByTicking, At: "2000-01-01T00:00:00Z", Shown: q.Sum, Interface: "device", Person: Person{Subject: "device"},
	}, false, judge.anybody)
	return Prepared{Sum: q.Sum, Expires: q.Expires, Reasons: reasons}
}

// Decide judges an answer. It gives what [Decide] puts into the record: the status,
// the last day on which the answer counts, and the reasons, those of the answer
// alone: the others are in p. The person must give it by ticking, and the subject be at least
// 20 letters and digits with hyphens between.
func (p *Prepared) Decide(a *Answer) (Status, date.Date, []Reason) {
	if !a.Yes {
		return Refused, date.Date{}, nil
	}
	day, timed := dayOf(a.At)
	var v verdict
	v.void(a.Act != policy.ByTicking, NotActive, arg("act", string(a.Act)))
	v.void(a.Person.Subject == "", NotProved, arg("item", "subject"))
	v.void(!timed, NotProved, arg("item", "time"))
	v.void(a.Interface == "", NotProved, arg("item", "interface"))
	v.void(a.Shown == "", NotProved, arg("item", "text"))
	v.void(a.Shown != "" && a.Shown != p.Sum, OtherText)
	v.void(a.Person.Subject != "" && !IsByChance(a.Person.Subject), NotPseudonym)
	switch {
	case len(v.reasons) > 0 || slices.ContainsFunc(p.Reasons, func(x Reason) bool { return x.Voids }):
		return Invalidated, date.Date{}, v.reasons
	case p.Expires.IsZero():
		return Given, date.Date{}, nil
	}
	return Given, day.Add(p.Expires), nil
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
// the question: sum, expires and reasons, of [Prepared]; agreed, the fingerprint that a yes
// is kept with; and binds: the fingerprint of what is asked in all languages, and those
// of earlier versions under which a yes still counts.
func (q *Question) WriteAsked(w *wire.Writer) {
	p := q.Prepare()
	w.Key("sum").String(p.Sum)
	if !p.Expires.IsZero() {
		w.Key("expires").String(p.Expires.String())
	}
	writeReasons(w, p.Reasons)
	agreed := q.Fingerprint.In(q.Language)
	w.Key("agreed").Raw(string(agreed.AppendJSON(nil)))
	w.Key("binds").BeginArray()
	w.Raw(string(q.Fingerprint.AppendJSON(nil)))
	for _, f := range q.Earlier {
		w.Raw(string(f.AppendJSON(nil)))
	}
	w.EndArray()
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
