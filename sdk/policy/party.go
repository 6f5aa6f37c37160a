package policy

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
)

// A Party is somebody who has a part in the processing. Whether it is
// controller, processor or recipient is said by each activity, never by the
// party itself: one organisation may be controller here and processor there.
type Party struct {
	// The id that activities and others use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What it is: legal-entity (the default), unit (a part of one) or function (a role such as "head of unit A5").
	Kind PartyKind `json:"kind,omitempty" validate:"omitempty,oneof=legal-entity unit function"`
	// The party that this one is a part of.
	PartOf string `json:"partOf,omitempty" ref:"party"`
	// The official name.
	Name Text `json:"name,omitempty"`
	// The capacity in which it acts by law, such as "as school organiser and home municipality".
	Capacity Text `json:"capacity,omitempty"`
	// The organisation number: organisationsnummer, CVR, Y-tunnus, kennitala, PIC.
	OrgNumber string `json:"orgNumber,omitempty"`
	// Where it is established: a country code (ISO 3166-1).
	Country string `json:"country,omitempty" validate:"omitempty,iso3166_1_alpha2"`
	// True for public authorities and bodies: they need a data protection officer, and may not rely on GDPR Article 6(1)(f).
	PublicAuthority bool `json:"publicAuthority,omitempty"`
	// Whether it may sign data processing agreements: yes or no; empty if not said.
	SignsAgreements YesNo `json:"signsAgreements,omitempty" validate:"omitempty,oneof=yes no"`
	// Postal address.
	Address *Address `json:"address,omitempty"`
	// An e-mail address of a function, not of a person.
	Email string `json:"email,omitempty" validate:"omitempty,email"`
	// Telephone number, as people write it.
	Phone string `json:"phone,omitempty"`
	// Web site.
	Web string `json:"web,omitempty" validate:"omitempty,http_url"`
	// The contact that is its data protection officer (GDPR Articles 37 to 39).
	DPO string `json:"dpo,omitempty" ref:"contact"`
	// The party that represents it in the Union (GDPR Article 27).
	Representative string `json:"representative,omitempty" ref:"party"`
	// Its own privacy notice.
	Notice string `json:"notice,omitempty" validate:"omitempty,http_url"`
}

// A PartyKind says what a party is.
type PartyKind string

// The kinds of party. The empty value means a legal entity.
const (
	LegalEntity PartyKind = "legal-entity" // a person in law
	Unit        PartyKind = "unit"         // a part of a legal entity (dpv:OrganisationalUnit)
	Function    PartyKind = "function"     // a role, whoever holds it
)

// YesNo is an answer that may also be missing, which is the empty value.
type YesNo string

// The answers.
const (
	Yes YesNo = "yes" // it is so
	No  YesNo = "no"  // it is not so
)

// An Address is a postal address.
type Address struct {
	// Street and number, or the post-office box.
	Street string `json:"street,omitempty"`
	// Postal code as it is written in its country.
	PostalCode string `json:"postalCode,omitempty"`
	// Town.
	City string `json:"city,omitempty"`
	// Country code (ISO 3166-1).
	Country string `json:"country,omitempty" validate:"omitempty,iso3166_1_alpha2"`
}

// A Processor says that a party processes data on another's behalf (GDPR
// Article 28; Regulation (EU) 2018/1725 Article 29).
type Processor struct {
	// The id that activities and systems use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// Who processes.
	Party string `json:"party,omitempty" ref:"party"`
	// On whose instruction: the controllers, most often one.
	For []string `json:"for,omitempty" ref:"party"`
	// The processor that engaged it, for sub-processors (GDPR Article 28(4)).
	SubProcessorOf string `json:"subProcessorOf,omitempty" ref:"processor"`
	// What it does.
	Task Text `json:"task,omitempty"`
	// Countries where it processes or from where it has access (ISO 3166-1).
	Countries []string `json:"countries,omitempty" validate:"dive,iso3166_1_alpha2"`
	// The contract (GDPR Article 28(3)).
	Agreement *Agreement `json:"agreement,omitempty"`
	// What carries data out of the EEA, if anything does.
	Transfer *Transfer `json:"transfer,omitempty"`
}

// An Agreement is a data processing agreement.
type Agreement struct {
	// Its reference or number.
	Reference string `json:"reference,omitempty"`
	// Who signed it for the controller.
	SignedBy string `json:"signedBy,omitempty" ref:"party"`
	// The day it was signed.
	Date date.Date `json:"date,omitzero"`
	// What it lays down, one sentence each.
	Content []Text `json:"content,omitempty"`
	// Which of the terms of GDPR Article 28(3) it has: instructions, confidentiality, security, sub-processors, rights, assistance, deletion and audits. List those that somebody has read in it.
	Covers []AgreementTerm `json:"covers,omitempty" validate:"dive,oneof=instructions confidentiality security sub-processors rights assistance deletion audits"`
}

// An AgreementTerm is one of the terms that a data processing agreement must have:
// GDPR Article 28(3)(a) to (h); Regulation (EU) 2018/1725 Article 29(3).
type AgreementTerm string

