package policy

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
)

// A Subject is a group of people that data are about (dpv:DataSubject).
type Subject struct {
	// The id that activities use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What the group is called.
	Label Text `json:"label,omitempty"`
	// The term of the Data Privacy Vocabulary, such as dpv:Student.
	Term string `json:"term,omitempty" validate:"omitempty,curie"`
	// True if they are, or may be, under 18.
	Child bool `json:"child,omitempty"`
	// Who reads the notice and uses the rights: self (the default) or guardian.
	ActsThrough ActsThrough `json:"actsThrough,omitempty" validate:"omitempty,oneof=self guardian"`
	// Special instructions that apply, such as for people with protected identity.
	Instructions Text `json:"instructions,omitempty"`
	// True for people who appear only in what others share, such as in pictures.
	ThirdParty bool `json:"thirdParty,omitempty"`
}

// IsDependent reports whether the people are children, or learn or work where
// the policy holds: such people can hardly say no to its controllers (GDPR
// recital 43).
func (s *Subject) IsDependent() bool {
	switch s.Term {
	case "dpv:Student", "dpv:Child", "dpv:Employee", "dpv:JobApplicant":
		return true
	}
	return s.Child || strings.HasPrefix(s.Term, "edu:")
}

// ActsThrough says who uses a subject's rights.
type ActsThrough string

// Who uses the rights. The empty value means the person.
const (
	Self     ActsThrough = "self"     // the person
	Guardian ActsThrough = "guardian" // the holder of parental responsibility
)

// A Circumstance is a property of an event or a person on which data depend.
type Circumstance struct {
	// The id that data and scopes use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// The circumstance as the end of a sentence that begins with "only": "when food is served".
	Text Text `json:"text,omitempty"`
}

// A Datum is a kind of data.
type Datum struct {
	// The id that activities and others use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What people call it, such as "e-mail address".
	Label Text `json:"label,omitempty"`
	// What it holds, if the label does not tell.
	Description Text `json:"description,omitempty"`
	// The term of the Data Privacy Vocabulary, such as pd:EmailAddress. Data with the term dpv:ConsentRecord are the proof of consent, and their retention rules are those of the log of consents.
	Term string `json:"term,omitempty" validate:"omitempty,curie"`
	// Whom it is about: person (the default) or organisation.
	About About `json:"about,omitempty" validate:"omitempty,oneof=person organisation"`
	// The special category it belongs to (GDPR Article 9(1)), or criminal (Article 10).
	Special law.SpecialCategory `json:"special,omitempty" validate:"omitempty,oneof=ethnic-origin political-opinion religion trade-union genetic biometric health sex-life criminal"`
	// Special categories that it may reveal without being one (C-184/20): a dietary wish may tell of health or religion.
	Reveals []Inference `json:"reveals,omitempty"`
	// The kind of national identification number it is (GDPR Article 87), such as se.personnummer or dk.cpr.
	NationalNumber string `json:"nationalNumber,omitempty" validate:"omitempty,identkind"`
	// Whether it must be given: required or optional; observed for what the system notes by itself. Empty if not said.
	Provision Provision `json:"provision,omitempty" validate:"omitempty,oneof=required optional observed"`
	// The circumstance under which alone it is asked for.
	When string `json:"when,omitempty" ref:"circumstance"`
	// A name shared by data of which only one is needed, such as birth date or CPR number.
	OneOf string `json:"oneOf,omitempty" validate:"omitempty,slug"`
	// Where it comes from. Leave it out if the person gives it in the service's own form.
	Sources []Source `json:"sources,omitempty"`
	// Set if the datum is converted at once and never kept.
	Transient *Transient `json:"transient,omitempty"`
	// When it is tied to a person although it normally is not.
	Linkage Text `json:"linkage,omitempty"`
	// The subject it concerns, if not all subjects of the activity.
	Subjects []string `json:"subjects,omitempty" ref:"subject"`
	// Who writes it, if that is not the person it is about.
	WrittenBy Text `json:"writtenBy,omitempty"`
	// True for free text, which may hold anything and therefore has rules.
	FreeText bool `json:"freeText,omitempty"`
	// True if the data cannot be tied to a person (GDPR recital 26).
	Anonymous bool `json:"anonymous,omitempty"`
}

// IsConsentRecord reports whether the datum is the proof of what people have
// consented to (GDPR Article 7(1)), which its term says: dpv:ConsentRecord. Its
// retention rules are those of the log of consents.
func (d *Datum) IsConsentRecord() bool { return d.Term == "dpv:ConsentRecord" }

// About says whom a datum is about.
type About string

