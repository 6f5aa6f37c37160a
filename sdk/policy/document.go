package policy

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
)

// A Document is one policy: what an organiser says once, and from which the
// notice, the form, the consent, the deletion date and the record of
// processing (GDPR Article 30) are made.
type Document struct {
	// The policy's short name, in lower-case letters, digits and hyphens. It becomes part of addresses.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What the notice is called, such as "How we handle your personal data".
	Title Text `json:"title,omitempty"`
	// The service that the policy is about, by name, such as "Lärtorget".
	Service Text `json:"service,omitempty"`
	// One or two sentences that open the notice: what the service is and for whom.
	Summary Text `json:"summary,omitempty"`
	// The author's version of the policy, such as "3" or "2026-1".
	Version string `json:"version,omitempty"`
	// The day from which this version applies, as 2026-01-31. Law is looked up on this day.
	EffectiveFrom date.Date `json:"effectiveFrom,omitzero"`
	// How people learn of changes (GDPR Article 12, WP260 rev.01 points 29 to 31).
	Updates Text `json:"updates,omitempty"`
	// The languages in which the notice is given, the main one first. Every text must be there in each.
	Languages []locale.Tag `json:"languages,omitempty" validate:"dive,bcp47"`
	// The data protection law that the policy is under, such as EU-GDPR or EU-EUDPR (Regulation (EU) 2018/1725).
	Regime law.ActID `json:"regime,omitempty"`
	// Where the controller is established: a country code (ISO 3166-1), or EU for institutions of the Union. It decides the supervisory authority.
	Jurisdiction string `json:"jurisdiction,omitempty" validate:"omitempty,jurisdiction"`
	// The supervisory authority that complaints go to, as in the table of authorities. Leave it out: it follows from the jurisdiction and the regime.
	Authority string `json:"authority,omitempty"`
	// True if this file transcribes a notice that somebody else published: then nothing is added that it does not state, so that it can be judged as it is.
	AsPublished bool `json:"asPublished,omitempty"`

	// Acts that the policy cites and that are not in Lagrum's own table: national acts, founding acts, contracts.
	Acts []Act `json:"acts,omitempty"`
	// The legal basis of everything that no activity names, as some published notices have it. A policy of your own is better without: each purpose needs a basis of its own.
	DefaultBasis *Basis `json:"defaultBasis,omitempty"`

	// Legal entities, organisational units and functions that have a part.
	Parties []Party `json:"parties,omitempty"`
	// Processors: who processes on whose instruction, for which task, under which agreement.
	Processors []Processor `json:"processors,omitempty"`
	// Events, site paths and systems for which controller or contact differ.
	Scopes []Scope `json:"scopes,omitempty"`
	// Who answers for which task inside the organisation, centrally and locally.
	Responsibilities []Responsibility `json:"responsibilities,omitempty"`

	// The groups of people that the data are about.
	Subjects []Subject `json:"subjects,omitempty"`
	// Circumstances under which some data are needed, such as "the course is fee-based".
	Circumstances []Circumstance `json:"circumstances,omitempty"`
	// The kinds of data.
	Data []Datum `json:"data,omitempty"`
	// The purposes, as a tree.
	Purposes []Purpose `json:"purposes,omitempty"`
	// The activities: each ties purposes to controllers, basis, data, recipients and retention.
	Activities []Activity `json:"activities,omitempty"`

	// Who receives data, other than processors.
	Recipients []Recipient `json:"recipients,omitempty"`
	// The systems and services in use.
	Systems []System `json:"systems,omitempty"`
	// Which roles among staff see which data, and for what.
	Access []Access `json:"access,omitempty"`
	// What is shown to whom by the service itself.
	Visibility []Visibility `json:"visibility,omitempty"`
	// Retention rules: when data must or may go.
	Retention []Retention `json:"retention,omitempty"`
	// How several retention rules on the same data combine.
	RetentionCombination Combination `json:"retentionCombination,omitempty" validate:"omitempty,oneof=longest per-copy"`
	// What consent is asked for, and how.
	Consents []Consent `json:"consents,omitempty"`
	// The forms that collect the data.
	Forms []Form `json:"forms,omitempty"`
	// Cookies, logs and other technology that stores or reads.
	Technologies []Technology `json:"technologies,omitempty"`
	// Changes of words in consents and purposes that mean the same as before, so that nobody is asked again.
	Editorial []EditorialChange `json:"editorial,omitempty"`
	// Security measures (GDPR Article 32), as far as a notice tells of them.
	Measures []Measure `json:"measures,omitempty"`
	// Codes of conduct that are followed.
	Codes []CodeOfConduct `json:"codes,omitempty"`
	// Negative statements, which the rest of the policy must bear out.
	Declarations []Declaration `json:"declarations,omitempty"`
	// Rules for free-text fields: what staff may and may not write.
	TextRules []TextRule `json:"textRules,omitempty"`

	// What the policy adds to a right: how to use it, its limits. Which rights there are follows from regime and basis.
	Rights []Right `json:"rights,omitempty"`
	// Whom to ask.
	Contacts []Contact `json:"contacts,omitempty"`
	// Where to read more.
	Links []Link `json:"links,omitempty"`
	// Words that the notice explains.
	Glossary []GlossaryEntry `json:"glossary,omitempty"`
	// Advice to participants, guardians or staff.
	Advice []Advice `json:"advice,omitempty"`
	// The notice in words for children. Needed where data are about children (GDPR Article 12(1), recital 58).
	Children *ChildNotice `json:"children,omitempty"`
}

