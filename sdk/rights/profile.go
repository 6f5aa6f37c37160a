package rights

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// An Event is something that a person, or the controller, has said about the use
// of that person's data. A host keeps them under a pseudonym, if at all, and need
// not tell whose they are.
type Event struct {
	Kind     EventKind // what was said
	On       date.Date // the day, where the controller is
	Activity string    // the activity that it is about, by id; empty for all
	Consent  string    // the consent that it is about, by id; empty for all. For Consented and ConsentTakenBack
}

// An EventKind says what an event is.
type EventKind string

// The kinds of event.
const (
	Objected            EventKind = "objected"             // the person objects (GDPR Article 21(1) and (2))
	ObjectionDropped    EventKind = "objection-dropped"    // the person no longer objects
	ObjectionOutweighed EventKind = "objection-outweighed" // the controller has shown compelling grounds (Article 21(1)); of no effect on marketing
	Consented           EventKind = "consented"            // the person consents; a yes that counts
	ConsentTakenBack    EventKind = "consent-taken-back"   // the person withdraws a consent (Article 7(3))
	UseRestricted       EventKind = "restricted"           // the use is restricted (Article 18(1))
	RestrictionLifted   EventKind = "restriction-lifted"   // it no longer is (Article 18(3))
)

// Whether somebody may be profiled, and why.
const (
	ProfileUnsaid      Code = "profile-unsaid"       // nothing tells of it
	ProfileAgreed      Code = "profile-agreed"       // a consent that stands
	ProfileNotAgreed   Code = "profile-not-agreed"   // no consent
	ProfileWithdrawn   Code = "profile-withdrawn"    // a consent that was taken back
	ProfileExpired     Code = "profile-expired"      // a consent whose time has passed
	ProfileObjected    Code = "profile-objected"     // the person has said no
	ProfileOutweighed  Code = "profile-outweighed"   // the person has objected in vain
	ProfileUnopposed   Code = "profile-unopposed"    // the person has not objected, and can
	ProfileNoObjection Code = "profile-no-objection" // there is no right to object
	ProfileRestricted  Code = "profile-restricted"   // the use is restricted
)

// A Profiled says whether a person may be profiled. It holds nothing of the person.
type Profiled struct {
	May  bool          // whether the person may be profiled now, in one activity at least
	Uses []ProfiledUse // each activity that profiles for the purpose, in the order of the policy; if none does, one without an id that says so
}

// A ProfiledUse says whether a person may be profiled in one activity.
type ProfiledUse struct {
	Activity string // its id
	May      bool   // whether the person may be profiled in it now
	Why      Reason // why, or why not
}

// MayProfile works out whether a person may be profiled for a purpose of the
// policy on a day, after all that has happened until then. Ask before each
// profile, not once: a no counts from its day on. Of events of one day the later
// in the list counts.
//
// What rests on consent needs one that stands. What rests on a public task or a
// legitimate interest goes on until the person objects, and after that only if the
// controller has shown compelling grounds; for marketing an objection is the last
// word (GDPR Article 21). A no counts on every other basis, too, where the policy
// says how to say it (policy.Profiling.OptOut). What the policy does not tell of
// may not be done.
func MayProfile(doc *policy.Document, purpose string, events []Event, at date.Date) Profiled {
	w := profiling{assessment: assessment{doc: doc, req: &Request{}, at: at}, events: until(events, at)}
	var out Profiled
	for i := range doc.Activities {
		a := &doc.Activities[i]
		if a.Profiling == nil || !serves(doc, a, purpose) {
			continue
		}
		may, why := w.may(a)
		out.Uses = append(out.Uses, ProfiledUse{Activity: a.ID, May: may, Why: why})
		out.May = out.May || may
	}
	if len(out.Uses) == 0 {
		out.Uses = []ProfiledUse{{Why: w.reason(ProfileUnsaid, "5(1)(a)")}}
	}
	return out
}

// until gives the events up to a day, in their order.
func until(events []Event, at date.Date) []Event {
	past := slices.DeleteFunc(slices.Clone(events), func(e Event) bool { return !e.On.IsValid() || e.On.After(at) })
	slices.SortStableFunc(past, func(a, b Event) int { return a.On.Compare(b.On) })
	return past
}

// serves reports whether the activity serves the purpose, a part of it or what it
// is a part of.
func serves(doc *policy.Document, a *policy.Activity, purpose string) bool {
	return slices.ContainsFunc(a.Purposes, func(id string) bool {
		return id == purpose || isPart(doc.Purpose(purpose), id) || isPart(doc.Purpose(id), purpose)
	})
}

