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
	void := map[string]*Record{}
	for _, q := range Asked(d) {
		if !s.Has(q.Field) {
			continue
		}
		yes := s.Text(q.Field) == form.Yes
		a := how(&q, yes)
		a.Yes = yes
		o.Records = append(o.Records, Decide(q, a))
	}
	for i := range o.Records {
		r := &o.Records[i]
		if !r.Status.Counts() {
			void[r.Question.Field] = r
		}
		if r.Status == Invalidated {
			o.withhold(s, r.Question.Field, r.dropReason())
		}
	}
	for i := range d.Fields {
		f := &d.Fields[i]
		for _, name := range f.NeedsYes {
			if r := void[name]; r != nil {
				o.withhold(s, f.Name, r.dropReason())
			}
		}
	}
	return o
}

func (o *Outcome) withhold(s *form.Submission, field string, why form.DropReason) {
	if s.Withhold(field, why) {
		o.Dropped = append(o.Dropped, form.Drop{Field: field, Why: why})
	}
}