// A Text is one text in several languages. In a file it is either a mapping
// from language to text, or, where the words are the same in all languages
// (most names), a plain string, held under [locale.Any].
type Text map[locale.Tag]string

// In gives the text in exactly the language asked for, or the text that holds
// for all languages. It never falls back to another language: a missing text
// is a finding, and the empty string here.
func (t Text) In(tag locale.Tag) string {
	if s, ok := t[tag]; ok {
		return s
	}
	return t[locale.Any]
}

// IsZero reports whether the text is empty in all languages.
func (t Text) IsZero() bool { return len(t) == 0 }

// A Link points to more to read.
type Link struct {
	// The link's id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What the reader sees.
	Label Text `json:"label,omitempty"`
	// The address, http or https; it may differ per language.
	URL Text `json:"url,omitempty"`
	// Who can open it: public (the default) or internal, such as pages on a staff network.
	Audience LinkAudience `json:"audience,omitempty" validate:"omitempty,oneof=public internal"`
}

// A LinkAudience says who can open a link.
type LinkAudience string

// The audiences of a link. The empty value means public.
const (
	PublicLink   LinkAudience = "public"   // anybody
	InternalLink LinkAudience = "internal" // only people inside the organisation's network
)

// A GlossaryEntry explains a word inside the notice.
type GlossaryEntry struct {
	// The word.
	Term Text `json:"term,omitempty"`
	// What it means, in one or two sentences.
	Definition Text `json:"definition,omitempty"`
}

// Advice is addressed to the readers of the notice: what they had better do or not do.
type Advice struct {
	// The advice's id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// Whom it is for: participants (the default), guardians or staff.
	To Addressee `json:"to,omitempty" validate:"omitempty,oneof=participants guardians staff"`
	// The advice, in full sentences.
	Text Text `json:"text,omitempty"`
}

// An Addressee is a group of readers.
type Addressee string

// The groups of readers. The empty value means participants.
const (
	ToParticipants Addressee = "participants" // those who take part, or apply
	ToGuardians    Addressee = "guardians"    // those who have parental responsibility
	ToStaff        Addressee = "staff"        // those who work for the organiser
)

// A ChildNotice is what only the children's layer says. It is addressed to the
// child, in short sentences; the rights and the contacts are added by Lagrum.
type ChildNotice struct {
	// What the service is, in a child's words.
	Intro Text `json:"intro,omitempty"`
	// What is known about the child.
	What Text `json:"what,omitempty"`
	// Why.
	Why Text `json:"why,omitempty"`
	// Who gets to see it.
	Who Text `json:"who,omitempty"`
	// When it goes.
	Until Text `json:"until,omitempty"`
	// Whom the child can ask, such as "your teacher".
	Ask Text `json:"ask,omitempty"`
}