// Whom a datum is about. The empty value means a person.
const (
	AboutPerson       About = "person"       // a natural person
	AboutOrganisation About = "organisation" // a legal person; personal data only where it points to a person
)

// A Provision says whether a datum must be given (GDPR Article 13(2)(e)).
type Provision string

// Whether a datum must be given.
const (
	Required Provision = "required" // it must be given (dpv:Required)
	Optional Provision = "optional" // it may be given (dpv:Optional)
	Observed Provision = "observed" // the system notes it, nobody is asked (dpv:ObservedPersonalData)
)

// An Inference is a special category that a datum may reveal.
type Inference struct {
	// The category.
	Category law.SpecialCategory `json:"category,omitempty" validate:"omitempty,oneof=ethnic-origin political-opinion religion trade-union genetic biometric health sex-life criminal"`
	// How surely: strong, medium or weak.
	Strength law.Strength `json:"strength,omitempty" validate:"omitempty,oneof=strong medium weak"`
}

// A Source says where a datum comes from and how it arrives (GDPR Article
// 14(2)(f)).
type Source struct {
	// From whom: subject, controller (its own staff), third-party, observed or derived.
	Kind SourceKind `json:"kind,omitempty" validate:"omitempty,oneof=subject controller third-party observed derived"`
	// The party it comes from.
	Party string `json:"party,omitempty" ref:"party"`
	// How it arrives: web, phone, email, paper, login or api.
	Channel Channel `json:"channel,omitempty" validate:"omitempty,oneof=web phone email paper login api"`
	// The attribute that carries it at log-in, such as norEduPersonNIN.
	Attribute string `json:"attribute,omitempty"`
	// More, in a sentence.
	Text Text `json:"text,omitempty"`
	// True if the source is open to everybody (GDPR Article 14(2)(f)).
	Public bool `json:"public,omitempty"`
}

// A SourceKind says from whom data come.
type SourceKind string

// The kinds of source.
const (
	FromSubject    SourceKind = "subject"     // the person gives it (dpv:DataSubjectDataSource)
	FromController SourceKind = "controller"  // the controller's own staff write it down (dpv:DataControllerDataSource)
	FromThirdParty SourceKind = "third-party" // somebody else gives it (dpv:ThirdPartyDataSource)
	FromObserving  SourceKind = "observed"    // noted while the service is used (dpv:ObservedPersonalData)
	FromDeriving   SourceKind = "derived"     // worked out from other data (dpv:DerivedPersonalData)
)

// A Channel is the way by which data arrive.
type Channel string

// The channels.
const (
	ByWeb   Channel = "web"   // a form on the web, filled in by the person
	ByPhone Channel = "phone" // told to staff, who type it
	ByEmail Channel = "email" // mailed to staff, who copy it
	ByPaper Channel = "paper" // written on paper
	ByLogin Channel = "login" // sent by an identity provider at log-in
	ByAPI   Channel = "api"   // sent by another system
)

// Transient says that a datum is converted and then forgotten.
type Transient struct {
	// The datum it becomes.
	Becomes string `json:"becomes,omitempty" ref:"datum"`
	// Who converts it.
	By string `json:"by,omitempty" ref:"party"`
	// How, in a sentence.
	Text Text `json:"text,omitempty"`
}

// A TextRule says what may be written in a free-text field about somebody.
type TextRule struct {
	// The rule's id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// Whether it demands, allows or forbids: require, allow or forbid.
	Kind TextRuleKind `json:"kind,omitempty" validate:"omitempty,oneof=require allow forbid"`
	// What it is about. Forms screen free text for offensive, ethnic-origin, political-opinion, religion, trade-union, health, sex-life, genetic, biometric, internal-code, ability-judgement, home-conditions, absence-sick, pupil-relations, comparison and national-number. Any other word makes it a rule for people alone.
	Class string `json:"class,omitempty" validate:"omitempty,slug"`
	// The special category, for the classes of GDPR Article 9(1).
	Special law.SpecialCategory `json:"special,omitempty" validate:"omitempty,oneof=ethnic-origin political-opinion religion trade-union genetic biometric health sex-life criminal"`
	// The rule, in a sentence.
	Text Text `json:"text,omitempty"`
	// Examples of what it means, such as the codes "!!!!" and "####".
	Examples []string `json:"examples,omitempty"`
}

// A TextRuleKind says what a text rule does.
type TextRuleKind string

// The kinds of text rule.
const (
	RequireText TextRuleKind = "require" // write so
	AllowText   TextRuleKind = "allow"   // this may be written
	ForbidText  TextRuleKind = "forbid"  // this may not be written
)
