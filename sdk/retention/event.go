package retention

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Events are what is known of one record: the copy of somebody's data that
// comes and goes as a whole, such as one enrolment or one account.
type Events struct {
	// The person, by a pseudonym; never an e-mail address or an identity number.
	Subject string `json:"subject,omitempty"`
	// Which record of the person it is, if there are several.
	Record string `json:"record,omitempty"`
	// What has happened, in any order.
	Happened []Event `json:"happened,omitempty"`
	// What stops erasure.
	Holds []Hold `json:"holds,omitempty"`
	// Which steps have been carried out, in any order.
	Done []Done `json:"done,omitempty"`
	// The ids of the rules for some people only (policy.Retention.Only) that the person is among.
	Groups []string `json:"groups,omitempty"`
	// The financial years of the controller, in order.
	Years date.FiscalYears `json:"years,omitempty"`
}

// An Event is something from which a period runs.
type Event struct {
	// What happened: a trigger of the policy, or Cancelled.
	Kind policy.Trigger `json:"kind"`
	// The day, local to the controller. A day to come is one that is planned; it counts from when it is told.
	On date.Date `json:"on"`
	// The rule that the event is of, if not of every rule with the trigger. The trigger other needs it.
	Rule string `json:"rule,omitempty"`
	// The activity that the event is of, if not of all.
	Activity string `json:"activity,omitempty"`
	// The consent that was withdrawn, if not all.
	Consent string `json:"consent,omitempty"`
}

// Cancelled is the kind of an event that stops a rule until its own event happens
// anew: what a stage names under unless has come about, other than by that event.
const Cancelled policy.Trigger = "cancelled"

// A Hold stops the erasure of a record, and leaves the rights of the person as they are.
type Hold struct {
	// Why.
	Reason Reason `json:"reason"`
	// The first day.
	On date.Date `json:"on"`
	// The last day; the zero Date if it is not known yet.
	Until date.Date `json:"until,omitzero"`
	// The day on which somebody looks whether the hold is still needed.
	Review date.Date `json:"review,omitzero"`
	// Who answers for it, by role.
	Owner string `json:"owner,omitempty"`
	// The activity it is limited to, if any.
	Activity string `json:"activity,omitempty"`
}

// A Reason is why a hold is there.
type Reason string

// The reasons.
const (
	LegalClaim    Reason = "legal-claim"         // to establish, exercise or defend a claim (GDPR Article 17(3)(e))
	AccessRequest Reason = "access-request-open" // a request for access is not answered yet (EDPB Guidelines 01/2022)
	Restriction   Reason = "restriction"         // the person has demanded restriction instead (GDPR Article 18(1))
	ArchiveLaw    Reason = "archive-law"         // the archives are to decide
	Order         Reason = "authority-order"     // an authority or a court has ordered it
	ComplaintOpen Reason = "complaint-open"      // a complaint is not settled yet
)

// covers reports whether the hold is on that day.
func (h *Hold) covers(day date.Date) bool {
	return !day.Before(h.On) && (h.Until.IsZero() || !day.After(h.Until))
}

// A Done is a step that has been carried out. Of a warning that means sent: one
// that could not be delivered is not done.
type Done struct {
	// The rule.
	Rule string `json:"rule"`
	// The activity, if it was done for one only.
	Activity string `json:"activity,omitempty"`
	// The data, if it was done for some only.
	Data []string `json:"data,omitempty"`
	// Which step of the rule: 0 is its own action, 1 its first stage.
	Step int `json:"step,omitempty"`
	// What was done.
	Action policy.Action `json:"action"`
	// The day.
	On date.Date `json:"on"`
}

// Restrict is the action that takes the place of erasure where a public body has
// no decision on disposal: access is limited to those who must have it. No policy
// can name it.
const Restrict policy.Action = "restrict"

// destroys reports whether nothing of the data is left afterwards that tells of a person.
func destroys(a policy.Action) bool { return a == policy.Erase || a == policy.Anonymise }

// removes reports whether the controller no longer has the data afterwards.
func removes(a policy.Action) bool { return destroys(a) || a == policy.Archive }

// triggerOf gives the trigger of a rule; one that has words only is other.
func triggerOf(r *policy.Retention) policy.Trigger {
	if r.Trigger == "" {
		return policy.OtherTrigger
	}
	return r.Trigger
}

// happened gives the day of the latest event of a rule in an activity, or the zero
// Date. A rule for some people only needs to be named by the event or the record.
func (e *Events) happened(r *policy.Retention, a *policy.Activity) date.Date {
	var day date.Date
	trigger, member := triggerOf(r), r.Only.IsZero() || slices.Contains(e.Groups, r.ID)
	for i := range e.Happened {
		h := &e.Happened[i]
		named := h.Rule != "" && h.Rule == r.ID
		if h.Kind != trigger || !named && (h.Rule != "" || trigger == policy.OtherTrigger || !member) || !h.concerns(a) {
			continue
		}
		day = latest(day, h.On)
	}
	return day
}

// concerns reports whether the event is one of the activity.
func (h *Event) concerns(a *policy.Activity) bool {
	if a == nil {
		return h.Activity == "" && h.Consent == ""
	}
	return (h.Activity == "" || h.Activity == a.ID) && (h.Consent == "" || slices.Contains(a.Consents, h.Consent))
}

// cancelled reports whether the rule was stopped on the day or later.
func (e *Events) cancelled(r *policy.Retention, a *policy.Activity, day date.Date) bool {
	for i := range e.Happened {
		h := &e.Happened[i]
		if h.Kind == Cancelled && (h.Rule == "" || h.Rule == r.ID) && h.concerns(a) && !h.On.Before(day) {
			return true
		}
	}
	return false
}

// hold gives the hold that is on the activity that day, or nil.
func (e *Events) hold(a *policy.Activity, day date.Date) *Hold {
	for i := range e.Holds {
		h := &e.Holds[i]
		if h.covers(day) && (h.Activity == "" || a != nil && h.Activity == a.ID) {
			return h
		}
	}
	return nil
}

// free gives the first day from that day on without a hold, or the zero Date.
func (e *Events) free(a *policy.Activity, day date.Date) date.Date {
	for h := e.hold(a, day); h != nil; h = e.hold(a, day) {
		if h.Until.IsZero() {
			return date.Date{}
		}
		day = h.Until.AddDays(1)
	}
	return day
}
