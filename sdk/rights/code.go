package rights

import (
	"iter"

	"github.com/lagrum/lagrum/sdk/text"
)

// A Code says what a reason is. Codes never change.
type Code string

// Why a right applies to a use of data, or on what it depends.
const (
	Applies      Code = "applies"       // the right applies
	IfWrong      Code = "if-wrong"      // as far as data are wrong or incomplete
	OneOfFour    Code = "one-of-four"   // on one of the grounds of Article 18(1)
	Provided     Code = "provided"      // what the person provided, and is handled by computer
	Outweigh     Code = "outweigh"      // unless compelling grounds outweigh
	StopAtOnce   Code = "stop-at-once"  // direct marketing stops
	Withdraw     Code = "withdraw"      // consent can be withdrawn at any time
	OnWithdrawal Code = "on-withdrawal" // data that rest on consent go with it
	AsChild      Code = "as-child"      // collected from a child by an online service
	NotNeeded    Code = "not-needed"    // if no longer needed
	ObjectFirst  Code = "object-first"  // after an objection
	Human        Code = "human"         // a person looks at an automated decision
	Forbidden    Code = "forbidden"     // no automated decision on this basis
	ByLaw        Code = "by-law"        // an automated decision that a law must allow
	Complain     Code = "complain"      // to the supervisory authority; args: authority
	TaskNeeds    Code = "task-needs"    // not what a public task needs
	DutyLasts    Code = "duty-lasts"    // not while a legal duty lasts
	Blocked      Code = "blocked"       // personuppgiftslagen 28 §
)

// Why a right does not apply to a use of data.
const (
	MustKeep        Code = "must-keep"        // a law requires that the data are kept
	MustKeepSome    Code = "must-keep-some"   // a law requires that some are kept; args: data
	Archive         Code = "archive"          // public records without a disposal decision
	LegalClaims     Code = "legal-claims"     // the data are needed for a legal claim
	WithdrawInstead Code = "withdraw-instead" // consent is withdrawn, not objected to
	ObjectOnly      Code = "object-only"      // objection is for other bases
	ObjectTask      Code = "object-task"      // the same, where the law knows no legitimate interest
	NotPortable     Code = "not-portable"     // portability is for other bases
	NotFromYou      Code = "not-from-you"     // nothing that the person provided
	PortableTask    Code = "portable-task"    // not for a public task
	NotMarketing    Code = "not-marketing"    // no direct marketing
	NoConsent       Code = "no-consent"       // nothing to withdraw
	NoDecision      Code = "no-decision"      // no automated decision
	NoSuchRight     Code = "no-such-right"    // the law does not give it
	NoBasis         Code = "no-basis"         // the policy does not say on what the use rests
	NotKnown        Code = "not-known"        // the tables do not hold what this law says
)

// What stands against the request as a whole.
const (
	Dead         Code = "dead"         // the law does not cover the dead
	DeadSince    Code = "dead-since"   // it did until a day that has passed; args: day
	OfAge        Code = "of-age"       // a guardian asks for an adult
	Unfounded    Code = "unfounded"    // manifestly unfounded or excessive
	Unidentified Code = "unidentified" // nobody can tell which data are meant
	ThisYear     Code = "this-year"    // personuppgiftslagen: already this calendar year
	Repealed     Code = "repealed"     // the law had ended when the request came; args: act, day
	NotYet       Code = "not-yet"      // the law had not begun; args: act, day
)

// Who may ask, and what shows who it is.
const (
	DeadUntil     Code = "dead-until"      // the law covers the dead until a day; args: day
	ByRelative    Code = "relative"        // who asks for the dead is judged case by case
	ByGuardian    Code = "guardian"        // a guardian must be one
	ChildHeard    Code = "child-heard"     // what harms the child is left out
	ByChild       Code = "child"           // a child that understands can ask
	Mandate       Code = "mandate"         // a power of attorney
	LoggedIn      Code = "logged-in"       // the log-in is enough
	KnownContact  Code = "known-contact"   // compared with what is held
	Doubt         Code = "doubt"           // more may be asked for
	NumberHeld    Code = "number-held"     // an identity number may be compared
	NumberNotHeld Code = "number-not-held" // it is not asked for
	NoCopy        Code = "no-copy"         // no copy of a passport
)

// What it costs, and what the answer must mind.
const (
	Free            Code = "free"             // nothing
	FurtherCopies   Code = "further-copies"   // further copies may cost something
	UnfoundedFee    Code = "unfounded-fee"    // a fee instead of a refusal
	OnceAYear       Code = "once-a-year"      // personuppgiftslagen: free once a calendar year
	Others          Code = "others"           // the rights of others
	Secrecy         Code = "secrecy"          // secrecy of an authority
	National        Code = "national"         // exceptions of national law
	PublicDocuments Code = "public-documents" // public access is another right
	Protected       Code = "protected"        // no protected address or identity
)

// What an answer must contain.
const (
	ItemPurposes   Code = "item-purposes"   // purposes
	ItemData       Code = "item-data"       // categories of data
	ItemRecipients Code = "item-recipients" // recipients
	ItemPeriod     Code = "item-period"     // how long data are kept
	ItemRights     Code = "item-rights"     // rights
	ItemComplaint  Code = "item-complaint"  // complaint
	ItemSource     Code = "item-source"     // source
	ItemDecisions  Code = "item-decisions"  // automated decisions
	ItemTransfers  Code = "item-transfers"  // safeguards of transfers
	ItemCopy       Code = "item-copy"       // a copy
	ItemDone       Code = "item-done"       // what was done
	ItemTold       Code = "item-told"       // recipients were told
	ItemPublic     Code = "item-public"     // others who publish the data were told
	ItemStatement  Code = "item-statement"  // a statement of the person
	ItemStored     Code = "item-stored"     // only stored while restricted
	ItemLifting    Code = "item-lifting"    // told before a restriction ends
	ItemFormat     Code = "item-format"     // machine-readable
	ItemSend       Code = "item-send"       // sent to another controller
	ItemNotice     Code = "item-notice"     // the notice
	ItemWhy        Code = "item-why"        // why a request is not granted
	Court          Code = "court"           // a court
)

// By when an answer comes: the steps of the arithmetic, and what follows.
const (
	Received   Code = "received"    // args: day
	Months     Code = "months"      // args: period, day
	Clamped    Code = "clamped"     // args: period, day
	Moved      Code = "moved"       // args: day, due
	NoHolidays Code = "no-holidays" // no list of public holidays
	Waited     Code = "waited"      // args: days
	Waiting    Code = "waiting"     // the clock stands still
	Due        Code = "due"         // args: day
	MayExtend  Code = "may-extend"  // args: due, day
	Extended   Code = "extended"    // args: day
	ToldLate   Code = "told-late"   // args: day
	Late       Code = "late"        // args: day
	AtOnce     Code = "at-once"     // no time to wait
	NoTime     Code = "no-time"     // no time of the law
)

// Codes lists all codes, in the order of their words.
func Codes() iter.Seq[Code] {
	return func(yield func(Code) bool) {
		for i := range sayings {
			if !yield(sayings[i].code) {
				return
			}
		}
	}
}

// pattern gives the words of the code, or nothing for a code that is none.
func (c Code) pattern(l *text.Language) string {
	for i := range sayings {
		if sayings[i].code == c {
			return sayings[i].words(l)
		}
	}
	return ""
}

// A saying ties a code to its words.
type saying struct {
	code  Code
	words func(*text.Language) string
}
