package receipt

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/locale"
)

// A Report says what was checked of a receipt, what came of it, and what could
// not be checked and why.
type Report struct {
	Checks  []Check         // in the order: signature, content, log answer by answer, page
	Key     string          // the id of the trusted key that signed; empty if none did
	Receipt consent.Receipt // what was signed, with the proofs; zero unless the report is Right
}

// Right reports whether a trusted key signed the receipt, and nothing that was
// checked is wrong. Where keys of logs were given, each answer must stand in one
// of these logs; where none were, that is not checked.
func (r *Report) Right() bool {
	if r.Key == "" {
		return false
	}
	for i := range r.Checks {
		if r.Checks[i].Result == Wrong {
			return false
		}
	}
	return true
}

// A Result is what came of a check.
type Result string

// The results.
const (
	Correct   Result = "right"     // checked, and right
	Wrong     Result = "wrong"     // checked, and wrong
	Unchecked Result = "unchecked" // could not be checked
)

// A Part is what a check is about.
type Part string

// The parts.
const (
	OfSignature Part = "signature" // who signed, and whether the file is as it was signed
	OfContent   Part = "content"   // whether what was signed is a receipt in itself
	OfLog       Part = "log"       // whether an answer stands in the organiser's log
	OfPage      Part = "page"      // what a page says around the signed data
)

// A Check is one thing that was checked, or could not be. It holds nothing of the
// person.
type Check struct {
	Part   Part   // what is checked
	Answer int    // the number of the answer in the receipt, from 1; 0 for the whole receipt
	Result Result // what came of it
	Code   Code   // what was found
	Key    string // the id of the key that signed, or that the file names; may be empty
	Log    string // the name of the log; empty but for InLog
	Size   int64  // how many entries the log had; zero but for InLog
}

// A Code says what a check found. Codes never change.
type Code string

// The codes.
const (
	KnownKey   Code = "known-key"   // signed by a trusted key
	Damaged    Code = "damaged"     // the signature does not fit
	Stranger   Code = "stranger"    // signed by a key that the file brings along and nobody vouches for
	UnknownKey Code = "unknown-key" // the key that the file names is not among those given
	NoKey      Code = "no-key"      // no key was given

	ContentRight  Code = "content-right"  // a receipt of one person, issued after the answers in it
	NoReceipt     Code = "no-receipt"     // something else, or nothing that can be read
	SeveralPeople Code = "several-people" // the answers are not all of one person
	BadTime       Code = "bad-time"       // an instant is missing, or an answer later than the receipt by more than clocks differ
	Newer         Code = "newer"          // a record has parts that this version does not know

	InLog      Code = "in-log"      // the log held the record
	NotInLog   Code = "not-in-log"  // the proof does not fit the record
	NoProof    Code = "no-proof"    // the receipt has no proof for the answer
	NoLogKey   Code = "no-log-key"  // no key of a log was given
	OtherLog   Code = "other-log"   // signed by no log whose key was given
	LogDamaged Code = "log-damaged" // the log's signature does not fit, or signs no checkpoint

	PageOutside Code = "page-outside" // a page's own words are not signed
)

// String says the check in a sentence of English.
func (c *Check) String() string {
	if c.Answer > 0 {
		return fmt.Sprintf("%s: log, answer %d: %s", c.Result, c.Answer, c.Code.in(c))
	}
	return fmt.Sprintf("%s: %s: %s", c.Result, c.Part, c.Code.in(c))
}

// sentences are the codes in English, as the command says them.
var sentences = map[Code]string{
	KnownKey:   "The file is as it was signed, by the key {key}, which you gave.",
	Damaged:    "The signature does not fit. The file was changed after it was signed, or never signed by this key. Ask the organiser for the receipt again.",
	Stranger:   "The file is signed, but by nobody known: it brings its own key along, and anybody can make one. Get the organiser's public key from the organiser.",
	UnknownKey: "The file names the key {key}, which is none of those that you gave. Get the organiser's public key of that time from the organiser.",
	NoKey:      "You gave no key, so that nothing shows who signed. Get the organiser's public key from the organiser.",

	ContentRight:  "It is a receipt of one person, issued after the answers in it.",
	NoReceipt:     "What was signed is no receipt, or none that this version reads.",
	SeveralPeople: "The answers are not all those of one person. A receipt is about one person alone.",
	BadTime:       "An instant is missing, or an answer is later than the receipt.",
	Newer:         "A record has parts that this version does not know, and does not show. Check with a newer version.",

	InLog:       "The record stands in the log {log}, and stood there when the log had {size} entries.",
	NotInLog:    "The proof does not fit the record: one of them was changed, or it is the proof of another record.",
	NoProof:     "The receipt has no proof that the record stands in a log. Ask the organiser for a newer receipt.",
	NoLogKey:    "You gave no key of a log, so that the proof cannot be checked. Get the key of the organiser's log from the organiser.",
	OtherLog:    "The proof is signed by no log whose key you gave. Get the key of the organiser's log from the organiser.",
	LogDamaged:  "What the log signed was changed, or is no checkpoint. Ask the organiser for the receipt again.",
	PageOutside: "The words that the page shows are not signed; only the data inside it are. What counts is a page that is written anew from the data.",
}

// in says the code with what the check found.
func (c Code) in(check *Check) string {
	key := check.Key
	if key == "" {
		key = "(without a name)"
	}
	return locale.Format(sentences[c], locale.Arg{Name: "key", Value: key}, locale.Arg{Name: "log", Value: check.Log},
		locale.Arg{Name: "size", Value: strconv.FormatInt(check.Size, 10)})
}

// String says the report in English, a check a line, and the outcome last.
func (r *Report) String() string {
	var b strings.Builder
	for i := range r.Checks {
		b.WriteString(r.Checks[i].String() + "\n")
	}
	if r.Right() {
		b.WriteString("The receipt is right, as far as it was checked.\n")
	} else {
		b.WriteString("The receipt is not shown to be right.\n")
	}
	return b.String()
}

// AppendJSON appends the report as JSON, without the receipt: an object with
// "right", "key" and "checks", each of these with part, answer, result, code, key,
// log, size and "message", the sentence in English. What is empty is left out.
func (r *Report) AppendJSON(dst []byte) []byte {
	w := wire.NewWriter(dst)
	w.BeginObject().Key("right").Bool(r.Right())
	text := func(name, value string) {
		if value != "" {
			w.Key(name).String(value)
		}
	}
	text("key", r.Key)
	w.Key("checks").BeginArray()
	for i := range r.Checks {
		c := &r.Checks[i]
		w.BeginObject().Key("part").String(string(c.Part))
		if c.Answer > 0 {
			w.Key("answer").Int(int64(c.Answer))
		}
		w.Key("result").String(string(c.Result))
		w.Key("code").String(string(c.Code))
		text("key", c.Key)
		text("log", c.Log)
		if c.Size > 0 {
			w.Key("size").Int(c.Size)
		}
		w.Key("message").String(c.Code.in(c)).EndObject()
	}
	return w.EndArray().EndObject().Bytes()
}
