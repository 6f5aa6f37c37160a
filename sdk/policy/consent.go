package policy

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
)

// A Consent is one thing that people are asked to agree to.
type Consent struct {
	// The id that activities and technologies use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What kind of act it is: ordinary, explicit, secrecy-waiver or device-storage.
	Kind ConsentKind `json:"kind,omitempty" validate:"omitempty,oneof=ordinary explicit secrecy-waiver device-storage"`
	// What it is for: one purpose each (GDPR recital 43).
	Purposes []string `json:"purposes,omitempty" ref:"purpose"`
	// Which data it is about.
	Data []string `json:"data,omitempty" ref:"datum"`
	// The statement that the person agrees to.
	Text Text `json:"text,omitempty"`
	// To whom it applies: who may rely on it, or to whom secrecy is waived.
	Audience []string `json:"audience,omitempty" ref:"recipient"`
	// The same in words.
	AudienceText Text `json:"audienceText,omitempty"`
	// What one can do instead of agreeing, without any drawback.
	Alternative Text `json:"alternative,omitempty"`
	// The contact for the alternative.
	AlternativeContact string `json:"alternativeContact,omitempty" ref:"contact"`
	// How to withdraw it (GDPR Article 7(3)).
	Withdraw Text `json:"withdraw,omitempty"`
	// By which act it is given: ticking, signing, telling, mailing; or, as some published notices have it, typing, registering or browsing.
	GivenBy []ConsentAct `json:"givenBy,omitempty" validate:"dive,oneof=ticking signing telling mailing typing registering browsing"`
	// How it is recorded.
	Recorded Text `json:"recorded,omitempty"`
	// After how long it is asked for again.
	Expires date.Period `json:"expires,omitzero"`
	// True if a guardian gives it for a child.
	ByGuardian bool `json:"byGuardian,omitempty"`
	// True if it is asked for an online service that is offered directly to children (GDPR Article 8(1)): then the age of whoever answers counts.
	OfferedToChildren bool `json:"offeredToChildren,omitempty"`
}

// IsTicked reports whether people give the consent by ticking a box, in a form
// then; so it is where the policy does not say.
func (c *Consent) IsTicked() bool {
	return len(c.GivenBy) == 0 || slices.Contains(c.GivenBy, ByTicking)
}

// Covers reports whether the consent is about the datum with the id: it names it,
// or no data in particular.
func (c *Consent) Covers(datum string) bool {
	return len(c.Data) == 0 || slices.Contains(c.Data, datum)
}

// A ConsentKind says what kind of act a consent is.
type ConsentKind string

// The kinds of consent. The empty value means ordinary.
const (
	OrdinaryConsent ConsentKind = "ordinary"       // GDPR Article 6(1)(a)
	ExplicitConsent ConsentKind = "explicit"       // GDPR Article 9(2)(a)
	SecrecyWaiver   ConsentKind = "secrecy-waiver" // the person lifts a duty of secrecy (Swedish OSL 12:2); no data protection consent
	DeviceStorage   ConsentKind = "device-storage" // Directive 2002/58/EC Article 5(3)
)

// A ConsentAct is the act by which consent is given.
type ConsentAct string

// The acts. Typing, registering and browsing are no consent; they are here so
// that a published notice can be written down as it is.
const (
	ByTicking     ConsentAct = "ticking"     // ticking a box that was empty
	BySigning     ConsentAct = "signing"     // on paper, or electronically
	ByTelling     ConsentAct = "telling"     // orally, noted by staff
	ByMailing     ConsentAct = "mailing"     // by e-mail or another message
	ByTyping      ConsentAct = "typing"      // by filling in a field
	ByRegistering ConsentAct = "registering" // by opening an account
	ByBrowsing    ConsentAct = "browsing"    // by visiting a page
)
