package text

import "github.com/lagrum/lagrum/sdk/locale"

// Form holds the words of a form. Messages say what to do, name the field by
// its own label, and neither scold nor plead (GOV.UK Design System, error
// message). In the patterns {label} is the label as it stands inside a
// sentence.
type Form struct {
	Enter       string // {label}: an answer must be written
	Choose      string // {label}: a choice must be made
	AnswerIt    string // {label}: yes or no must be answered
	Attach      string // {label}: a file must be chosen
	TooShort    string // {label}, {min}: too few characters
	TooLong     string // {label}, {max}: too many characters
	Looks       string // {label}, {example}: not of the form that is asked for
	Signs       string // {label}: characters that no answer has, such as control characters
	Email       string // {label}: no e-mail address
	Tel         string // {label}: no telephone number
	URL         string // {label}: no web address
	Number      string // {label}: no number
	Least       string // {label}, {min}: too small a number
	Most        string // {label}, {max}: too great a number
	Date        string // {label}: no date
	Earliest    string // {label}, {min}: too early a date
	Latest      string // {label}, {max}: too late a date
	Offered     string // {label}: none of the choices
	Wrong       string // {label}: an identity or organisation number that is mistyped
	Unborn      string // {label}: an identity number with a date of birth in the future
	Series      string // {label}: an identity number of a sort that is not accepted here
	Postcode    string // {label}: no Swedish postal code, the only ones that are checked
	FileType    string // {label}, {types}: a file of a type that is not accepted
	FileSize    string // {label}, {size}: a file that is too large
	FileEmpty   string // {label}: a file with nothing in it
	OneOf       string // {labels}, joined with "or": one of them must be filled in
	OnlyOne     string // {labels}: only one of them may be filled in
	TooOften    string // {label}: more answers than one
	TooMany     string // more fields than a form has; somebody has tampered with it
	TooFast     string // the form came back faster than anybody can fill it in
	TooOld      string // the form was open for so long that it must be sent once more
	NotReceived string // heading: the form could not be received
	SendAgain   string // what was sent cannot be told from what a program sends; it must be sent once more
	Renewed     string // it is not known whether the form is as it was when it was opened; it must be sent once more
	NotNow      string // the organiser's own system failed; nothing is lost
	Crowded     string // many forms have come from the same network; nothing is lost
	Withdrawn   string // sentence: the second part came after its consent was taken back
	TooLarge    string // sentence: more was sent than the form can take
	TooSlow     string // sentence: what was sent took too long to arrive
	Unreadable  string // sentence: what was sent is no form, or not this one
	OtherSite   string // sentence: a page of another site sent the form

	SummaryTitle locale.Plural // {n}: heading of the list of what must be mended
	ErrorMark    string        // before a page title and, for screen readers, before a message
	Keep         string        // choice: send the text as it is after all
	Optional     string        // after the label of a field that may be left empty
	AllRequired  string        // above a form where every field must be filled in
	Yes          string        // answer to a question of consent
	No           string        // answer
	Prompt       string        // first entry of a list: nothing chosen yet
	Send         string        // button: send the form
	Continue     string        // button: on to the next part
	WhyAsked     string        // link that opens: why this is asked for
	Purpose      string        // label: what it is used for
	Basis        string        // label: on which legal basis
	Kept         string        // label: how long it is kept
	Without      string        // label: what follows if it is left empty
	Instead      string        // label: what one can do instead
	Withdraw     string        // label: how to take a consent back
	Audience     string        // label: who may rely on a consent
	FromLogin    string        // hint: the answer came with the log-in
	FileTypes    string        // {types}: hint
	FileLimit    string        // {size}: hint
	ForExample   string        // {example}: hint
	DateHint     string        // hint: a day, as people write it
	OnlyIf       string        // {label}, {answer}: hint: asked for only after this answer to another field
	OnlyIfGiven  string        // {label}: hint: asked for only if another field is filled in
	AtMost       string        // {max}: hint: how many characters an answer may have
	Left         string        // {n}: while an answer is written: how many characters it may still have
	Over         string        // {n}: how many characters it has too many
	Trap         string        // label of a field that people do not see: leave it empty
	Notice       string        // link: how the data are used
	Received     string        // heading: the form has been received
	ReceivedText string        // sentence, where the organiser has written none
	SentOn       string        // sentence: the other answers went to the organiser, and are not shown again
	Saved        string        // label: the answers that were received
	NotKept      string        // label: what was filled in and not kept
	NotKeptWhy   string        // sentence: because it was not asked for after what was answered
	NotKeptVoid  string        // sentence: because the consent that it needs does not count
	NotAsked     string        // {label}, {consents}: a field that is asked for after a yes to several questions only, of which some got one
	Forms        string        // heading and label: the forms of a service
	Another      string        // link: fill in the form once more
	DemoOnly     string        // sentence: this page shows the form and stores nothing
	DemoKept     string        // note above a form of a demonstration that keeps what is sent
	TwoParts     string        // sentence: what needs an explicit consent is asked for on a page of its own
	FirstPart    string        // sentence: that page comes now, and why
	EventFirst   string        // sentence: an event must be chosen first, since who is responsible for the data depends on it
	Event        string        // label: for which event the form is shown
}
