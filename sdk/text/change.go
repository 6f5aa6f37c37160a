package text

// Change says what differs between two versions of a policy, to the people
// whose data it is about. Sentences stand under the heading of what they are
// part of. In them {what} is one name or a list of names, after a colon.
type Change struct {
	Title       string // {title}: the notice of change, by the title of the notice that changes
	Applies     string // {date}: the day from which the changes apply
	Concerns    string // {subjects}: whom the changes concern
	ConcernsAll string // the changes concern everybody
	Material    string // heading: changes that people must know of
	General     string // heading: changes that belong to no purpose in particular
	Other       string // heading: changes of words and details
	OnlyWords   string // only words and details differ; what is done with data does not
	Nothing     string // nothing differs
	Again       string // heading: what people are asked again
	AgainIntro  string // why they are asked again, and that they may say no
	NothingToDo string // people need not do anything
	Asked       string // {consents}: these consents are asked again; for the author of the policy
	Reason      string // {reason}: the author's reason for calling a change editorial

	PurposeAdded       string // {what}: used for one more purpose
	PurposeRemoved     string // {what}: no longer used for this purpose
	PurposeText        string // {what}: a purpose is described in other words
	ActivityAdded      string // {what}: used in one more way
	ActivityRemoved    string // {what}: no longer used in this way
	ControllerAdded    string // {what}: also controller
	ControllerRemoved  string // {what}: no longer controller
	ControllerChanged  string // who is controller changes
	BasisChanged       string // the legal basis changes
	BasisFromConsent   string // consent was asked, and is not relied on any more
	GroundChanged      string // why sensitive data may be used changes
	SubjectAdded       string // {what}: also concerns this group
	SubjectRemoved     string // {what}: no longer concerns this group
	SubjectChanged     string // {what}: who acts for this group changes
	DataAdded          string // {what}: these data too
	DataRemoved        string // {what}: no longer these data
	DataChanged        string // {what}: how these data come and are handled changes
	SpecialAdded       string // {what}: these data are or may reveal sensitive data
	SpecialRemoved     string // {what}: these data are no longer counted as sensitive
	RecipientAdded     string // {what}: these receive data too
	RecipientRemoved   string // {what}: these receive data no longer
	RecipientChanged   string // {what}: who these are, or what they receive, changes
	TransferAdded      string // {what}: data also go to this country outside the EEA
	TransferRemoved    string // {what}: data no longer go to this country
	TransferChanged    string // {what}: what protects data that go to this country changes
	VisibilityWider    string // {what}: more people can see this
	VisibilityNarrower string // {what}: fewer people can see this
	RetentionLonger    string // kept longer
	LongerThan         string // {new}, {old}: kept longer, with both periods in the form locale.Count
	RetentionShorter   string // kept less long
	ShorterThan        string // {new}, {old}: kept less long, with both periods in the form locale.Count
	RetentionChanged   string // how long data are kept changes
	ProfilingAdded     string // data are used for profiling
	ProfilingRemoved   string // data are no longer used for profiling
	DecisionAdded      string // decisions are made by machine alone
	DecisionRemoved    string // decisions are no longer made by machine alone
	ConsentAdded       string // {what}: consent is asked for this too
	ConsentRemoved     string // {what}: consent is no longer asked for this
	ConsentText        string // {what}: the words of the consent to this change
	ConsentChanged     string // {what}: what the consent to this covers changes
	AudienceWider      string // {what}: the consent to this covers more recipients
	AudienceNarrower   string // {what}: the consent to this covers fewer recipients
	TechnologyAdded    string // {what}: this is stored or logged too
	TechnologyRemoved  string // {what}: this is stored or logged no longer
	TechnologyChanged  string // {what}: how this is stored or logged changes
	ScopeChanged       string // takes place at other times, or in other parts of the service
	RegimeChanged      string // another data protection law applies

	Renamed          string // {what}: these have new names
	Editorial        string // {what}: other words with the same meaning
	RightChanged     string // how to use the rights is told otherwise
	ContactChanged   string // contact details
	ProcessorChanged string // who processes on the controller's behalf, or in which systems
	FormChanged      string // forms
	LanguageAdded    string // {what}: also in these languages
	LanguageRemoved  string // {what}: no longer in these languages
	DetailChanged    string // other details
	Wording          string // other words in some texts
}
