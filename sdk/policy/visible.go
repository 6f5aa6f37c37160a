package policy

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

// A Viewer is somebody who looks at the data of a person. The zero Viewer is a
// search engine, which sees the least.
type Viewer struct {
	// How close the viewer stands to the person. Whoever is closer sees all that is for those farther away, from
	// PublicIndexed, which is the empty value, to OnlySelf, which is the person. An unknown word is the farthest.
	Audience Audience
	// The rules of Document.Visibility, by id, of the page or list that is looked at; none for all of the service.
	// What is shown in one place, such as a name beside a comment, is not shown in another for that.
	Places []string
	// The rules of Document.Access, by id, whose role the viewer has. Any of them makes the viewer one of the staff.
	Roles []string
	// The person looked at.
	Person Person
}

// A Person is what the host knows of somebody whose data are looked at, and the
// policy cannot. It holds no data of the person, and is not to be stored as it is.
type Person struct {
	// True if the person has a protected identity. Then nobody is shown anything. The host looks that up where it
	// belongs and says it here; why it is so, no program needs to know.
	Protected bool
	// The rules of Document.Visibility and Document.Access, by id, whose condition is met: because the person has
	// chosen so ("show my profile to other users"), or because the host has made sure. A rule with a condition
	// shows nothing without.
	Met []string
	// The rules of Document.Visibility, by id, that the person has taken away. The person still sees what they show.
	Hidden []string
}

// A Sight is whether a viewer sees a datum, and why. It holds no data of the
// person.
type Sight struct {
	Shown     bool      // whether the datum is shown
	Why       SightCode // why, or why not
	Path      diag.Path // the rule of the policy that says so: "/visibility/3"; empty where none does
	Audience  Audience  // whom that rule is for, if it is one of Visibility
	Where     Text      // where it is shown, if it is one of Visibility; may be empty
	Who       Text      // whose role it is, if it is one of Access
	Condition Text      // the rule's condition; empty if it has none
	Regime    law.ActID // the data protection law that is cited; empty if none is
	Article   string    // the provision in that law's own numbers: "25(2)"; empty cites none
	Country   string    // whose law on protected identity the staff must mind; empty but for ProtectedIdentity
}

// A SightCode says why a datum is shown or not. Codes never change.
type SightCode string

// Why a datum is shown.
const (
	ForAudience SightCode = "audience" // a rule shows it to the viewer's audience, or to a wider one
	ForRole     SightCode = "role"     // a rule opens it to a role that the viewer has
)

// Why a datum is not shown.
const (
	NotForAudience    SightCode = "not-audience"       // the rule is for those who are closer
	ConditionNotMet   SightCode = "condition"          // the rule has a condition, and nobody says that it is met
	TakenAway         SightCode = "taken-away"         // the person has taken it away
	NoRuleShows       SightCode = "no-rule"            // no rule shows it (GDPR Article 25(2))
	NeverKept         SightCode = "never-kept"         // it is converted at once (Datum.Transient)
	UnknownDatum      SightCode = "unknown-datum"      // the policy has no such datum
	NothingToShow     SightCode = "nothing"            // there is nothing; more is not told
	ProtectedIdentity SightCode = "protected-identity" // told to the staff alone, who are to be warned
)

// SightCodes lists all codes.
var SightCodes = []SightCode{
	ForAudience, ForRole, NotForAudience, ConditionNotMet, TakenAway, NoRuleShows, NeverKept, UnknownDatum, NothingToShow, ProtectedIdentity,
}

// Audiences lists the audiences from the widest to the narrowest.
var Audiences = []Audience{PublicIndexed, Public, LoggedIn, SameCourse, Staff, OnlySelf}

// closeness is the audience's place among Audiences; -1 for a word that is none.
func (a Audience) closeness() int { return slices.Index(Audiences, a) }

// sees reports whether the viewer is among the audience, or closer.
func (v *Viewer) sees(a Audience) bool {
	return a.closeness() <= max(0, v.Audience.closeness())
}

