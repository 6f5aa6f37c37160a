package form

import (
	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/screen"
)

// A Definition is a form in one language, derived from a policy by [Derive], or
// read from JSON by [Read]. It must not be changed after that. Several
// goroutines may use it at once.
type Definition struct {
	Policy   string     // the policy's id
	Version  string     // the policy's version
	Form     string     // the form's id
	Language locale.Tag // the language of all text
	Title    string     // the heading
	Intro    string     // what it is for; may be empty
	Submit   string     // what stands on the button
	Received string     // what the person reads afterwards
	Groups   []Group    // the groups that fields stand in
	Fields   []Field    // the fields, in order

	// The attributes of a log-in that carry a number which is not kept, and nothing else that is.
	Transient []string

	// The words that screening looks for; empty for a form without free text.
	Lexicon screen.Lexicon

	words   [wordCount]string
	names   index
	repeats bool    // two fields have the same name
	plans   []plan  // by field
	choices [][]int // the fields, by number, of which only one is to be filled in
}

// A Group is a part of a form under a heading of its own.
type Group struct {
	ID    string       // the id that fields use
	Label string       // the heading
	Hint  string       // a sentence below it; may be empty
	About policy.About // person or organisation
	If    *Condition   // the answer it depends on; nil if on none
}

// A Condition holds where another field has one of some values.
type Condition struct {
	Field string   // the other field, by name
	Is    []string // the values; none stands for any value at all
}

// A Field asks for one thing.
type Field struct {
	Name     string         // the name in the submission
	Datum    string         // the datum that it asks for; empty for a consent
	Label    string         // what stands on it
	Hint     string         // a hint below the label; may be empty
	Missing  string         // what to say if it is empty; empty for the usual words
	Control  policy.Control // how it is shown
	Group    string         // the group it stands in; may be empty
	Required bool           // the form cannot be sent without it
	If       *Condition     // the answer it depends on; nil if on none
	// The consents, by field name, that must all be a yes before this is asked for: what it asks for
	// may tell of a special category, and the explicit consent is the ground (GDPR Article 9(2)(a)). "?" stands
	// for a consent that the form fails to ask for: the field is never asked, and an answer to it not kept.
	NeedsYes []string
	OneOf    string   // shared by fields of which only one is to be filled in
	Options  []Option // the choices, for select, radio and checkboxes

	Numbers   []ident.Kind // the kinds of number that are accepted
	Series    ident.Series // the series that are accepted besides the usual ones
	MinLength int          // the fewest characters; 0 for no limit
	MaxLength int          // the most characters
	Pattern   string       // what an answer looks like: 9 a digit, A a letter of Latin script (Å and Ž too), * either; may be empty
	Min       string       // the least number or first day; may be empty
	Max       string       // the greatest number or last day; may be empty
	Accept    []string     // the media types of files; none stands for all
	MaxBytes  int          // the greatest size of a file; 0 for no limit

	Autocomplete string         // the autofill token of HTML; empty for none
	FilledFrom   string         // the attribute of a log-in that fills it in; may be empty
	Was          ident.Kind     // the kind of transient number that the attribute carries; empty if it carries none
	Becomes      ident.Kind     // what the attribute must be converted to before it is filled in; empty if to nothing
	Screen       []screen.Class // what free text must not tell of; none for other fields

	Reason  Reason   // why it is asked for
	Consent *Consent // the consent it asks for; nil for a datum
}

// An Option is one choice.
type Option struct {
	Value string // what is sent
	Label string // what people read
}

// A Reason tells why a field is asked for, as a notice just in time does (WP260
// rev.01 point 38). Each part may be empty.
type Reason struct {
	Purposes []string // what the answer is used for
	Basis    []string // on which legal basis, with the provision
	Kept     []string // how long it is kept
	Without  []string // what follows if it is left empty
	Instead  string   // what one can do instead of filling it in
}

// A Consent is a question of consent: what people read, and what their answer
// is judged by (package consent).
type Consent struct {
	ID       string             // the consent's id in the policy
	Kind     policy.ConsentKind // what kind of act it is
	Title    string             // what it is for, in a few words; may be empty
	Text     string             // the statement that the person agrees to
	Audience string             // who may rely on it; may be empty
	Instead  string             // what one can do instead; may be empty
	Withdraw string             // how to take it back; may be empty

	Purposes    []string // the ids of its purposes; [Reason.Purposes] says them in words
	Controllers []string // the names of those who rely on it; empty where the policy leaves it open
	Data        []string // what people call the data that it is about
	// The special categories that its data belong to or strongly reveal, so that the consent must be explicit
	// (GDPR Article 9(2)(a)), and those that they may reveal less surely.
	Special, MayReveal []law.SpecialCategory
	// Whether a public authority asks, and whether those who are asked depend on whoever asks, as pupils and
	// staff do (recital 43).
	Authority, Dependent bool
	// Whether it is asked for an online service that is offered directly to children, and is the basis of it
	// (Article 8(1)), and whether a guardian gives it.
	OfferedToChildren, ByGuardian bool
	Expires                       date.Period // after how long it is asked for again; zero if the policy does not say
	Country                       string      // whose law the policy is under, as ISO 3166-1 alpha-2; may be empty

	// What it binds to today, hashed by the host's [Context.Sum], with the words of all languages.
	Fingerprint change.Fingerprint
	// What it bound to in earlier versions of the policy under which a yes still counts.
	Earlier []change.Fingerprint
	// The hash of all that the person reads with the question; see [Field.Shown].
	Sum string
}

// Field gives the field with the name, or nil.
func (d *Definition) Field(name string) *Field {
	if i, ok := d.names.find(name); ok {
		return &d.Fields[i]
	}
	return nil
}

func (d *Definition) group(id string) *Group {
	for i := range d.Groups {
		if d.Groups[i].ID == id {
			return &d.Groups[i]
		}
	}
	return nil
}
