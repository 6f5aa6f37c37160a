package change

// A Kind is what kind of change it is. The words are stable; JSON has them.
type Kind string

// The kinds of material change: they change what people were told, or agreed to.
const (
	PurposeAdded       Kind = "purpose-added"        // data are used for one more purpose
	PurposeRemoved     Kind = "purpose-removed"      // data are no longer used for a purpose
	PurposeText        Kind = "purpose-text-changed" // a purpose is described in other words, not marked as editorial
	ActivityAdded      Kind = "activity-added"       // one more activity, for purposes that there were before
	ActivityRemoved    Kind = "activity-removed"     // an activity has ended
	ControllerAdded    Kind = "controller-added"     // one more party is controller
	ControllerRemoved  Kind = "controller-removed"   // a party is no longer controller
	ControllerChanged  Kind = "controller-changed"   // number, country or parent of a controller, or who it is in a scope
	BasisChanged       Kind = "basis-changed"        // another legal basis, or other consents that it rests on
	BasisFromConsent   Kind = "basis-from-consent"   // a purpose that rested on consent gets another basis: an error, see Findings
	GroundChanged      Kind = "ground-changed"       // another exception for special categories (GDPR Article 9(2))
	SubjectAdded       Kind = "subject-added"        // one more group of people is concerned
	SubjectRemoved     Kind = "subject-removed"      // a group is no longer concerned
	SubjectChanged     Kind = "subject-changed"      // whether a group is of children, or who acts for it
	DataAdded          Kind = "data-added"           // one more kind of data
	DataRemoved        Kind = "data-removed"         // a kind of data is no longer used
	DataChanged        Kind = "data-changed"         // where data come from, when they are asked for, what becomes of them
	SpecialAdded       Kind = "special-added"        // data belong to a special category, or may reveal one
	SpecialRemoved     Kind = "special-removed"      // data no longer do
	RecipientAdded     Kind = "recipient-added"      // one more recipient
	RecipientRemoved   Kind = "recipient-removed"    // a recipient gets nothing any more
	RecipientChanged   Kind = "recipient-changed"    // who a recipient is, or what it gets
	TransferAdded      Kind = "transfer-added"       // data go to one more country outside the EEA
	TransferRemoved    Kind = "transfer-removed"     // data no longer go to a country
	TransferChanged    Kind = "transfer-changed"     // what allows a transfer
	RetentionLonger    Kind = "retention-longer"     // data are kept longer
	RetentionShorter   Kind = "retention-shorter"    // data are kept less long
	RetentionChanged   Kind = "retention-changed"    // a rule was added, taken away or replaced by one that cannot be compared with it
	ProfilingAdded     Kind = "profiling-added"      // profiles are made
	ProfilingRemoved   Kind = "profiling-removed"    // profiles are no longer made
	DecisionAdded      Kind = "decision-added"       // decisions are made by machine alone (GDPR Article 22)
	DecisionRemoved    Kind = "decision-removed"     // decisions are no longer made by machine alone
	VisibilityWider    Kind = "visibility-wider"     // more people see something
	VisibilityNarrower Kind = "visibility-narrower"  // fewer people see something
	ConsentAdded       Kind = "consent-added"        // one more thing is asked
	ConsentRemoved     Kind = "consent-removed"      // something is no longer asked
	ConsentText        Kind = "consent-text-changed" // a consent has other words, not marked as editorial
	ConsentChanged     Kind = "consent-changed"      // what a consent covers, its kind, who gives it, how long it lasts
	AudienceWider      Kind = "audience-wider"       // a consent reaches more recipients
	AudienceNarrower   Kind = "audience-narrower"    // a consent reaches fewer recipients
	TechnologyAdded    Kind = "technology-added"     // something more is stored on people's devices, or logged
	TechnologyRemoved  Kind = "technology-removed"   // something is no longer stored or logged
	TechnologyChanged  Kind = "technology-changed"   // what is stored or logged, by whom, on which consent
	ScopeChanged       Kind = "scope-changed"        // when an activity takes place, or in which parts of the service
	RegimeChanged      Kind = "regime-changed"       // another data protection law applies
)

// The kinds of change that are not material.
const (
	Editorial        Kind = "editorial"         // a consent or purpose has other words with the same meaning, as its author says
	Renamed          Kind = "renamed"           // a party, recipient or kind of data has another name: look whether it is the same thing
	Wording          Kind = "wording"           // other words elsewhere
	RightChanged     Kind = "right-changed"     // how to use a right, or what limits it
	ContactChanged   Kind = "contact-changed"   // whom to ask, or how to reach them
	ProcessorChanged Kind = "processor-changed" // who processes on the controller's behalf, or in which systems
	FormChanged      Kind = "form-changed"      // a form asks otherwise
	DetailChanged    Kind = "detail-changed"    // anything else
	LanguageAdded    Kind = "language-added"    // the notice is given in one more language
	LanguageRemoved  Kind = "language-removed"  // the notice is no longer given in a language
)

// order lists the kinds as reports do.
var order = [...]Kind{
	BasisFromConsent, RegimeChanged, ControllerAdded, ControllerRemoved, ControllerChanged,
	PurposeAdded, ActivityAdded, PurposeText, PurposeRemoved, ActivityRemoved, SubjectAdded, SubjectChanged, SubjectRemoved,
	BasisChanged, GroundChanged, DataAdded, SpecialAdded, DataChanged, DataRemoved, SpecialRemoved,
	RecipientAdded, RecipientChanged, RecipientRemoved, TransferAdded, TransferChanged, TransferRemoved,
	VisibilityWider, VisibilityNarrower, RetentionLonger, RetentionShorter, RetentionChanged,
	ProfilingAdded, DecisionAdded, ProfilingRemoved, DecisionRemoved,
	ConsentAdded, ConsentText, ConsentChanged, AudienceWider, AudienceNarrower, ConsentRemoved,
	TechnologyAdded, TechnologyChanged, TechnologyRemoved, ScopeChanged,
	Renamed, Editorial, RightChanged, ContactChanged, ProcessorChanged, FormChanged, LanguageAdded, LanguageRemoved, DetailChanged, Wording,
}

// Material reports whether a change of the kind is material.
func (k Kind) Material() bool {
	switch k {
	case Editorial, Renamed, Wording, RightChanged, ContactChanged, ProcessorChanged, FormChanged, DetailChanged, LanguageAdded, LanguageRemoved:
		return false
	}
	return true
}