// isPart reports whether the purpose with the id is among the parts.
func isPart(whole *policy.Purpose, id string) bool {
	return whole != nil && slices.ContainsFunc(whole.Parts, func(p policy.Purpose) bool { return p.ID == id || isPart(&p, id) })
}

// A profiling is the work on one question.
type profiling struct {
	assessment
	events []Event // by day
}

// may decides for one activity.
func (w *profiling) may(a *policy.Activity) (bool, Reason) {
	basis := w.basis(a)
	if basis == nil {
		return false, plain(NoBasis)
	}
	with := *a
	with.Basis = basis
	ground, ok := law.BasisOf(w.doc.Regime, basis.Article)
	if !ok {
		return false, plain(NoBasis)
	}
	if w.last(a, UseRestricted, RestrictionLifted).Kind == UseRestricted {
		return false, w.reason(ProfileRestricted, "18(2)")
	}
	if bar, barred := w.decides(&with, ground); barred {
		return false, bar
	}
	if ground == law.Consent {
		return w.agreed(&with)
	}
	return w.unopposed(&with)
}

// decides tells why a decision by machine alone may not be made on the ground
// (Article 22(1) and (2)).
func (w *profiling) decides(a *policy.Activity, ground law.Basis) (Reason, bool) {
	switch {
	case !a.Profiling.Decides, ground == law.Consent, ground == law.Contract, w.isExplicit(a):
		return Reason{}, false
	case ground == law.LegalObligation || ground == law.PublicTask:
		return w.reason(ByLaw, "22(2)(b)"), len(a.Basis.Law) == 0
	}
	return w.reason(Forbidden, "22(1)"), true
}

// agreed decides where the use rests on consent: on all that the activity names.
// An objection takes a consent back: it is as clear a no (Article 7(3)).
func (w *profiling) agreed(a *policy.Activity) (bool, Reason) {
	consents := a.Consents
	if len(consents) == 0 {
		consents = []string{""}
	}
	for _, id := range consents {
		last := w.lastOn(a, id, Consented, ConsentTakenBack, Objected)
		switch {
		case last.Kind == Objected:
			return false, w.reason(ProfileObjected, "7(3)")
		case last.Kind == ConsentTakenBack:
			return false, w.reason(ProfileWithdrawn, "7(3)")
		case last.Kind == "":
			return false, w.reason(ProfileNotAgreed, "6(1)(a)")
		}
		if c := w.doc.Consent(id); c != nil && !c.Expires.IsZero() && w.at.After(last.On.Add(c.Expires)) {
			return false, w.reason(ProfileExpired, "6(1)(a)")
		}
	}
	return true, w.reason(ProfileAgreed, "6(1)(a)")
}

// unopposed decides where the use rests on anything else.
func (w *profiling) unopposed(a *policy.Activity) (bool, Reason) {
	said := w.last(a, Objected, ObjectionDropped, ObjectionOutweighed).Kind
	marketing := isMarketing(w.doc, a) && w.hasArticle("21(2)")
	right := reach(w.doc.Regime, law.Objection, a) != law.No
	switch {
	case marketing && (said == Objected || said == ObjectionOutweighed):
		return false, w.reason(ProfileObjected, "21(3)")
	case marketing:
		return true, w.reason(ProfileUnopposed, "21(2)")
	case right && said == Objected:
		return false, w.reason(ProfileObjected, "21(1)")
	case right && said == ObjectionOutweighed:
		return true, w.reason(ProfileOutweighed, "21(1)")
	case right:
		return true, w.reason(ProfileUnopposed, "21(1)")
	case said == Objected && !a.Profiling.OptOut.IsZero():
		return false, plain(ProfileObjected)
	}
	return true, w.reason(ProfileNoObjection, "21(1)")
}

// hasArticle reports whether the policy's law has the GDPR's provision.
func (w *profiling) hasArticle(gdpr string) bool {
	_, ok := law.Article(w.doc.Regime, gdpr)
	return ok
}

// last gives the last event of the kinds about the activity; the zero Event if
// there is none.
func (w *profiling) last(a *policy.Activity, kinds ...EventKind) Event {
	return w.lastOn(a, "", kinds...)
}

// lastOn is the same for events about a consent, or about none.
func (w *profiling) lastOn(a *policy.Activity, consent string, kinds ...EventKind) Event {
	for i := len(w.events) - 1; i >= 0; i-- {
		e := w.events[i]
		if slices.Contains(kinds, e.Kind) && (e.Activity == "" || e.Activity == a.ID) && (e.Consent == "" || e.Consent == consent) {
			return e
		}
	}
	return Event{}
}
