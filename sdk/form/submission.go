package form

import (
	"errors"
	"iter"

	"github.com/lagrum/lagrum/internal/wire"
)

// Yes and No are the values of a consent.
const (
	Yes = "yes" // the consent is given
	No  = "no"  // it is not
)

// A Value is one answer as it arrives: a name and a text. A name may come more
// than once, for checkboxes.
//
// It holds what somebody typed, also where the name should be. Keep it out of
// logs: it prints as nothing by itself and in a slice, but JSON and a struct that
// holds it in an unexported field show all of it.
type Value struct {
	Name string // the field's name
	Text string // what was typed or chosen; the name of a file
	Type string // the media type, for a file
	Size int    // the size in bytes, for a file
	From string // where it comes from, such as the attribute of a log-in; empty for the person
}

// String says that there is a value, and nothing of it.
func (Value) String() string { return "form.Value (redacted)" }

// GoString is String, for the verb %#v.
func (v Value) GoString() string { return v.String() }

// A File is what is known of a file: its content is the host's.
type File struct {
	Name string // the name that it has with the person
	Type string // the media type that the browser says it has
	Size int    // in bytes
}

// A Drop tells of an answer that was not kept. It does not hold the answer.
type Drop struct {
	Field string     // the field's name; empty for names that the form does not have
	Why   DropReason // why it was not kept
}

// A DropReason says why an answer was not kept.
type DropReason string

// The reasons.
const (
	NotAsked    DropReason = "not-asked"    // after the other answers the field was not asked for
	NoConsent   DropReason = "no-consent"   // the explicit consent that it needs was not given
	NotOnForm   DropReason = "not-on-form"  // the form has no such field
	NotPublic   DropReason = "transient"    // a transient value, which may not be kept
	ConsentVoid DropReason = "consent-void" // the explicit consent that it needs was given in a way that does not count
	NeedsOther  DropReason = "other-given"  // another of the fields of which one is needed was filled in
)

// ErrUnmarshalled says that a Submission is not written by reflection: what
// people typed leaves it only where the program asks for it, by AppendJSON.
var ErrUnmarshalled = errors.New("form: a submission is written by AppendJSON only")

// A Submission holds what a person sent, checked and in the form in which it is
// kept. It prints as nothing, by itself and inside whatever holds it. The zero
// Submission is ready for [Definition.Check] and can be used again. Copies that
// are made after that hold the same answers, and change with it.
type Submission struct {
	// A closure is all that reflection finds here, so no printer can follow it
	// to the answers, not even one that looks into unexported fields. It is
	// made once.
	in func() *answers
}

// answers are the insides of a Submission.
type answers struct {
	def     *Definition
	slots   []slot
	more    []Value // the second and later values of a name
	dropped []Drop
}

// A slot is what a field holds.
type slot struct {
	text  string
	from  string
	typ   string
	size  int
	count int // how many values
	more  int // where the second and later values begin in answers.more
	state uint8
	kept  bool
}

// value gives the k-th value.
func (a *answers) value(s *slot, k int) string {
	if k == 0 {
		return s.text
	}
	return a.more[s.more+k-1].Text
}

func (s *Submission) reset(d *Definition) *answers {
	if s.in == nil {
		made := &answers{}
		s.in = func() *answers { return made }
	}
	a := s.in()
	a.def = d
	a.more, a.dropped = a.more[:0], a.dropped[:0]
	if cap(a.slots) < len(d.Fields) {
		a.slots = make([]slot, len(d.Fields))
	}
	a.slots = a.slots[:len(d.Fields)]
	clear(a.slots)
	return a
}

// answers gives the insides; nil before any check.
func (s *Submission) answers() *answers {
	if s == nil || s.in == nil {
		return nil
	}
	return s.in()
}

// slot finds what was kept of a field.
func (s *Submission) slot(name string) *slot {
	a := s.answers()
	if a == nil || a.def == nil {
		return nil
	}
	i, ok := a.def.names.find(name)
	if !ok || !a.slots[i].kept {
		return nil
	}
	return &a.slots[i]
}

// Form gives the definition that was checked against; nil before any check.
func (s *Submission) Form() *Definition {
	if a := s.answers(); a != nil {
		return a.def
	}
	return nil
}

// Has reports whether the field has an answer.
func (s *Submission) Has(name string) bool { return s.slot(name) != nil }