// Visible decides whether a viewer sees a datum of a person. What no rule of
// Visibility shows, and no rule of Access opens to a role of the viewer, is not
// shown: data are not made accessible by default (GDPR Article 25(2)).
//
// A person with a protected identity is shown to nobody, also not to themselves:
// whoever has their phone or their log-in would see it too. They get a copy by
// the right of access instead. Only the staff are told why; to everybody else it
// is as if there were nothing.
func Visible(doc *Document, datum string, viewer Viewer) Sight {
	s := sighting{doc: doc, viewer: &viewer}
	if viewer.Person.Protected {
		return s.protected()
	}
	d := doc.Datum(datum)
	switch {
	case d == nil:
		return Sight{Why: UnknownDatum}
	case d.Transient != nil:
		return Sight{Why: NeverKept, Path: diag.Path("/data").Index(slices.IndexFunc(doc.Data, func(x Datum) bool { return x.ID == datum })).Key("transient")}
	}
	for i := range doc.Visibility {
		if v := &doc.Visibility[i]; s.isHere(v) && slices.Contains(v.Data, datum) {
			s.add(s.shown(i))
		}
	}
	for i := range doc.Access {
		if a := &doc.Access[i]; slices.Contains(viewer.Roles, a.ID) && (len(a.Data) == 0 || slices.Contains(a.Data, datum)) {
			s.add(s.opened(i))
		}
	}
	if s.best.Why == "" {
		return s.citing(NoRuleShows, "25(2)")
	}
	return s.best
}

// VisibleData lists the data that a viewer sees of a person, in the order of the
// policy. Leave whoever shows nothing out of a list altogether, and out of its
// count.
func VisibleData(doc *Document, viewer Viewer) []string {
	var list []string
	for i := range doc.Data {
		if Visible(doc, doc.Data[i].ID, viewer).Shown {
			list = append(list, doc.Data[i].ID)
		}
	}
	return list
}

// A sighting is the work on one decision.
type sighting struct {
	doc    *Document
	viewer *Viewer
	best   Sight // what tells most, of the rules seen so far
}

// isHere reports whether a rule is for the place that is looked at. One without
// an audience is for nobody.
func (s *sighting) isHere(v *Visibility) bool {
	return v.Audience.closeness() >= 0 && (len(s.viewer.Places) == 0 || slices.Contains(s.viewer.Places, v.ID))
}

// shown is what one rule of Visibility says.
func (s *sighting) shown(i int) Sight {
	v, p := &s.doc.Visibility[i], &s.viewer.Person
	x := Sight{Path: diag.Path("/visibility").Index(i), Audience: v.Audience, Where: v.Where, Condition: v.Condition}
	switch {
	case !s.viewer.sees(v.Audience):
		x.Why = NotForAudience
	case slices.Contains(p.Hidden, v.ID) && s.viewer.Audience != OnlySelf:
		x.Why = TakenAway
	case !v.Condition.IsZero() && !slices.Contains(p.Met, v.ID):
		x.Why = ConditionNotMet
	default:
		x.Shown, x.Why = true, ForAudience
	}
	return x
}

// opened is what one rule of Access says to somebody in its role.
func (s *sighting) opened(i int) Sight {
	a := &s.doc.Access[i]
	x := Sight{Path: diag.Path("/access").Index(i), Who: a.Who, Condition: a.Condition, Shown: true, Why: ForRole}
	if !a.Condition.IsZero() && !slices.Contains(s.viewer.Person.Met, a.ID) {
		x.Shown, x.Why = false, ConditionNotMet
	}
	return x
}

// add keeps what one rule says if it tells more than the others: first what
// shows, then what nearly did, and of two alike what is for the wider audience,
// so that the reason stays the same for whoever is closer.
func (s *sighting) add(x Sight) {
	if s.best.Why == "" || x.weight() < s.best.weight() {
		s.best = x
	}
}

func (x *Sight) weight() int {
	const alike = 100 // more than there are audiences
	audience := x.Audience.closeness()
	if audience < 0 {
		audience = len(Audiences) // roles come last
	}
	return alike*slices.Index([]SightCode{ForAudience, ForRole, TakenAway, ConditionNotMet, NotForAudience}, x.Why) + audience
}

// protected hides everything, and tells the staff alone why (GDPR Article 32(1)).
func (s *sighting) protected() Sight {
	if !s.isStaff() {
		return Sight{Why: NothingToShow}
	}
	x := s.citing(ProtectedIdentity, "32(1)")
	x.Country = s.doc.Jurisdiction
	return x
}

// isStaff reports whether the viewer works with the data.
func (s *sighting) isStaff() bool {
	return s.viewer.Audience == Staff || slices.ContainsFunc(s.doc.Access, func(a Access) bool { return slices.Contains(s.viewer.Roles, a.ID) })
}

// citing cites an article of the GDPR by its number in the policy's law.
func (s *sighting) citing(why SightCode, gdpr string) Sight {
	x := Sight{Why: why}
	if number, ok := law.Article(s.doc.Regime, gdpr); ok {
		x.Regime, x.Article = s.doc.Regime, number
	}
	return x
}
