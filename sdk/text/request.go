package text

// Request holds the words with which somebody’s request is answered: whether a
// right applies and why, who may ask, what it costs, by when an answer comes,
// and the letters. Reasons are read by the staff of the controller and by whoever
// asks, so they speak of "we" and "you", and scold nobody. Where a provision
// belongs to a reason, it follows in brackets.
type Request struct {
	// What is decided.

	Granted string // the right applies, and what is asked for is done
	Partly  string // it applies to some of what is asked for
	Judged  string // somebody must look into it
	Refused string // it does not apply

	// Why the right applies to a use of data, or on what it depends.

	Applies      string // it applies
	IfWrong      string // what is wrong is corrected
	OneOfFour    string // the four grounds of a restriction
	Provided     string // what portability covers
	Outweigh     string // objection: who must show what
	StopAtOnce   string // direct marketing stops
	Withdraw     string // a consent is withdrawn at any time
	OnWithdrawal string // erasure: what rests on consent goes when it is withdrawn
	AsChild      string // erasure: data collected from a child by an online service
	NotNeeded    string // erasure: what is no longer needed goes
	ObjectFirst  string // erasure: after an objection
	Human        string // automated decision: a person looks at it
	Forbidden    string // automated decision: none may be made on this basis
	ByLaw        string // automated decision: a law must allow it and protect the person
	Complain     string // {authority}: where to complain, at any time
	TaskNeeds    string // erasure: what a task in the public interest needs stays
	DutyLasts    string // erasure: not while a legal duty lasts
	Blocked      string // personuppgiftslagen: what was handled against the law is corrected, blocked or erased

	// Whether the person may be profiled.

	ProfileUnsaid      string // nothing tells of it
	ProfileAgreed      string // a consent that stands
	ProfileNotAgreed   string // no consent
	ProfileWithdrawn   string // a consent that was taken back
	ProfileExpired     string // a consent whose time has passed
	ProfileObjected    string // the person has said no
	ProfileOutweighed  string // the person has objected in vain
	ProfileUnopposed   string // the person has not objected, and can
	ProfileNoObjection string // there is no right to object
	ProfileRestricted  string // the use is restricted

	// Why the right does not apply to a use of data.

	MustKeep        string // erasure: a law requires that the data are kept
	MustKeepSome    string // {data}: erasure: a law requires that these are kept
	Archive         string // erasure: public records, and no decision to dispose of them
	LegalClaims     string // the data are needed for a legal claim
	WithdrawInstead string // objection: consent is withdrawn instead
	ObjectOnly      string // objection: another basis
	ObjectTask      string // objection: another basis, where the law knows no legitimate interest
	NotPortable     string // portability: another basis
	NotFromYou      string // portability: none of the data come from the person
	PortableTask    string // portability: not for a task in the public interest
	NotMarketing    string // the data are not used for marketing
	NoConsent       string // there is no consent to withdraw
	NoDecision      string // no decision is made by machine alone
	NoSuchRight     string // the law gives no such right
	NoBasis         string // the policy does not say on what the use rests
	NotKnown        string // the tables do not tell what this law says

	// What stands against the request as a whole.

	Dead         string // the law does not cover the dead
	DeadSince    string // {day}: the law no longer covers somebody who died
	OfAge        string // a guardian asks for somebody who is of age
	Unfounded    string // a manifestly unfounded or excessive request
	Unidentified string // nobody can tell which data are the person’s
	ThisYear     string // personuppgiftslagen: once in a calendar year
	Repealed     string // {act}, {day}: the law of the policy no longer applied when the request came
	NotYet       string // {act}, {day}: the law of the policy did not yet apply when the request came

	// Who may ask.

	DeadUntil  string // {day}: the law covers somebody who died until then
	Relative   string // who may ask for somebody who died, the staff must judge
	Guardian   string // a guardian asks, and must be one
	ChildHeard string // what harms the child is left out, and an older child is heard
	Child      string // a child asks
	Mandate    string // somebody asks for another adult

	// How it is made sure who asks.

	LoggedIn   string // by log-in, and nothing more
	Known      string // by what is already held
	Doubt      string // more may be asked for, but no more than needed
	NumberHeld string // an identity number may be compared, since it is held
	NoNumber   string // an identity number is not asked for, since it is not held
	NoCopy     string // no copy of a passport or card

	// What it costs.

	FurtherCopy  string // access: further copies may cost something
	UnfoundedFee string // a fee instead of a refusal
	OnceAYear    string // personuppgiftslagen: free once a year, written and signed

	// What the answer must mind.

	Others          string // the rights of others
	Secrecy         string // secrecy, of an authority
	National        string // exceptions in national law
	PublicDocuments string // public access is another right
	Protected       string // no protected address or identity may appear

	// What the answer must contain, as items of a list.

	Item           string // heading: what the answer contains
	ItemPurposes   string // what the data are used for
	ItemData       string // which kinds of data
	ItemRecipients string // who receives them
	ItemPeriod     string // how long they are kept
	ItemRights     string // which rights there are
	ItemComplaint  string // where to complain
	ItemSource     string // where the data come from
	ItemDecisions  string // decisions by machine alone
	ItemTransfers  string // what protects data that leave the EEA
	ItemCopy       string // a copy of the data
	ItemDone       string // what was done
	ItemTold       string // recipients were told
	ItemPublic     string // others who publish the data were told
	ItemStatement  string // a statement of the person is added
	ItemStored     string // restricted data are only stored
	ItemLifting    string // the person is told before a restriction ends
	ItemFormat     string // a common, machine-readable format
	ItemSend       string // sent to another controller if wanted
	ItemNotice     string // the notice
	ItemWhy        string // why a request is not granted

	// By when.

	Rule       string // the regulation on periods, with its article, as it stands in brackets
	Received   string // {day}: when the request came; that day does not count
	Months     string // {period}, {day}: the same date some months later; the period in the form locale.Later
	Clamped    string // {period}, {day}: the last day of a month that has no such date; the period in the form locale.Later
	Moved      string // {day}, {due}: the end moves to the next working day
	NoHolidays string // no list of public holidays is at hand
	Waited     string // {days}: figure; the clock stood still while proof was awaited
	Waiting    string // the clock stands still
	Due        string // {day}: by when to answer
	MayExtend  string // {due}, {day}: it may take longer, and is told before
	Extended   string // {day}: it takes longer
	ToldLate   string // {day}: the extension was told too late and does not count
	Late       string // {day}: the time is over
	AtOnce     string // no time to wait: at once
	NoTime     string // the law sets no time for an answer by the controller

	// Letters.

	LetterReceived  string // title: the request was received
	LetterExtension string // title: more time is needed
	LetterRefusal   string // title: the request is refused, at least in part
	LetterAnswer    string // title: the answer
	About           string // label: what the request is about
	Decision        string // heading: what is decided, and why
	WhoAsks         string // heading: who asks
	When            string // heading: by when
	ExtensionWhy    string // label: the reason for an extension; the controller’s own words follow
	Court           string // the person can go to court

	// The export of somebody’s data.

	YourData   string // title: all that is held about the person
	YourDataIs string // one sentence under the title
	Nothing    string // nothing of this kind is held
}