// Text gives the answer to the field, the first if it has several, and nothing
// if it has none. A consent that was asked for is "yes" or "no".
func (s *Submission) Text(name string) string {
	if slot := s.slot(name); slot != nil {
		return slot.text
	}
	return ""
}

// Texts gives all answers to the field.
func (s *Submission) Texts(name string) []string {
	slot := s.slot(name)
	if slot == nil {
		return nil
	}
	list := make([]string, slot.count)
	for k := range list {
		list[k] = s.in().value(slot, k)
	}
	return list
}

// File gives what is known of the file in the field.
func (s *Submission) File(name string) (File, bool) {
	slot := s.slot(name)
	if slot == nil {
		return File{}, false
	}
	return File{Name: slot.text, Type: slot.typ, Size: slot.size}, true
}

// From gives where the answer comes from, such as the attribute of a log-in,
// and nothing if the person typed it.
func (s *Submission) From(name string) string {
	if slot := s.slot(name); slot != nil {
		return slot.from
	}
	return ""
}

// Names goes through the fields that have an answer, in the order of the form.
func (s *Submission) Names() iter.Seq[string] {
	return func(yield func(string) bool) {
		a := s.answers()
		if a == nil || a.def == nil {
			return
		}
		for i := range a.slots {
			if a.slots[i].kept && !yield(a.def.Fields[i].Name) {
				return
			}
		}
	}
}

// Withhold takes the answer to a field out, and notes why: for a host that
// learns after the check that it may not be kept. It reports whether there was an
// answer.
func (s *Submission) Withhold(name string, why DropReason) bool {
	slot := s.slot(name)
	if slot == nil {
		return false
	}
	a := s.in()
	for k := range slot.count - 1 {
		a.more[slot.more+k] = Value{}
	}
	*slot = clean(*slot)
	a.dropped = append(a.dropped, Drop{Field: name, Why: why})
	return true
}

// clean gives the slot of a field that is asked for and has no answer.
func clean(s slot) slot { return slot{state: s.state} }

// Dropped lists what was sent and not kept, in the order of the form.
func (s *Submission) Dropped() []Drop {
	if a := s.answers(); a != nil {
		return append([]Drop(nil), a.dropped...)
	}
	return nil
}

// AppendDrops appends what was not kept as a JSON array: of each answer the
// field, if the form has it, and why.
func AppendDrops(dst []byte, drops []Drop) []byte {
	w := wire.NewWriter(dst)
	w.BeginArray()
	for _, d := range drops {
		w.BeginObject()
		writeText(w, "field", d.Field)
		w.Key("why").String(string(d.Why))
		w.EndObject()
	}
	w.EndArray()
	return w.Bytes()
}

// AppendJSON appends the answers as a JSON object: a string for each field, a
// list of strings for checkboxes, an object with name, type and size for a file,
// true or false for a consent. This is the one way by which what people typed
// leaves as a whole; the host decides where it goes.
func (s *Submission) AppendJSON(dst []byte) []byte {
	w := wire.NewWriter(dst)
	w.BeginObject()
	for name := range s.Names() {
		s.writeAnswer(w, s.Form().Field(name))
	}
	w.EndObject()
	return w.Bytes()
}

func (s *Submission) writeAnswer(w *wire.Writer, f *Field) {
	slot := s.slot(f.Name)
	w.Key(f.Name)
	switch {
	case f.isFile():
		w.BeginObject()
		w.Key("name").String(slot.text)
		w.Key("type").String(slot.typ)
		w.Key("size").Int(int64(slot.size))
		w.EndObject()
	case f.isConsent():
		w.Bool(slot.text == Yes)
	case f.isList():
		w.BeginArray()
		for k := range slot.count {
			w.String(s.in().value(slot, k))
		}
		w.EndArray()
	default:
		w.String(slot.text)
	}
}

// String says that there is a submission, and nothing of it.
func (Submission) String() string { return "form.Submission (redacted)" }

// GoString is String, for the verb %#v.
func (s Submission) GoString() string { return s.String() }

// MarshalJSON refuses; see [ErrUnmarshalled].
func (Submission) MarshalJSON() ([]byte, error) { return nil, ErrUnmarshalled }

// MarshalText refuses; see [ErrUnmarshalled].
func (Submission) MarshalText() ([]byte, error) { return nil, ErrUnmarshalled }
