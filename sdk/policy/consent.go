package policy

import "github.com/lagrum/lagrum/sdk/date"

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

// A Form collects data. Each field points to a datum, and through it to
// purpose, basis and retention.
type Form struct {
	// The id by which it is asked for.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// Its heading.
	Title Text `json:"title,omitempty"`
	// What it is for, in a sentence or two above the fields.
	Intro Text `json:"intro,omitempty"`
	// The activities it collects for.
	Activities []string `json:"activities,omitempty" ref:"activity"`
	// The scope it belongs to, if not all.
	Scope string `json:"scope,omitempty" ref:"scope"`
	// Its fields, in order.
	Fields []Field `json:"fields,omitempty"`
}

// A Field asks for one datum, or for one consent.
type Field struct {
	// The field's name in the submission. Leave it out to use the datum's id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What it asks for.
	Datum string `json:"datum,omitempty" ref:"datum"`
	// The consent it asks for, instead of a datum.
	Consent string `json:"consent,omitempty" ref:"consent"`
	// What stands on it, if the datum's label does not do.
	Label Text `json:"label,omitempty"`
	// A hint below the label.
	Hint Text `json:"hint,omitempty"`
	// How it is shown: text, long-text, email, tel, url, number, date, select, radio, checkboxes, country, national-number, org-number, postal-code, file or consent.
	Control Control `json:"control,omitempty" validate:"omitempty,oneof=text long-text email tel url number date select radio checkboxes country national-number org-number postal-code file consent"`
	// True if the form cannot be sent without it.
	Required bool `json:"required,omitempty"`
	// The circumstance under which it is asked for.
	When string `json:"when,omitempty" ref:"circumstance"`
	// The choices, for select, radio and checkboxes.
	Options []Option `json:"options,omitempty"`
	// The attribute of a log-in that fills it in.
	FilledFrom string `json:"filledFrom,omitempty"`
	// What to do instead of filling it in, for optional sensitive fields.
	Alternative Text `json:"alternative,omitempty"`
}

// A Control is how a field is shown.
type Control string

// The controls.
const (
	TextControl           Control = "text"            // one line
	LongTextControl       Control = "long-text"       // several lines
	EmailControl          Control = "email"           // an e-mail address
	TelControl            Control = "tel"             // a telephone number
	URLControl            Control = "url"             // a web address
	NumberControl         Control = "number"          // a number
	DateControl           Control = "date"            // a date
	SelectControl         Control = "select"          // one of a list
	RadioControl          Control = "radio"           // one of a few, all seen
	CheckboxesControl     Control = "checkboxes"      // any of a few
	CountryControl        Control = "country"         // a country
	NationalNumberControl Control = "national-number" // a national identification number
	OrgNumberControl      Control = "org-number"      // an organisation number
	PostalCodeControl     Control = "postal-code"     // a postal code
	FileControl           Control = "file"            // a file
	ConsentControl        Control = "consent"         // a consent box, never ticked in advance
)

// An Option is one choice of a field.
type Option struct {
	// The value in the submission.
	Value string `json:"value,omitempty"`
	// What people read.
	Label Text `json:"label,omitempty"`
}
