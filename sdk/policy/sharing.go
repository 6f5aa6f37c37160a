package policy

// A Recipient is somebody to whom data are disclosed and who is no processor
// of the controller (GDPR Article 4(9)).
type Recipient struct {
	// The id that activities use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What it is: authority, controller, organiser, participants, public-records or public.
	Kind RecipientKind `json:"kind,omitempty" validate:"omitempty,oneof=authority controller organiser participants public-records public"`
	// Who, if it is one party.
	Party string `json:"party,omitempty" ref:"party"`
	// Who, as a category, if it is not one party: "the caterer of the course".
	Name Text `json:"name,omitempty"`
	// Which data. Leave it out if all data of the activity.
	Data []string `json:"data,omitempty" ref:"datum"`
	// What for.
	Purpose Text `json:"purpose,omitempty"`
	// When it happens, if not always.
	Condition Text `json:"condition,omitempty"`
	// Whether data may or must be disclosed; empty if it simply happens.
	Modality Modality `json:"modality,omitempty" validate:"omitempty,oneof=may must"`
	// The law behind it.
	Law []Citation `json:"law,omitempty"`
	// What carries data out of the EEA, if anything does.
	Transfer *Transfer `json:"transfer,omitempty"`
	// A link to read more, such as on public access to documents.
	Link string `json:"link,omitempty" ref:"link"`
	// True if only data that identify nobody are passed on.
	Anonymous bool `json:"anonymous,omitempty"`
}

// A RecipientKind says what a recipient is.
type RecipientKind string

// The kinds of recipient. The empty value means another controller.
const (
	AuthorityRecipient    RecipientKind = "authority"      // a public authority
	ControllerRecipient   RecipientKind = "controller"     // decides for itself what happens to the data
	OrganiserRecipient    RecipientKind = "organiser"      // who holds the course
	ParticipantsRecipient RecipientKind = "participants"   // other people in the same course
	PublicRecords         RecipientKind = "public-records" // anybody who asks for a public document
	PublicRecipient       RecipientKind = "public"         // everybody
)

// A Modality says whether something may or must happen.
type Modality string

// The modalities.
const (
	May  Modality = "may"  // it can happen
	Must Modality = "must" // the law demands it
)

// A Transfer carries data out of the EEA (GDPR Chapter V).
type Transfer struct {
	// Where to: a country code (ISO 3166-1).
	Country string `json:"country,omitempty" validate:"omitempty,iso3166_1_alpha2"`
	// What allows it: adequacy (Article 45), scc, bcr, code, certification or ad-hoc (46), or derogation (49).
	Mechanism Mechanism `json:"mechanism,omitempty" validate:"omitempty,oneof=adequacy scc bcr code certification ad-hoc derogation"`
	// The decision or contract, such as (EU) 2023/1795.
	Decision string `json:"decision,omitempty"`
	// How to get a copy of the safeguards (GDPR Article 13(1)(f)).
	Copy Text `json:"copy,omitempty"`
}

// A Mechanism is what allows a transfer.
type Mechanism string

// The mechanisms of GDPR Chapter V.
const (
	Adequacy      Mechanism = "adequacy"      // Article 45
	SCC           Mechanism = "scc"           // standard contractual clauses, Article 46(2)(c)
	BCR           Mechanism = "bcr"           // binding corporate rules, Article 47
	ConductCode   Mechanism = "code"          // approved code of conduct, Article 46(2)(e)
	Certification Mechanism = "certification" // Article 46(2)(f)
	AdHoc         Mechanism = "ad-hoc"        // clauses with authorisation, Article 46(3)
	Derogation    Mechanism = "derogation"    // Article 49
)

// A System is a system or service in which data are processed.
type System struct {
	// The id that activities use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What people call it.
	Name Text `json:"name,omitempty"`
	// What it is for.
	Function Text `json:"function,omitempty"`
	// Who runs it: central or local.
	Level Level `json:"level,omitempty" validate:"omitempty,oneof=central local"`
	// Who supplies it.
	Supplier string `json:"supplier,omitempty" ref:"party"`
	// The processor behind it.
	Processor string `json:"processor,omitempty" ref:"processor"`
	// The only data it holds. Leave it out if it is not limited.
	Data []string `json:"data,omitempty" ref:"datum"`
	// True if it is declared to hold no personal data.
	NoPersonalData bool `json:"noPersonalData,omitempty"`
	// Where its data are stored: country codes, or EU.
	StoredIn []string `json:"storedIn,omitempty" validate:"dive,jurisdiction"`
	// Anything else a reader should know.
	Note Text `json:"note,omitempty"`
	// Whom to ask about it.
	Contact string `json:"contact,omitempty" ref:"contact"`
}

// Access says which role among staff sees which data, and for what
// (dpv:AccessControlMethod).
type Access struct {
	// The id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// The role or relation: "teachers, for their own pupils".
	Who Text `json:"who,omitempty"`
	// Where they work.
	Party string `json:"party,omitempty" ref:"party"`
	// Which data. Leave it out if all.
	Data []string `json:"data,omitempty" ref:"datum"`
	// What for, and nothing else.
	Purpose Text `json:"purpose,omitempty"`
	// When, if not always.
	Condition Text `json:"condition,omitempty"`
}

