package text

// Visible holds the words of who sees what: why a datum is shown or not, what the staff
// must mind with a protected identity, and the page of a demonstration that shows
// both. The reasons speak of "the person", since others read them.
type Visible struct {
	// Who looks.

	Indexed    string // a search engine
	Anybody    string // somebody who is not logged in
	LoggedIn   string // somebody who is logged in
	SameCourse string // somebody in the same course
	Staff      string // one of those who work with it
	Self       string // the person whose data they are

	// Whom a rule is for, and other reasons.

	ForIndexed  string // everybody, and search engines
	ForAnybody  string // everybody
	ForLoggedIn string // everybody who is logged in
	ForCourse   string // those in the same course
	ForStaff    string // those who work with it
	ForSelf     string // the person
	ForRole     string // {who}: a role among the staff
	Condition   string // {condition}: what the policy says, such as "only if you have chosen it"
	NotMet      string // comes after that
	TakenAway   string // the person hides it
	NoRule      string // hidden by default
	NeverKept   string // nothing is there to be shown
	Unknown     string // the policy names no such data
	Nothing     string // to whoever may not know more
	Protected   string // to the staff: a person with protected identity

	// What those who work with it must mind with a protected identity.

	AskNobody   string // the reason
	FlagSecret  string // that there is a protection
	NoTrace     string // where other people are listed or shown
	NoPlace     string // what tells where the person is
	FewRead     string // the log of who looked
	CheckFirst  string // law.CheckFirst
	PostAgency  string // law.PostAgency; the agency is the Swedish one
	NoAddress   string // law.NoAddress
	NoLink      string // law.NoLink
	Recheck     string // law.Recheck
	NoDirectory string // law.NoDirectory
	NoProxy     string // law.NoProxy
	NoHint      string // law.NoHint
	ContactOnly string // law.ContactOnly

	// The page of a demonstration that shows one profile to different people.

	Title    string // heading
	Is       string // what the page is, in two sentences
	Viewer   string // label: choice of who looks
	Role     string // label: choice of a role
	NoRole   string // choice: no role
	Settings string // label: what is known of the person
	Marked   string // choice: the person has a protected identity
	Show     string // button
	Profile  string // heading: the profile
	Reasons  string // heading: the reasons
	Seen     string // mark on what is shown
	Unseen   string // mark on what is not
	Count    string // {shown}, {all}: figures
	Caution  string // heading: what the staff must mind
	Neutral  string // what others than the staff are told of a protected identity
}
