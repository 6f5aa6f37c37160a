package core

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// maxSteps bounds how many steps are counted.
const maxSteps = 1 << 20

// decide decides an answer to a question of consent. The request has the form and
// field, or question; and answer: an object with yes, act, at, shown, said, interface,
// preset, with, condition, steps (yes, no, withdraw), by, staff (channel, by, proof),
// guardian (verified) and person (subject, born, country). Where the person answered
// before, it has earlier: the record of that. What comes back has record.
func (r *request) decide() []byte {
	q := r.question()
	if !r.blame("answer", r.Get("answer").Kind == wire.Object) || r.fault != "" {
		return nil
	}
	record := consent.Decide(q, answer(r.Get("answer")))
	if earlier := r.Get("earlier"); earlier.Kind == wire.Object {
		record = record.Follow(consent.ReadRecordNode(earlier))
	}
	return wire.NewWriter(nil).BeginObject().Key("record").Raw(string(record.AppendJSON(nil))).EndObject().Bytes()
}

// stands says how a record stands on the day against the question as it is now
// asked. The request has record, day, the form and field or question, and may have
// born. What comes back has counts, ask and reasons.
func (r *request) stands() []byte {
	q, day := r.question(), r.day("day")
	n := r.Get("record")
	if !r.blame("record", n.Kind == wire.Object) || r.fault != "" {
		return nil
	}
	born, _ := date.Parse(r.StrOf("born"))
	s := consent.Stands(consent.ReadRecordNode(n), q, day, born)
	w := wire.NewWriter(nil).BeginObject()
	w.Key("counts").Bool(s.Counts)
	w.Key("ask").Bool(s.Ask)
	return w.Key("reasons").Raw(string(appendReasons(s.Reasons))).EndObject().Bytes()
}

// appendReasons writes reasons as a record has them.
func appendReasons(list []consent.Reason) []byte {
	w := wire.NewWriter(nil).BeginArray()
	for i := range list {
		w.BeginObject().Key("code").String(string(list[i].Code))
		if list[i].Voids {
			w.Key("voids").Bool(true)
		}
		for _, a := range list[i].Args {
			w.Key(a.Name).String(a.Value)
		}
		w.EndObject()
	}
	return w.EndArray().Bytes()
}

// question gives the question that the request is about.
func (r *request) question() consent.Question {
	if n := r.Get("question"); n.Kind != wire.Missing {
		r.blame("question", n.Kind == wire.Object)
		return consent.ReadQuestionNode(n)
	}
	d := r.definition()
	if d == nil {
		return consent.Question{}
	}
	q, ok := consent.Of(d, r.StrOf("field"))
	r.blame("field", ok)
	return q
}

func answer(n wire.Node) consent.Answer {
	steps, staff, person, guardian := n.Get("steps"), n.Get("staff"), n.Get("person"), n.Get("guardian")
	a := consent.Answer{
		Yes: n.Is("yes"), Act: policy.ConsentAct(n.StrOf("act")), At: n.StrOf("at"), Shown: n.StrOf("shown"), Said: n.StrOf("said"),
		Interface: n.StrOf("interface"), Preset: n.Is("preset"), With: n.StrOf("with"), Condition: n.Is("condition"),
		Steps:    consent.Steps{Yes: small(steps, "yes", maxSteps), No: small(steps, "no", maxSteps), Withdraw: small(steps, "withdraw", maxSteps)},
		By:       consent.Actor(n.StrOf("by")),
		Staff:    consent.Noted{Channel: policy.Channel(staff.StrOf("channel")), By: staff.StrOf("by"), Proof: staff.StrOf("proof")},
		Guardian: consent.Guardian{Verified: guardian.StrOf("verified")},
		Person:   consent.Person{Subject: person.StrOf("subject"), Country: person.StrOf("country")},
	}
	a.Person.Born, _ = date.Parse(person.StrOf("born"))
	return a
}
