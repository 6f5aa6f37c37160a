package text

import "github.com/lagrum/lagrum/sdk/locale"

// A Language is everything that the product says in one language. Patterns
// hold placeholders in braces, which are the same in all languages and are
// filled in by locale.Format.
type Language struct {
	Tag  locale.Tag // the language
	Name string     // its name in itself, with the capital it has there: "svenska", "Deutsch"

	Rules          locale.Rules   // dates, periods, lists, plural
	Law            Law            // articles and acts in running text
	Notice         Notice         // headings and sentences of the full and the short layer
	Data           Data           // words of the tables of data, systems, recipients and technology
	Basis          Basis          // legal bases and special grounds
	Retention      Retention      // the retention rule in words
	RetentionPlan  RetentionPlan  // what is due when, and why
	Rights         Rights         // rights, how they are used, their limits
	Recourse       Recourse       // where to turn
	Request        Request        // requests: whether a right applies, who may ask, by when, letters
	Child          Child          // the layer for children, addressed to the child
	Categories     Categories     // special categories
	Form           Form           // forms: labels, messages, buttons
	Consent        Consent        // consents: what counts, the receipt, taking back
	Panel          Panel          // the panel of choices that stay on the device
	Screen         Screen         // what is asked when free text may say too much
	Visible        Visible        // who sees what, and why
	Staff          Staff          // the page of a demonstration for the staff
	Ask            Ask            // the page on which people use a right
	Desk           Desk           // the pages on which the staff answer requests
	Due            Due            // the page of what is due by the retention rules
	Serve          Serve          // the pages around a notice
	Change         Change         // what differs between two versions of a policy
	Accountability Accountability // the record of processing and what belongs to it
}

// Law says how articles and acts are written in running text. In the patterns
// {act} is the act, {article} the whole reference. An article is always put
// into Of, so it may end with the comma that the language wants there.
type Law struct {
	Article       string // an article: {a} its number
	Paragraph     string // an article with paragraph: {a}, {p}
	Letter        string // an article with paragraph and letter: {a}, {p}, {l}
	ArticleLetter string // an article with a letter and no paragraph: {a}, {l}
	Of            string // an article of an act: {article}, {act}; the act in the form of Regime.Of
	Section       string // a provision of a national act: {act}, {section} as the act writes it
	Repealed      string // a warning: {act} no longer applies since {date}
	NotYet        string // a warning: {act} applies only from {date}

	GDPR    Regime // Regulation (EU) 2016/679
	EUDPR   Regime // Regulation (EU) 2018/1725
	PUL     Regime // Swedish personuppgiftslag (1998:204)
	General Regime // any other data protection law: {act} is its own title
}

// A Regime is a data protection law by its usual name.
type Regime struct {
	Name string // as a subject: "dataskyddsförordningen"
	Of   string // as Law.Of needs it: Finnish genitive, Icelandic genitive
}