// The terms, in the order of the points.
const (
	OnInstructions AgreementTerm = "instructions"    // (a) only on documented instructions
	BoundToSecrecy AgreementTerm = "confidentiality" // (b) whoever sees the data is bound to secrecy
	Secured        AgreementTerm = "security"        // (c) security as Article 32 demands
	SubProcessors  AgreementTerm = "sub-processors"  // (d) others only with leave, and with the same duties
	HelpWithRights AgreementTerm = "rights"          // (e) help when people use their rights
	HelpWithDuties AgreementTerm = "assistance"      // (f) help with security, breaches and impact assessments
	DeletedAtEnd   AgreementTerm = "deletion"        // (g) erasure or return at the end
	Audited        AgreementTerm = "audits"          // (h) information and audits
)

// A Scope is a part of the service for which something differs: an event, a
// part of the site or a system.
type Scope struct {
	// The id by which a context names it.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What it is: event, path or system.
	Kind ScopeKind `json:"kind,omitempty" validate:"omitempty,oneof=event path system"`
	// What people call it.
	Title Text `json:"title,omitempty"`
	// For a path: the address's beginning, such as /Business.
	Path string `json:"path,omitempty"`
	// Who is controller here, for activities that take their controller from the scope.
	Controllers []string `json:"controllers,omitempty" ref:"party"`
	// Whom to ask here.
	Contacts []string `json:"contacts,omitempty" ref:"contact"`
	// Which circumstances hold here: an event with catering, with a fee.
	Has []string `json:"has,omitempty" ref:"circumstance"`
	// The first day, for events.
	From date.Date `json:"from,omitzero"`
	// The last day, for events.
	To date.Date `json:"to,omitzero"`
}

// A ScopeKind says what a scope is.
type ScopeKind string

// The kinds of scope.
const (
	EventScope  ScopeKind = "event"  // one course occasion, seminar, trip
	PathScope   ScopeKind = "path"   // a part of the web site
	SystemScope ScopeKind = "system" // one system or service
)

// A Responsibility is a task inside the controller's organisation: who does what.
type Responsibility struct {
	// The task's id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// Where the task lies: central or local.
	Level Level `json:"level,omitempty" validate:"omitempty,oneof=central local"`
	// Who has it.
	Party string `json:"party,omitempty" ref:"party"`
	// What it is.
	Task Text `json:"task,omitempty"`
	// When it applies, if not always.
	When Text `json:"when,omitempty"`
	// True if nobody else may do it.
	Only bool `json:"only,omitempty"`
}

// A Level says whether something is run centrally or by each school or unit.
type Level string

// The levels.
const (
	Central Level = "central" // by the administration, for all units
	Local   Level = "local"   // by the school or unit itself
)

// A Contact is whom to ask about what. It names a function; a person only if
// that person agreed to stand in a public notice.
type Contact struct {
	// The id that parties, scopes and rights use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What it is for.
	Kind ContactKind `json:"kind,omitempty" validate:"omitempty,oneof=service controller dpo registrar helpdesk unit supplier course"`
	// The function, such as "data protection officer" or "registrar".
	Name Text `json:"name,omitempty"`
	// Where it belongs.
	Party string `json:"party,omitempty" ref:"party"`
	// What to turn there for.
	About Text `json:"about,omitempty"`
	// E-mail address.
	Email string `json:"email,omitempty" validate:"omitempty,email"`
	// Telephone number, as people write it.
	Phone string `json:"phone,omitempty"`
	// A web page or form.
	Web string `json:"web,omitempty" validate:"omitempty,http_url"`
	// Postal address.
	Address *Address `json:"address,omitempty"`
	// Where the address is found if it differs each time, such as "in the course description".
	FoundIn Text `json:"foundIn,omitempty"`
}

// A ContactKind says what a contact is for.
type ContactKind string

// The kinds of contact.
const (
	ServiceContact    ContactKind = "service"    // questions about the service, closing an account
	ControllerContact ContactKind = "controller" // the controller itself
	DPOContact        ContactKind = "dpo"        // the data protection officer
	RegistrarContact  ContactKind = "registrar"  // where formal requests are filed
	HelpdeskContact   ContactKind = "helpdesk"   // technical help
	UnitContact       ContactKind = "unit"       // the contact person of a school or unit
	SupplierContact   ContactKind = "supplier"   // the supplier of a service
	CourseContact     ContactKind = "course"     // the person responsible for one course
)

// A Right is what the policy adds to a right of the people concerned: how to
// use it here, its limits. Which rights apply follows from regime and basis.
type Right struct {
	// Which right.
	Right law.Right `json:"right,omitempty" validate:"omitempty,oneof=information access rectification erasure restriction notification portability objection objection-marketing automated-decision withdraw-consent complaint"`
	// How to use it.
	How Text `json:"how,omitempty"`
	// Whom to turn to.
	Contact string `json:"contact,omitempty" ref:"contact"`
	// Where it ends.
	Limits Text `json:"limits,omitempty"`
	// What form a request must have, if any is demanded.
	Form Text `json:"form,omitempty"`
	// What it costs and how often it is free, if that is limited.
	Fee Text `json:"fee,omitempty"`
	// True if the right can be used by the person alone, in the service.
	SelfService bool `json:"selfService,omitempty"`
}
