package form

import (
	"cmp"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// instead says what one can do instead of giving the consent, and whom to ask: a
// course contact is that of the event, where it is known.
func (x *deriver) instead(c *policy.Consent) string {
	words := x.in(c.Alternative)
	contact := x.contact(c.AlternativeContact)
	if words == "" || contact == nil {
		return words
	}
	where := cmp.Or(contact.Email, contact.Phone, x.in(contact.FoundIn))
	if name := x.in(contact.Name); name != "" && where != "" {
		return words + " " + locale.Capital(name) + ": " + where
	}
	return words
}

func (x *deriver) contact(id string) *policy.Contact {
	contact := x.doc.Contact(id)
	if contact == nil || contact.Kind != policy.CourseContact || x.event == nil {
		return contact
	}
	for _, id := range x.event.Contacts {
		if own := x.doc.Contact(id); own != nil && own.Kind == policy.CourseContact {
			return own
		}
	}
	return contact
}