// Notice holds the headings and sentences of the full and the short layer.
type Notice struct {
	ShortTitle string // title of the short layer: {title} of the notice
	Contents   string // heading of the table of contents
	InBrief    string // heading above the summary facts
	Applies    string // {version}, {date}: which version, from when
	AppliesOn  string // {date}: from when, without a version
	Updates    string // heading: how changes are made known
	FullLink   string // link text from the short and the child layer to the full notice
	Print      string // button: print the notice
	CopyLink   string // button before a colon and the heading of a section: copy a link to it
	Copied     string // what is said then
	OnlyInside string // mark on a link that opens only on the organiser's own network
	YesWord    string // "yes" in a table
	NoWord     string // "no" in a table

	Controller         string // heading: who is controller
	ControllerIs       string // {name} is controller and decides why and how data are processed
	ControllersAre     string // {names} are joint controllers
	ControllerCapacity string // {name}, {capacity}: acts in a capacity
	ControllerPerEvent string // the controller is whoever holds the course
	ControllerPerPath  string // the controller depends on the part of the site
	ControllerPerSys   string // the controller depends on the system
	ControllerTable    string // caption: which controller where
	ControllerFor      string // label: controller of this activity
	ControllerUnset    string // who is controller is not said here; see the organiser
	JointEssence       string // label: what the controllers agreed
	DPO                string // label: data protection officer
	Representative     string // label: representative in the Union
	Unit               string // {unit}, {party}: unit is the part of party that handles the matter
	Function           string // {function}, {party}: function is in charge at party
	OrgNumber          string // label: organisation number
	Email              string // label
	Phone              string // label
	Web                string // label: web site
	Address            string // label: postal address
	SameContact        string // the controllers share contact details but are separate

	Purposes       string // heading: why data are used, and how
	PurposesIntro  string // one sentence under it
	Purpose        string // label: purpose
	DataUsed       string // label: which data
	AboutWhom      string // label: whom the data are about
	LegalBasis     string // label: legal basis
	SpecialGround  string // label: why sensitive data may be used
	WhoGets        string // label: who receives the data
	HowLong        string // label: how long the data are kept
	MustYou        string // label: must you give the data
	SystemsUsed    string // label: in which systems
	ProcessedBy    string // label: who processes on the controller's behalf
	ProfilingLabel string // label: profiling
	ConsentLabel   string // label: consent asked for
	OnlyIn         string // label: applies only in these scopes
	Statutory      string // yes: a law demands the data
	Contractual    string // yes: the contract demands them
	Necessary      string // yes: without them it cannot be done
	Voluntary      string // no: it is up to you
	NobodyElse     string // no recipients: the data stay with us
	AutomatedYes   string // a decision is made by machine alone
	AutomatedNo    string // no decision is made by machine alone

	DefaultBasis string // heading: processing that is not listed
	DefaultIs    string // {basis}: anything else rests on
	Subjects     string // heading: whom the data are about
	Guardians    string // the notice is addressed to guardians: {subjects}
	GuardiansToo string // the notice is addressed to guardians too: {subjects}
	Acts         string // heading: acts and decisions behind the task
	Changes      string // heading: version and changes

	DataHeading string // heading: which data
	Sources     string // heading: where the data come from
	Roles       string // heading: who processes on whose instruction
	Tasks       string // heading: who does what in the organisation
	Systems     string // heading: systems and services
	Recipients  string // heading: who receives data
	Access      string // heading: who among staff sees data
	Visibility  string // heading: what others can see
	Consent     string // heading: consent
	Retain      string // heading: how long data are kept
	Technology  string // heading: cookies and logs
	Security    string // heading: how data are protected
	Declared    string // heading: what is not done
	TextRules   string // heading: rules for free text
	Rights      string // heading: your rights
	Recourse    string // heading: if you are not satisfied
	Contacts    string // heading: whom to ask
	Advice      string // heading: advice
	Glossary    string // heading: words explained
	Codes       string // heading: codes of conduct
	Links       string // heading: read more

	ShortWho      string // heading of the short layer: who
	ShortWhy      string // why
	ShortNotable  string // what you may not expect
	ShortRights   string // your rights
	ShortMore     string // read more
	ShortRightsIs string // {rights}: you have these rights (a list)
}

