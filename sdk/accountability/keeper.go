package accountability

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Keepers lists the parties that keep a record under the policy, by id: those
// that are, or can be, controllers of an activity, then those that are processors
// only (GDPR Article 30(1) and (2)).
func Keepers(doc *policy.Document) []string {
	ids := Controllers(doc)
	for i := range doc.Processors {
		ids = add(ids, doc.Processors[i].Party)
	}
	return slices.DeleteFunc(ids, func(id string) bool { return doc.Party(id) == nil })
}

// Controllers lists the parties that are, or can be, controllers of an activity,
// by id, in the order of the activities.
func Controllers(doc *policy.Document) []string {
	var ids []string
	for i := range doc.Activities {
		ids = add(ids, controllers(doc, &doc.Activities[i])...)
	}
	return slices.DeleteFunc(ids, func(id string) bool { return doc.Party(id) == nil })
}

// controllers gives all that can be controllers of an activity, in any scope.
func controllers(doc *policy.Document, a *policy.Activity) []string {
	ids := add([]string(nil), a.Controllers...)
	for i := range doc.Scopes {
		if s := &doc.Scopes[i]; a.ControllerPer != "" && s.Kind == a.ControllerPer {
			ids = add(ids, s.Controllers...)
		}
	}
	return ids
}

// wholes lists the party and those that it is a part of.
func (w *writer) wholes(id string) []*policy.Party {
	var list []*policy.Party
	for p := w.doc.Party(id); p != nil && !slices.Contains(list, p); p = w.doc.Party(p.PartOf) {
		list = append(list, p)
	}
	return list
}

func (w *writer) isPublic(id string) bool {
	return slices.ContainsFunc(w.wholes(id), func(p *policy.Party) bool { return p.PublicAuthority })
}

func (w *writer) country(id string) string {
	for _, p := range w.wholes(id) {
		if p.Country != "" {
			return p.Country
		}
	}
	return ""
}

// keeper tells who keeps the record: name, contact details, representative and
// data protection officer. The paragraph is 30(1)(a) or 30(2)(a).
func (w *writer) keeper(id, heading, paragraph string) []Row {
	rows := []Row{w.identity(id, "keeper", heading, paragraph)}
	if w.doc.Regime != law.EUDPR { // institutions have none
		rows = append(rows, w.representative(id, paragraph))
	}
	return append(rows, w.officer(id, paragraph))
}

// identity tells name and contact details of a party.
func (w *writer) identity(id, row, heading, paragraph string) Row {
	r := w.row(row, heading, paragraph)
	i := index(w.doc.Parties, partyID, id)
	if i < 0 {
		r.lack(w.words.NoController)
		return r
	}
	name := together(", ", w.party(id), w.in(w.doc.Parties[i].Capacity))
	if name == "" {
		r.lack(w.words.NoName, place("parties", i, "name"))
	} else {
		r.say(locale.Capital(name), place("parties", i))
	}
	if !w.reach(&r, id) {
		r.lack(w.words.NoContact, place("parties", i))
	}
	return r
}

// reach tells how to reach a party: what it says of itself, else what its
// contacts say, else what is said of the party that it is a part of.
func (w *writer) reach(r *Row, id string) bool {
	t := &w.lang.Notice
	seen := map[string]bool{}
	reached := false
	tell := func(path diag.Path, label, value string, reaches bool) {
		if value == "" || seen[label] {
			return
		}
		seen[label], reached = true, reached || reaches
		r.say(labelled(label, value), path)
	}
	for _, p := range w.wholes(id) {
		i := index(w.doc.Parties, partyID, p.ID)
		path := place("parties", i)
		if p.ID == id {
			tell(path.Key("orgNumber"), t.OrgNumber, p.OrgNumber, false)
		}
		tell(path.Key("address"), t.Address, w.postal(p.Address), true)
		tell(path.Key("email"), t.Email, p.Email, true)
		tell(path.Key("phone"), t.Phone, p.Phone, true)
		tell(path.Key("web"), t.Web, p.Web, false)
		for j := range w.doc.Contacts {
			c := &w.doc.Contacts[j]
			if c.Party != p.ID || !slices.Contains(answering, c.Kind) {
				continue
			}
			path := place("contacts", j)
			tell(path.Key("address"), t.Address, w.postal(c.Address), true)
			tell(path.Key("email"), t.Email, c.Email, true)
			tell(path.Key("phone"), t.Phone, c.Phone, true)
		}
	}
	return reached
}

// answering lists the kinds of contact that answer for a controller.
var answering = []policy.ContactKind{policy.ControllerContact, policy.RegistrarContact, policy.ServiceContact, policy.UnitContact}

// postal writes an address in one line.
func (w *writer) postal(a *policy.Address) string {
	if a == nil {
		return ""
	}
	return together(", ", a.Street, together(" ", a.PostalCode, a.City), w.lang.Country(a.Country))
}

// representative tells who represents a controller from outside the Union (GDPR
// Article 27).
func (w *writer) representative(id, paragraph string) Row {
	r := w.row("representative", w.words.Representative, paragraph)
	for _, p := range w.wholes(id) {
		if other := w.doc.Party(p.Representative); other != nil {
			i := index(w.doc.Parties, partyID, p.ID)
			r.say(w.partyName(other), place("parties", i, "representative"))
			w.reach(&r, other.ID)
			return r
		}
	}
	country := w.country(id)
	i := index(w.doc.Parties, partyID, id)
	switch {
	case country == "":
		r.lack(w.words.NoCountry, place("parties", i, "country"))
	case law.InEEA(country, w.at):
		r.say(fill(w.words.NoRepresentativeNeeded, "country", w.lang.Country(country)), place("parties", i, "country"))
	default:
		r.lack(fill(w.words.NoRepresentative, "country", w.lang.Country(country)), place("parties", i, "representative"))
	}
	return r
}

// officer tells who is data protection officer.
func (w *writer) officer(id, paragraph string) Row {
	r := w.row("dpo", w.words.Officer, paragraph)
	for _, p := range w.wholes(id) {
		i := index(w.doc.Contacts, contactID, p.DPO)
		if i < 0 {
			continue
		}
		c, path := &w.doc.Contacts[i], place("contacts", i)
		t := &w.lang.Notice
		r.say(locale.Capital(w.in(c.Name)), path)
		r.say(labelled(t.Address, w.postal(c.Address)), path.Key("address"))
		r.say(labelled(t.Email, c.Email), path.Key("email"))
		r.say(labelled(t.Phone, c.Phone), path.Key("phone"))
		r.say(labelled(t.Web, c.Web), path.Key("web"))
		if c.Email == "" && c.Phone == "" && c.Web == "" && c.Address == nil {
			r.lack(w.words.NoContact, path)
		}
		return r
	}
	path := place("parties", index(w.doc.Parties, partyID, id), "dpo")
	if w.isPublic(id) || w.doc.Regime == law.EUDPR {
		r.lack(fill(w.words.NoOfficer, "article", w.article("37")), path)
	} else {
		r.check(fill(w.words.PerhapsOfficer, "article", w.article("37")), path)
	}
	return r
}

// row begins a row; the provision is that of the GDPR.
func (w *writer) row(id, heading, gdpr string) Row {
	r := Row{ID: id, Heading: heading}
	if gdpr != "" {
		r.Provision = number(w.doc.Regime, gdpr)
	}
	return r
}
