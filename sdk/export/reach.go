package export

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/policy"
)

// A reach is where a party can be reached, as far as the policy tells.
type reach struct {
	contact string // the function to turn to
	address *policy.Address
	country string
	email   string
	phone   string
	web     string
}

// reach gives what the party says of itself, else what its contacts say, else
// what is said of the party that it is a part of.
func (v *view) reach(id string) reach {
	var r reach
	for p := range v.wholes(id) {
		r.fill(p.Address, p.Email, p.Phone, cmp.Or(p.Web, p.Notice))
		r.country = cmp.Or(r.country, p.Country)
		for _, c := range v.contacts(p, id) {
			if r.email == "" || r.email == c.Email {
				r.contact = cmp.Or(r.contact, v.in(c.Name))
			}
			r.fill(c.Address, c.Email, c.Phone, c.Web)
		}
	}
	if r.address != nil {
		r.country = cmp.Or(r.address.Country, r.country)
	}
	return r
}

// fill takes over what is not known yet.
func (r *reach) fill(address *policy.Address, email, phone, web string) {
	r.address = cmp.Or(r.address, address)
	r.email = cmp.Or(r.email, email)
	r.phone = cmp.Or(r.phone, phone)
	r.web = cmp.Or(r.web, web)
}

// answering lists the kinds of contact that answer for a controller, the best
// first. Those of one course or of a supplier do not.
var answering = []policy.ContactKind{
	policy.ControllerContact, policy.RegistrarContact, policy.ServiceContact, policy.UnitContact, policy.DPOContact,
}

// contacts gives those of the party that answer for the other one, which is the
// party itself or a part of it, the best first. The contacts of its parts answer
// for a party, but not for its other parts.
func (v *view) contacts(p *policy.Party, other string) []*policy.Contact {
	var list []*policy.Contact
	for i := range v.doc.Contacts {
		c := &v.doc.Contacts[i]
		if slices.Contains(answering, c.Kind) && (c.Party == p.ID || p.ID == other && v.isWithin(c.Party, p.ID)) {
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b *policy.Contact) int {
		return cmp.Compare(slices.Index(answering, a.Kind), slices.Index(answering, b.Kind))
	})
	return list
}

// officer gives the data protection officer of the party, or nil.
func (v *view) officer(id string) *policy.Contact {
	for p := range v.wholes(id) {
		if c := v.doc.Contact(p.DPO); c != nil {
			return c
		}
	}
	return nil
}

// postal writes an address in one line, without its country.
func postal(a *policy.Address) string {
	if a == nil {
		return ""
	}
	town := strings.TrimSpace(a.PostalCode + " " + a.City)
	return strings.Join(slices.DeleteFunc([]string{a.Street, town}, func(s string) bool { return s == "" }), ", ")
}