// Data holds the words of tables.
type Data struct {
	Datum          string // column: kind of data
	Given          string // column: must it be given
	Origin         string // column: where it comes from
	AboutPeople    string // caption: data about people
	AboutOrgs      string // caption: data about organisations
	Required       string // in a cell: must be given
	Optional       string // in a cell: may be given
	Observed       string // in a cell: noted by the system
	OnlyWhen       string // {circumstance}: only then
	OneOf          string // {data}: one of these is enough
	FromYou        string // from the person, without a channel
	FromYouWeb     string // you enter it on the web
	FromYouPhone   string // you say it on the phone, staff enter it
	FromYouEmail   string // you mail it, staff copy it
	FromYouPaper   string // you write it on paper
	FromUs         string // written down by the controller's own staff
	FromOther      string // {party}: comes from another party
	FromLogin      string // {party}: comes from the party at log-in
	Attribute      string // {name}: in this attribute
	FromObserving  string // noted when the service is used
	FromDeriving   string // worked out from other data
	FromPublic     string // the source is open to everybody
	Transient      string // {datum}, {becomes}: converted at once and not kept
	TransientBy    string // {party}: who converts
	Linked         string // label: when it is tied to a person
	NotLinked      string // it is not tied to a person otherwise
	Special        string // {category}: sensitive data
	Reveals        string // {category}: may reveal sensitive data
	NationalNumber string // mark: a national identification number
	Anonymous      string // mark: cannot be tied to anybody
	WrittenBy      string // {who}: who writes it
	WholeActivity  string // in a cell: all data of the purpose

	System     string // column
	Function   string // column: what it is for
	Supplier   string // column
	DataLimit  string // column: which data it holds
	StoredIn   string // column: where data are stored
	CentralRun string // caption: systems that are run centrally
	LocalRun   string // caption: services that the unit runs itself
	OtherRun   string // caption: systems, level not said
	NoPersonal string // in a cell: holds no personal data
	OnlyData   string // {data}: only these data
	WithinEU   string // in a cell: within the EU
	NotStated  string // in a cell: not stated
	SystemHelp string // {contact}: whom to ask about it

	Processor     string // column: processor
	OnBehalfOf    string // column: on whose instruction
	Task          string // column: what it does
	Agreement     string // column: agreement
	Instructed    string // sentence: processors act only on instruction
	SubOf         string // {name}: engaged by another processor
	SignedBy      string // {party}: signed by
	AgreementSays string // the agreement lays down: (a list follows)
	MaySign       string // {party}: only this party may sign agreements
	MayNotSign    string // {party}: this party may not sign agreements

	Recipient     string // column
	WhichData     string // column
	WhatFor       string // column
	WhenColumn    string // column: when
	Provision     string // column: provision of law
	MayReceive    string // in a cell: may receive
	MustReceive   string // in a cell: must receive, by law
	OwnController string // in a cell: decides for itself, has its own notice
	OnlyAnonymous string // in a cell: only data that identify nobody
	PublicRecords string // sentence: public access to documents and secrecy test
	TransferTo    string // {country}, {mechanism}: data go to a country outside the EEA
	Adequacy      string // mechanism: adequacy decision {decision}
	AdequacyAny   string // mechanism: adequacy decision, number not given
	SCC           string // mechanism
	BCR           string // mechanism
	ConductCode   string // mechanism
	Certification string // mechanism
	AdHoc         string // mechanism
	Derogation    string // mechanism
	NoMechanism   string // mechanism not stated
	Transfers     string // heading: transfers outside the EEA
	TransferCopy  string // label: how to get a copy of the safeguards

	Who           string // column: who
	ForWhat       string // column: for which purpose only
	Condition     string // column: condition
	Where         string // column: where it is shown
	Audience      string // column: who can see it
	Removable     string // in a cell: you can remove it yourself
	PublicIndexed string // audience: everybody, also through search engines
	Public        string // audience: everybody on the web
	LoggedIn      string // audience: everybody who is logged in
	SameCourse    string // audience: those in the same course
	Staff         string // audience: staff
	OnlySelf      string // audience: only you

	Technology   string // column: name
	KindColumn   string // column: kind
	Cookie       string // kind
	LocalStorage string // kind
	Script       string // kind
	Pixel        string // kind
	Log          string // kind
	NeededYes    string // necessary: no consent needed
	NeededNo     string // only with your consent
	NeededUnsaid string // whether consent is asked for is not stated
	Refuse       string // label: how to say no

	Organisational string // heading: organisational measures
	Technical      string // heading: technical measures
	Central        string // heading: tasks of the central administration
	Local          string // heading: tasks of the school or unit
	OnlyParty      string // {party}: only this party may do it
	Must           string // text rules: write so
	May            string // text rules: this may be written
	MayNot         string // text rules: this may not be written
	ToParticipants string // advice to participants
	ToGuardians    string // advice to guardians
	ToStaff        string // advice to staff
	Examples       string // {examples}: such as
	NotApproved    string // code of conduct that is not approved under Article 40

	Ordinary       string // kind of consent
	Explicit       string // kind of consent
	SecrecyWaiver  string // kind of consent
	DeviceStorage  string // kind of consent
	ConsentTo      string // label: to whom it applies
	Alternative    string // label: instead of agreeing
	Withdraw       string // label: how to withdraw
	WithdrawEffect string // sentence: what was done before stays lawful
	GivenBy        string // label: how it is given
	ByTicking      string // act
	BySigning      string // act
	ByTelling      string // act
	ByMailing      string // act
	ByTyping       string // act
	ByRegistering  string // act
	ByBrowsing     string // act
	ByGuardian     string // a guardian gives it
	Recorded       string // label: how it is recorded
	AskedAgain     string // {period}: asked again after
}

