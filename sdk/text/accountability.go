package text

// Accountability holds the words of the documents by which a controller shows what
// it does: the record of processing activities, the screening for an impact
// assessment, the checklist of agreements, the overview of transfers. They are
// read by data protection officers, staff and authorities.
type Accountability struct {
	// The documents.

	Record          string // heading: the record of processing activities
	Screening       string // heading: whether an impact assessment is needed
	AgreementsTitle string // heading: the checklist of agreements
	TransfersTitle  string // heading: the overview of transfers
	MadeFrom        string // {policy}: from which policy it is made
	MadeFromVersion string // {policy}, {version}: the same, with the version
	LawOf           string // {day}: on which day the law is looked up
	NoVerdict       string // it does not say that anything is lawful
	PublicRegister  string // {article}: records of institutions of the Union stand in a public register
	Exempt          string // {article}: who need not keep a record

	// Their parts.

	Overview     string // heading: all parts at a glance
	AsController string // heading: what the party does as controller
	AsProcessor  string // heading: what the party does as processor
	ByActivity   string // heading: each activity
	ByProcessor  string // heading: each processor
	OnBehalf     string // {processor}, {controllers}: who works for whom
	For          string // label: the activities that something belongs to
	Stated       string // state of a row: the policy says it
	Missing      string // state of a row: the policy does not say it
	Check        string // state of a row: people must look
	Met          string // state of a criterion: the facts of the policy meet it
	Unmet        string // state of a criterion: nothing in the policy meets it
	CountMissing string // {n}: in how many rows something is missing
	CountCheck   string // {n}: in how many rows people must look
	NotDemanded  string // mark on a row that no provision demands
	NotAsked     string // in a cell of a table: the law does not ask for it of a processor
	Item         string // column: what a part is about
	Remarks      string // column: remarks
	NoRemarks    string // in that column, where there are none

	// The rows of a record.

	Controller       string // label
	Processor        string // label
	Processors       string // label
	JointControllers string // label
	Representative   string // label
	Officer          string // label
	Purposes         string // label
	Subjects         string // label
	DataCategories   string // label
	Recipients       string // label
	TransferRow      string // label
	TimeLimits       string // label
	Security         string // label
	Sources          string // label
	Assessment       string // label
	Instructing      string // label: for whom a processor works
	Processing       string // label
	FromSubject      string // label: who gives the data
	FromController   string // label
	FromOther        string // label
	FromObserving    string // label
	FromDeriving     string // label

	// What a record says where there is nothing, and what it lacks.

	NotJoint               string // nobody is controller together with the keeper
	NoRepresentativeNeeded string // {country}: established in the EEA
	NoRepresentative       string // {country}: established outside the EEA
	NoCountry              string // it is not known where the controller is established
	NoOfficer              string // {article}: there must be an officer
	PerhapsOfficer         string // {article}: there may have to be an officer
	NoController           string // gap
	NoName                 string // gap
	NoContact              string // gap
	NoActivities           string // gap
	NoProcessors           string // there is none
	NoTransfers            string // there is none
	NoPurpose              string // gap
	NoSubjects             string // gap
	NoData                 string // gap
	NoRecipients           string // there is none
	NoTimeLimit            string // {data}: gap
	NoRetention            string // gap
	NoMeasures             string // gap
	OwnMeasures            string // what the policy describes are not the processor’s measures
	NoBasis                string // gap
	NoGround               string // {data}: gap
	NothingSpecial         string // there is none
	NoTask                 string // gap
	Document               string // {article}: what must be kept beside the record

	// The screening: the nine criteria, what speaks for them, what it comes to.

	NineCriteria    string // {article}: what the criteria are
	AuthorityList   string // {authority}, {article}: the list of the authority
	AnyList         string // {article}: the same, where the authority is not known
	Evaluation      string // criterion 1
	Automated       string // criterion 2
	Monitoring      string // criterion 3
	Sensitive       string // criterion 4
	LargeScale      string // criterion 5
	Combining       string // criterion 6
	Vulnerable      string // criterion 7
	NewTechnology   string // criterion 8
	Exclusion       string // criterion 9
	Profiles        string // clue
	Assesses        string // {purposes}: clue
	Decides         string // clue
	Selects         string // {purposes}: clue that leaves it open
	Observes        string // {data}: clue that leaves it open
	Tracks          string // {data}: clue
	Follows         string // {purposes}: clue
	Special         string // {data}: clue
	Reveals         string // {data}: clue
	MayReveal       string // {data}: clue that leaves it open
	FreeText        string // {data}: clue
	Personal        string // {data}: clue
	ScaleUnknown    string // clue that leaves it open
	Combines        string // {data}: clue
	Translates      string // {data}: clue
	Dependent       string // {subjects}: clue
	Biometrics      string // {data}: clue
	NewUnknown      string // clue that leaves it open
	Admits          string // {purposes}: clue
	Excludes        string // clue that leaves it open
	DutyToProvide   string // clue that leaves it open
	JudgedMet       string // clue
	JudgedUnmet     string // clue
	NothingSays     string // no clue
	VerdictRequired string // {article}: outcome
	VerdictLikely   string // {met}, {article}: outcome
	VerdictJudge    string // {met}, {open}, {article}: outcome
	VerdictFew      string // {met}, {article}: outcome

	// Agreements with processors.

	ReadAgreement    string // a policy tells only some of it
	InWriting        string // label
	AgreementSays    string // label: what the policy tells of the agreement
	NothingQuoted    string // there is nothing
	NoAgreement      string // gap
	NoReference      string // gap
	NoDate           string // gap
	NoSigner         string // gap
	SubjectMatter    string // label: Article 28(3)
	CheckDuration    string // to be checked
	NaturePurpose    string // label: Article 28(3)
	NotUsed          string // gap
	DataTypes        string // label: Article 28(3)
	ControllerDuties string // label: Article 28(3)
	LookUp           string // to be checked
	LaidDown         string // the policy says that the agreement has the term
	Instructions     string // label: Article 28(3)(a)
	Confidentiality  string // label: Article 28(3)(b)
	SubProcessors    string // label: Article 28(3)(d)
	Engages          string // {processor}: a sub-processor
	CheckLeave       string // {article}: to be checked
	HelpRights       string // label: Article 28(3)(e)
	HelpDuties       string // label: Article 28(3)(f)
	Deletion         string // label: Article 28(3)(g)
	Audits           string // label: Article 28(3)(h)
	OwnPurposes      string // label: Article 28(10)
	CheckOwn         string // to be checked
	Chain            string // label: Article 28(4)
	Direct           string // there is no processor in between
	NoParent         string // gap
	SameDuties       string // to be checked
	NoCountries      string // gap

	// Transfers.

	Country           string // label
	AnyOf             string // {data}: the policy sets no limit
	NoDestination     string // gap
	WithinEEA         string // {country}: what is called a transfer is none
	Mechanism         string // label
	NotStated         string // {country}: gap
	AdequacyRow       string // label
	DecisionHolds     string // {where}: country and day, {decision}: in force
	DecisionEnds      string // {day}: its last day
	NoDecision        string // {where}: country and day, none is in force
	DecisionElsewhere string // {decision}: gap
	DecisionOver      string // {decision}: gap
	DecisionNeeded    string // gap
	OnTheList         string // to be checked, for the United States
	NotEverybody      string // to be checked, for decisions with limits
	Safeguards        string // label
	NoSafeguards      string // gap
	NoneNeeded        string // the ground does not demand any
	SingleCases       string // {article}: to be checked
	AssessCountry     string // to be checked
	NoCopy            string // gap
}
