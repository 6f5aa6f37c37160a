package consent

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// MayStore reports whether the technology may store something on the person's
// device, or read it there, on the day (Directive 2002/58/EC Article 5(3)): if the
// service cannot do without it, or by the record of a yes to the consent that the
// technology names, which stands against the question as it is now asked. Without
// a record, the zero Record, it may not.
func MayStore(t *policy.Technology, r Record, now Question, day date.Date) bool {
	if t.Necessary {
		return true
	}
	return t.Consent != "" && r.Question.ID == t.Consent && Stands(r, now, day, date.Date{}).Counts
}
