package consent

import "github.com/lagrum/lagrum/sdk/form"

// An Outcome is what the consents of a form have come to.
type Outcome struct {
	Records []Record    // one for each question that was put, in the order of the form
	Dropped []form.Drop // what was taken out of the submission, since no yes that counts allows it
}

// Settle decides every question of consent that a submission answers, each by
// the answer that how gives for it, and takes out of the submission what rests
// on a consent that was not given in a way that counts (GDPR Articles 9(2)(a)
// and 25). A yes that does not count is taken out with it, so that nobody takes
// it for one. How is told the question and whether the person said yes; it adds
// what the host knows: who, when, by which act, what was shown.
//
// A question that was not put, since its condition did not hold, leaves no record.
func Settle(s *form.Submission, how func(q *Question, yes bool) Answer) Outcome {
	var o Outcome
	d := s.Form()
	if d == nil {
		return o
	}
	for _, q := range Asked(d) {
		if !s.Has(q.Field) {
			continue
		}
		yes := s.Text(q.Field) == form.Yes
		a := how(&q, yes)
		a.Yes = yes
		o.Records = append(o.Records, Decide(q, a))
	}
	o.Dropped = Enforce(s, o.Records)
	return o
}

// Enforce takes out of a submission what no yes among the records allows, and
// every yes that does not count. [Settle] does it; a host that finds on record that
// a consent was taken back in the meantime does it again, with the records as they
// stand. It tells what it took out.
func Enforce(s *form.Submission, records []Record) []form.Drop {
	d := s.Form()
	if d == nil {
		return nil
	}
	var dropped []form.Drop
	withhold := func(field string, why form.DropReason) {
		if s.Withhold(field, why) {
			dropped = append(dropped, form.Drop{Field: field, Why: why})
		}
	}
	void := map[string]*Record{}
	for i := range records {
		r := &records[i]
		if r.Status.Counts() {
			continue
		}
		void[r.Question.Field] = r
		if s.Text(r.Question.Field) == form.Yes {
			withhold(r.Question.Field, r.dropReason())
		}
	}
	for i := range d.Fields {
		f := &d.Fields[i]
		for _, name := range f.NeedsYes {
			if r := void[name]; r != nil {
				withhold(f.Name, r.dropReason())
			}
		}
	}
	return dropped
}
