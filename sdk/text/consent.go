package text

// Consent holds the words of consents: why an answer counts or does not, the
// receipt that people get, and how they take a consent back. Reasons are read by
// the staff of the organiser and by the person alike, so they speak of "the
// person" and "the organiser", say what is wrong, and scold nobody.
type Consent struct {
	// Why a yes does not count, or what to look after.

	SeveralPurposes  string // {n}: one answer for several purposes
	Bundled          string // the same act did something else, such as accepting terms
	Detriment        string // a no would have kept the person from what they came for
	Preset           string // the box was ticked beforehand
	NotActive        string // {act}: the act is no clear yes
	UnequalChoice    string // {yes}, {no}: figures; a no takes more steps than a yes
	NoAlternative    string // an authority, a school or an employer asks, and offers nothing instead
	Imbalance        string // an authority, a school or an employer asks: a no must cost nothing
	NotInformed      string // {item}: the person was not told of something
	NotExplicit      string // sensitive data need an explicit statement of their own
	MayReveal        string // the data may reveal something sensitive
	HardToWithdraw   string // {yes}, {withdraw}: figures; taking it back takes more steps than giving it
	NotProved        string // {item}: the record lacks something
	OtherText        string // the person was shown another text than the one that now applies
	NotPseudonym     string // the person's reference is an e-mail address or an identity number
	Undocumented     string // nothing shows that the waiver of secrecy was given
	UnknownCountry   string // the age that counts is not known: where the child lives is not, or the law there sets none
	UnknownAge       string // {age}: figure; it is not known how old the person is
	TooYoung         string // {age}: figure; below it a guardian must consent or agree
	GuardianUnproved string // nothing shows that it was a guardian who answered
	GuardianNeeded   string // a guardian must give it
	ChildToo         string // {age}: figure; below it the child and a guardian must consent together
	BothGuardians    string // where parents decide together, both may have to agree
	Proxy            string // nobody can consent for another adult
	Changed          string // {what}: what was agreed to has changed since
	PastExpiry       string // {day}: it was given for a time that has passed
	Old              string // {months}: figure; it was given longer ago than that
	OfAge            string // {age}: figure; the child has reached it and can now decide alone
	AskedAgain       string // {months}: figure; a no was given less than that ago
	NotGiven         string // there is no yes

	// The items that may be lacking, and what may have changed, as they stand inside those sentences.

	Statement   string // the text that is agreed to
	Purpose     string // what the data are used for
	Controller  string // who is responsible
	Data        string // which data
	Withdrawal  string // how to take it back
	Subject     string // who answered
	Time        string // when
	Interface   string // which page showed it
	Witness     string // who noted it, and how the answer came
	Fingerprint string // which version of the policy
	Shown       string // which text was shown
	Terms       string // how the data are used: recipients, retention and so on

	// The acts, as an answer to how somebody answered: "by ticking a box".

	Ticking     string // by ticking a box
	Signing     string // by signing
	Telling     string // by saying so
	Mailing     string // by writing a message
	Typing      string // by filling in a field
	Registering string // by opening an account or enrolling
	Browsing    string // by visiting a page
	Silence     string // by doing nothing

	// The receipt.

	Receipt       string // heading: the receipt of somebody's answers
	ReceiptIs     string // one sentence: it shows what you answered
	ReceiptLinks  string // one sentence after it, where there is something to take back: keep the page, for its links
	YouSaidYes    string // what was answered: yes
	YouSaidNo     string // what was answered: no
	YouWithdrew   string // the consent was taken back
	HasExpired    string // its time has passed
	DoesNotCount  string // the yes does not count, so it is not used
	NotAnswered   string // asked, and not answered yet
	For           string // label: what it is for
	About         string // label: which data
	To            string // label: who may rely on it
	Kept          string // label: how long it is kept
	When          string // label: when the answer was given
	How           string // label: how it was given
	Until         string // label: until when it counts
	Number        string // label: the number of the record
	Note          string // label: what to look after
	TakeBack      string // link and button: take the consent back
	Organiser     string // label: whom the answer was given to
	PolicyVersion string // label: the policy and its version
	Print         string // one sentence: print or save the page
	Verify        string // one sentence: how anybody can check that the receipt is genuine
	Download      string // link: the receipt as a file

	// Taking back.

	WithdrawTitle string // heading: take your consent back
	WithdrawAsk   string // one sentence: what happens when you press the button
	WithdrawDone  string // heading: you have taken your consent back
	Already       string // sentence: it had been taken back before; nothing more happens
	Before        string // sentence: what was done before stays lawful
	Stops         string // {what}: a purpose that the data are no longer used for
	Goes          string // {data}: data that are erased, since nothing else allows them to be kept
	Shielded      string // {data}: data that are no longer passed on, since a waiver of secrecy was taken back
	GoesWhen      string // {data}, {kept}: data that go by their own rule, in the words of a retention rule
	Stays         string // {data}, {why}: data that stay, since they are needed for something else
	Again         string // sentence: you can say yes again later
	NoSuch        string // sentence: the link is wrong or has been used up; whom to ask
	OpenForm      string // link: to the form on which one can say yes again

	// Changing answers.

	Change      string // link: to the page on which answers are changed
	Choices     string // heading: your choices
	ChoicesIs   string // one or two sentences: how to change an answer; the others stay
	SaveChoices string // button: keep the choices as they now stand
	AskedAnew   string // label: why a question that was answered is put again
}
