package export

import (
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// entities are those who have a part in what is exported, by the keys under which
// it names them. A key is a name within the document: of nothing in JSON, of a
// blank node in JSON-LD.
type entities struct {
	*view
	blank bool // whether keys are those of blank nodes
	all   map[string]entity
}

func newEntities(v *view, blank bool) *entities {
	return &entities{view: v, blank: blank, all: map[string]entity{}}
}

func (e *entities) key(kind, id string) string {
	if e.blank {
		return "_:" + kind + "-" + id
	}
	return kind + ":" + id
}

// party adds a party in a role, and gives its key. It must have a name, a place
// and a way to be reached.
func (e *entities) party(id, role string) string {
	p := e.doc.Party(id)
	if p == nil {
		e.lack("party " + quoted(id) + " is not in the policy")
		return ""
	}
	key := e.key("party", id)
	one, twice := e.all[key]
	if !twice {
		r := e.reach(id)
		one = entity{Type: []string{partyTerm(p.Kind)}, ID: id, Name: e.in(p.Name), Address: r.place(), Contact: r.contactPoint()}
		e.lackIf(one.Name == "", "party "+quoted(id)+" has no name")
		e.lackIf(one.Address == nil, "party "+quoted(id)+" has neither address nor country")
		e.lackIf(one.Contact == nil, "party "+quoted(id)+" has no e-mail address, telephone number or web site")
	}
	one.Type = add(one.Type, role)
	e.all[key] = one
	return key
}

func partyTerm(k policy.PartyKind) string {
	switch k {
	case policy.Unit:
		return "dpv:OrganisationalUnit"
	case policy.Function:
		return "dpv:Entity"
	}
	return "dpv:LegalEntity"
}

func (r reach) place() *address {
	a := address{Type: []string{"schema:PostalAddress"}, Country: r.country}
	if p := r.address; p != nil {
		a.Street, a.PostalCode, a.City = p.Street, p.PostalCode, p.City
	}
	if a.Street+a.PostalCode+a.City+a.Country == "" {
		return nil
	}
	return &a
}

func (r reach) contactPoint() *contact {
	if r.email+r.phone+r.web == "" {
		return nil
	}
	return &contact{Type: []string{"schema:ContactPoint"}, Name: r.contact, Email: r.email, Phone: r.phone, URL: r.web}
}

// recipient adds a recipient: a party, or a category of them.
func (e *entities) recipient(id string) string {
	r := e.doc.Recipient(id)
	if r == nil {
		e.lack("recipient " + quoted(id) + " is not in the policy")
		return ""
	}
	if r.Party != "" {
		return e.party(r.Party, "dpv:Recipient")
	}
	key := e.key("recipient", id)
	e.all[key] = entity{
		Type: []string{"dpv:Entity"}, Kind: []string{"dpv:Recipient"}, ID: id, Label: e.in(r.Name), Definition: e.in(r.Purpose),
	}
	e.lackIf(e.in(r.Name) == "", "recipient "+quoted(id)+" has no name")
	return key
}

// supervisor adds the supervisory authority; the key is empty if there is none.
func (e *entities) supervisor() string {
	a, ok := e.authority()
	if !ok {
		return ""
	}
	key := e.key("authority", a.Code)
	one := entity{
		Type: []string{"dpv:DataProtectionAuthority"}, ID: a.Code, Name: a.NameIn(string(e.lang.Tag)),
		Contact: reach{email: a.Email, web: a.URL}.contactPoint(),
	}
	if isCountry(a.Code) {
		one.Address = reach{country: a.Code}.place()
	}
	e.all[key] = one
	return key
}

// isCountry reports whether a code is that of a country, and not of the Union.
func isCountry(code string) bool { return len(code) == 2 && code != "EU" }

// actor adds whoever acted in a version of a record, and gives the key. Where
// nobody did, as when time passes, it is the controller.
func (e *entities) actor(r *consent.Record, controller string) string {
	types := []string{"dpv:DataSubject"}
	kind := string(r.By)
	switch r.By {
	case "":
		return controller
	case consent.ByGuardian, consent.ByBoth:
		types = []string{"dpv:GuardianOfDataSubject"}
	case consent.ByChild:
		types = []string{"dpv:DataSubject", "dpv:GuardianOfDataSubject"}
	case consent.ByProxy:
		types = []string{"dpv:NaturalPerson"}
	}
	one := entity{Type: types}
	if r.By == consent.Self {
		one.ID = r.Subject
	}
	key := e.key("person", kind)
	e.all[key] = one
	return key
}

// processors gives those who process in the activities, and in their systems, for
// one of the controllers.
func (v *view) processors(activities []*policy.Activity, controllers []string) []*policy.Processor {
	var list []*policy.Processor
	for _, a := range activities {
		ids := a.Processors
		for _, id := range a.Systems {
			if s := v.doc.System(id); s != nil && s.Processor != "" {
				ids = add(ids[:len(ids):len(ids)], s.Processor)
			}
		}
		for _, id := range ids {
			if p := v.doc.Processor(id); p != nil && shared(p.For, controllers) {
				list = add(list, p)
			}
		}
	}
	return list
}

// recipients gives those who receive some of the data from the activities. Who
// gets only what identifies nobody receives no personal data.
func (v *view) recipients(activities []*policy.Activity, data []string) []string {
	var list []string
	for _, a := range activities {
		for _, id := range a.Recipients {
			r := v.doc.Recipient(id)
			if r == nil || !r.Anonymous && shared(r.Data, data) {
				list = add(list, id)
			}
		}
	}
	return list
}

// rightTerm gives the vocabulary's term of a right under the regime.
func rightTerm(regime law.ActID, r law.Right) string {
	if row, ok := r.Row(); ok && regime == law.GDPR && row.DPV != "" {
		return row.DPV
	}
	return "dpv:DataSubjectRight"
}