// Visibility says what the service shows to whom (dpv:MakeAvailable).
type Visibility struct {
	// The id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// To whom, from the widest to the narrowest: public-indexed, public, logged-in, same-course, staff or self.
	Audience Audience `json:"audience,omitempty" validate:"omitempty,oneof=public-indexed public logged-in same-course staff self"`
	// Where it is shown.
	Where Text `json:"where,omitempty"`
	// Which data.
	Data []string `json:"data,omitempty" ref:"datum"`
	// When, if not always.
	Condition Text `json:"condition,omitempty"`
	// True if the person can take it away.
	Removable bool `json:"removable,omitempty"`
}

// An Audience is who can see something.
type Audience string

// The audiences, from the widest to the narrowest.
const (
	PublicIndexed Audience = "public-indexed" // everybody, and search engines
	Public        Audience = "public"         // everybody
	LoggedIn      Audience = "logged-in"      // everybody with an account
	SameCourse    Audience = "same-course"    // those enrolled in the same course
	Staff         Audience = "staff"          // those who work with it
	OnlySelf      Audience = "self"           // the person alone
)

// A Technology stores on, or reads from, the device of a visitor, or keeps a
// log (Directive 2002/58/EC Article 5(3)).
type Technology struct {
	// The id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What it is: cookie, local-storage, script, pixel or log.
	Kind TechnologyKind `json:"kind,omitempty" validate:"omitempty,oneof=cookie local-storage script pixel log"`
	// Its name.
	Name Text `json:"name,omitempty"`
	// What it is for.
	Purpose Text `json:"purpose,omitempty"`
	// Who provides it, if that is another party.
	Provider string `json:"provider,omitempty" ref:"party"`
	// Which data.
	Data []string `json:"data,omitempty" ref:"datum"`
	// How long it keeps them.
	Retention string `json:"retention,omitempty" ref:"retention"`
	// True if the service does not work without it: then no consent is needed.
	Necessary bool `json:"necessary,omitempty"`
	// The consent that it needs otherwise.
	Consent string `json:"consent,omitempty" ref:"consent"`
	// How to refuse or remove it, and what then still works.
	Refuse Text `json:"refuse,omitempty"`
	// The names under which it stands on the device, so that it can be found and removed: of cookies, or keys of a
	// store. With * at the end, all that begin so: "_ga_*".
	Stored []string `json:"stored,omitempty"`
	// True if it is declared to hold no personal data.
	NoPersonalData bool `json:"noPersonalData,omitempty"`
}

// A TechnologyKind says what a technology is.
type TechnologyKind string

// The kinds of technology.
const (
	Cookie       TechnologyKind = "cookie"        // a small file in the browser (tech:Cookie)
	LocalStorage TechnologyKind = "local-storage" // the browser's own store
	Script       TechnologyKind = "script"        // code of another party in the page
	Pixel        TechnologyKind = "pixel"         // an image that reports a visit
	Log          TechnologyKind = "log"           // what a server notes
)

// A Measure is a security measure (GDPR Article 32).
type Measure struct {
	// The id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// organisational or technical.
	Kind MeasureKind `json:"kind,omitempty" validate:"omitempty,oneof=organisational technical"`
	// The measure, in a sentence.
	Text Text `json:"text,omitempty"`
	// The term of the Data Privacy Vocabulary, such as dpv:EncryptionInTransfer.
	Term string `json:"term,omitempty" validate:"omitempty,curie"`
}

// A MeasureKind says what a measure is.
type MeasureKind string

// The kinds of measure.
const (
	Organisational MeasureKind = "organisational" // how people work (dpv:OrganisationalMeasure)
	Technical      MeasureKind = "technical"      // what machines do (dpv:TechnicalMeasure)
)

// A CodeOfConduct is a code that is followed (dpv:CodeOfConduct).
type CodeOfConduct struct {
	// The id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// Its name.
	Name Text `json:"name,omitempty"`
	// What it covers and where it holds.
	Text Text `json:"text,omitempty"`
	// Where to read it.
	Link string `json:"link,omitempty" ref:"link"`
	// True if it is approved under GDPR Article 40.
	Approved bool `json:"approved,omitempty"`
}

// A Declaration is a negative statement. Lint checks it against everything else.
type Declaration struct {
	// The id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What is denied.
	Denies Denial `json:"denies,omitempty" validate:"omitempty,oneof=personal-data sensitive-data marketing profiling automated-decisions storage other-use disclosure leaves-eea"`
	// The data it is about, if not all.
	Data []string `json:"data,omitempty" ref:"datum"`
	// The system it is about, if not all.
	System string `json:"system,omitempty" ref:"system"`
	// The statement as the notice gives it.
	Text Text `json:"text,omitempty"`
}

// A Denial is what a declaration denies.
type Denial string

// What can be denied.
const (
	DeniesPersonalData  Denial = "personal-data"       // nothing here is personal data
	DeniesSensitive     Denial = "sensitive-data"      // no special categories
	DeniesMarketing     Denial = "marketing"           // never for marketing
	DeniesProfiling     Denial = "profiling"           // no profiles
	DeniesAutomated     Denial = "automated-decisions" // no decisions by machine alone
	DeniesStorage       Denial = "storage"             // not kept
	DeniesOtherUse      Denial = "other-use"           // used for nothing else
	DeniesDisclosure    Denial = "disclosure"          // passed on to nobody
	DeniesLeavingTheEEA Denial = "leaves-eea"          // stays within the EU or EEA
)
