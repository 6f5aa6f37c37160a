package export

import (
	"cmp"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/policy"
)

// kind gives the kind of consent that is asked for as the vocabulary has it. For
// a waiver of secrecy it has no term, and data protection law is not what asks for it.
func (v *view) kind(k policy.ConsentKind) concept {
	c := concept{Type: []string{"dpv:LegalBasis"}, Broader: []string{consentTerm(k, policy.ByTicking)}}
	if k == policy.SecrecyWaiver {
		c.Label = v.lang.Data.SecrecyWaiver
	}
	return c
}

// consentTerm gives the kind of a consent that was asked for, or given by an act.
// What is given by an act that says nothing else is expressed; by one that was
// meant for something else, implied.
func consentTerm(k policy.ConsentKind, act policy.ConsentAct) string {
	switch {
	case act == policy.ByTyping, act == policy.ByRegistering, act == policy.ByBrowsing:
		return "dpv:ImpliedConsent"
	case k == policy.ExplicitConsent:
		return "dpv:ExplicitlyExpressedConsent"
	case k == policy.SecrecyWaiver:
		return "dpv:Consent"
	}
	return "dpv:ExpressedConsent"
}

// status gives a version of a record as an event: what was done, when, by whom,
// where, and how long it holds.
func (e *entities) status(r *consent.Record, controller string) status {
	at, ok := utc(r.At)
	e.lackIf(!ok, "the record does not say when")
	term := r.Status.Term()
	e.lackIf(term == "", "the record has no status")
	where := cmp.Or(r.Interface, string(r.Staff.Channel), r.Question.Form)
	if r.Status == consent.Withdrawn {
		where = cmp.Or(r.Question.Withdraw, where) // the page is that of the yes
	}
	e.lackIf(where == "", "the record does not say on which page or by which channel the answer came")
	return status{
		Type: []string{term, consentTerm(r.Question.Kind, r.Act)}, At: at, By: e.actor(r, controller),
		ExercisedAt: where, Duration: holds(r),
	}
}

// holds gives how long a status holds. A yes that counts does so until its last
// day, or until it is withdrawn; anything else until there is a yes.
func holds(r *consent.Record) *duration {
	switch {
	case r.Status.Counts() && !r.Until.IsZero():
		return &duration{Type: []string{"dpv:UntilTimeDuration"}, Value: r.Until.String()}
	case r.Status.Counts():
		return &duration{Type: []string{"dpv:UntilEventDuration"}, Value: consent.Withdrawn.Term()}
	}
	return &duration{Type: []string{"dpv:UntilEventDuration"}, Value: consent.Given.Term()}
}

// utc writes an instant in universal time, as ISO 8601.
func utc(at string) (string, bool) {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return "", false
	}
	return t.UTC().Format(time.RFC3339Nano), true
}