// Basis names legal bases and special grounds for readers, as a sentence
// opening without the article, which follows in brackets.
type Basis struct {
	Consent             string // Article 6(1)(a)
	Contract            string // Article 6(1)(b)
	LegalObligation     string // Article 6(1)(c)
	VitalInterests      string // Article 6(1)(d)
	PublicTask          string // Article 6(1)(e)
	LegitimateInterests string // Article 6(1)(f)
	Interest            string // label: the legitimate interest
	Stated              string // {article}: a basis that is none of these is given as stated
	BackedBy            string // label: laid down in (a list of provisions follows)

	ExplicitConsent string // Article 9(2)(a)
	Employment      string // (b)
	VitalSpecial    string // (c)
	Association     string // (d)
	MadePublic      string // (e)
	LegalClaims     string // (f)
	PublicInterest  string // (g)
	HealthCare      string // (h)
	PublicHealth    string // (i)
	Research        string // (j)
}

// Retention says a rule in words. {limit} is empty, AtLeast or AtMost, and
// brings its own space; {period} is the period in the form locale.Lasting;
// {trigger} is one of Triggers or the policy's own words: a full clause.
type Retention struct {
	Keep           string // {limit}, {period}, {trigger}: kept for so long after the day on which
	KeepFinancial  string // the same, after the end of the financial year in which
	KeepCalendar   string // the same, after the end of the calendar year in which
	UntilFinancial string // {trigger}: kept until the end of the financial year in which
	UntilCalendar  string // {trigger}: kept until the end of the calendar year in which
	KeepPeriod     string // {limit}, {period}: kept for so long, trigger not said
	AtOnce         string // {trigger}: not kept after the day on which
	WhileState     string // {state}: kept as long as
	Forever        string // kept without limit
	NotSaid        string // neither period nor state is given
	AtLeast        string // "at least ", with a space at the end
	AtMost         string // "at most ", with a space at the end

	MustHide       string // what then happens: the data are hidden from other users
	MustWarn       string // what then happens: the person is told what is about to happen
	MustDeactivate string // what then happens: the account is closed
	MustAnonymise  string // what then happens: the data are made anonymous
	MustErase      string // what then happens: the data are erased
	MustArchive    string // what then happens: the data go to the archives
	MustReview     string // what then happens: somebody decides whether the data go

	MayHide       string // what then may happen: the data are hidden from other users
	MayWarn       string // what then may happen: the person is told what is about to happen
	MayDeactivate string // what then may happen: the account is closed
	MayAnonymise  string // what then may happen: the data are made anonymous
	MayErase      string // what then may happen: the data are erased
	MayArchive    string // what then may happen: the data go to the archives
	MayReview     string // what then may happen: somebody decides whether the data go

	Hide       string // a step by itself, after FirstStep or NextStep: the data are hidden from other users
	Warn       string // a step by itself, after FirstStep or NextStep: the person is told what is about to happen
	Deactivate string // a step by itself, after FirstStep or NextStep: the account is closed
	Anonymise  string // a step by itself, after FirstStep or NextStep: the data are made anonymous
	Erase      string // a step by itself, after FirstStep or NextStep: the data are erased
	Archive    string // a step by itself, after FirstStep or NextStep: the data go to the archives
	Review     string // a step by itself, after FirstStep or NextStep: somebody decides whether the data go

	FirstStep string // {limit}, {period}, {trigger}: the lead of the first step: "3 years after the day on which …:"
	OnTheDay  string // {trigger}: the lead of the first step, without a period
	NextStep  string // {period}: the lead of a later step: "After another 2 weeks:"
	SameTime  string // the lead of a step without a period of its own
	Unless    string // {event}: this does not happen if

	Only        string   // {people}: applies only to people …
	OnlyData    string   // {data}: applies only to these data
	Law         string   // {provisions}: the period is set by
	Ground      string   // label: why
	Owner       string   // {party}: sees to it
	OnRequest   string   // you can also ask for it
	Disposal    string   // {decision}: disposal decision
	Longest     string   // several rules: the longest decides
	PerCopy     string   // several rules: each copy follows its own
	RuleColumn  string   // column: rule
	DataColumn  string   // column: data or purpose
	Triggers    Triggers // the events, as clauses
	FollowsRule string   // caption of the table of rules
}

// Triggers holds the event of each trigger as a clause with "you" as the
// person, fit for Keep, KeepFinancial and AtOnce.
type Triggers struct {
	LastLogin        string // the last log-in
	AccountClosed    string // the account was closed
	CourseEnd        string // the course occasion ended
	LastCourseHeld   string // the course was last held
	ExamEnd          string // the examination ended
	Enrolment        string // the person enrolled
	Collection       string // the data were collected
	CaseClosed       string // the matter was settled
	RelationEnd      string // the person left
	SchoolLeave      string // the pupil left the school
	ConsentWithdrawn string // the consent was withdrawn
	Request          string // the person asked
	LogEntry         string // the entry was written
	FinancialYear    string // the transaction took place
	CalendarYear     string // the document was drawn up
}

// Rights tells of the rights of the people concerned.
type Rights struct {
	Intro       string // one sentence: how to use the rights
	Deadline    string // {first}, {more}: when an answer comes; periods in the forms locale.Within and locale.Lasting
	Free        string // it costs nothing
	Identity    string // we may ask who you are
	How         string // label: how to
	Limits      string // label: limits
	Form        string // label: form of the request
	Fee         string // label: fee
	AppliesTo   string // {purposes}: applies to these purposes
	SelfService string // you can do it yourself in the service
	Article     string // {article}: the provision, in brackets after the text

	ObjectionTask string // the text of Objection where no purpose rests on a legitimate interest

	Information        Right // GDPR Articles 13 and 14
	Access             Right // Article 15
	Rectification      Right // Article 16
	Erasure            Right // Article 17
	Restriction        Right // Article 18
	Notification       Right // Article 19
	Portability        Right // Article 20
	Objection          Right // Article 21(1)
	ObjectionMarketing Right // Article 21(2) and (3)
	AutomatedDecision  Right // Article 22
	WithdrawConsent    Right // Article 7(3)
	Complaint          Right // Article 77
}

// A Right is one right in words.
type Right struct {
	Name  string // as a heading: "Rätt till tillgång"
	Verb  string // as an item after "you have the right to": "få veta vilka uppgifter vi har om dig"
	Text  string // what it means, in one to three sentences
	Limit string // where it ends by law, in one or two sentences
}

// Recourse is the ladder of places to turn to.
type Recourse struct {
	Intro      string // one sentence
	Controller string // {name}: first, the controller
	Organiser  string // first, whoever is controller (not resolved)
	DPO        string // {name}: then the data protection officer
	Authority  string // {name}: complaint to the supervisory authority at any time
	Court      string // to a court
}

// Child is the layer for children. Every sentence speaks to the child: short,
// plain, kind.
type Child struct {
	Title      string // {title}: title of the layer; the full notice's title is given
	What       string // heading: what we know about you
	Why        string // heading: why we need it
	Who        string // heading: who gets to see it
	Until      string // heading: when it goes
	Rights     string // heading: what you may do
	Ask        string // heading: whom you can ask
	MaySee     string // you may see what we know
	MayCorrect string // you may tell us if something is wrong
	MayErase   string // you may ask us to take it away; sometimes we have to keep it, then we say why
	MayObject  string // you may say that you do not want it
	MayRefuse  string // if we ask for a yes you may say no, and change your mind
	MayAsk     string // a grown-up can help you
	Boss       string // {name}: who decides
	Authority  string // {name}: those who watch over it
	More       string // for grown-ups: there is a longer text
}

// Categories names the special categories of GDPR Article 9(1) and criminal
// data of Article 10, as they stand in the middle of a sentence.
type Categories struct {
	EthnicOrigin     string // racial or ethnic origin
	PoliticalOpinion string // political opinions
	Religion         string // religious or philosophical beliefs
	TradeUnion       string // trade union membership
	Genetic          string // genetic data
	Biometric        string // biometric data that identify somebody
	Health           string // data concerning health
	SexLife          string // sex life or sexual orientation
	Criminal         string // criminal convictions and offences, Article 10
}
