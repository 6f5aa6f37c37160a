package ident

import (
	"strings"
	"unsafe"

	"github.com/lagrum/lagrum/sdk/date"
)

// Options say how to read a number. The zero Options are what a form wants:
// lenient in how it is typed, strict in what it says.
type Options struct {
	// The day to judge by: a birth after it is in the future, and the century
	// of a number with a year of two digits is counted back from it. Without
	// it no date is too late, and a century that only a day could tell is
	// not told.
	AsOf date.Date
	// The series that are read only when asked for, such as [Synthetic].
	Accept Series
	// Refuse numbers that fail the check by modulus 11 where the register no
	// longer promises it: dk.cpr (since 2007) and is.kennitala (since
	// 2026-02-18). People hold such numbers; a register may not refuse them.
	Modulus11 bool
	// Read only what the register itself would print: no spaces, no dashes
	// but its own, no small letters for capital ones.
	Exact bool
}

// A Result tells whether a value is a number of its kind, and why not. Printed
// in any way, it shows neither the number nor what may be derived from it. The
// zero Result is that of no kind, and not valid.
type Result struct {
	Kind   Kind   // the kind that was asked for
	Series Series // the series of that kind that it belongs to, if it is valid
	Reason Reason // the rule that the value breaks; OK if it is valid. As an error, ask Err for it

	// A pointer prints as an address, also inside a struct where no method
	// of ours is called.
	value *byte
	size  int
	opts  Options
}

// Check reads a value as a number of the kind. It allocates nothing. The
// Result refers to the value: one that is made of bytes by package unsafe must
// stay as it is while the Result is in use. Other strings never change.
func Check(kind Kind, value string, opts Options) Result {
	var n number
	r := Result{Kind: kind, value: unsafe.StringData(value), size: len(value), opts: opts}
	if r.Reason = read(kind, value, &opts, &n); r.Reason == OK {
		r.Series = n.series
	}
	return r
}

// CheckAny reads a value as a number of the first of the kinds that it fits,
// and else gives what the kind said that it came furthest with: a form that
// asks for a personnummer mostly means a samordningsnummer too. Without kinds
// the Result's reason is [UnknownKind].
func CheckAny(value string, opts Options, kinds ...Kind) Result {
	best := Result{Reason: UnknownKind}
	for i, kind := range kinds {
		r := Check(kind, value, opts)
		if r.Valid() {
			return r
		}
		if i == 0 || r.Reason.depth() > best.Reason.depth() {
			best = r
		}
	}
	return best
}

// AppendAny reads a value as [CheckAny] does, only once, and appends its
// canonical form to dst. The reason is OK if it is a number of one of the kinds;
// else nothing is appended.
func AppendAny(dst []byte, value string, opts Options, kinds ...Kind) ([]byte, Reason) {
	var n number
	best := UnknownKind
	for i, kind := range kinds {
		why := read(kind, value, &opts, &n)
		if why == OK {
			return append(dst, n.canonical[:n.size]...), OK
		}
		if i == 0 || why.depth() > best.depth() {
			best = why
		}
	}
	return dst, best
}

// read reads the value that the result refers to.
func (r Result) read() (n number, why Reason) {
	why = read(r.Kind, unsafe.String(r.value, r.size), &r.opts, &n)
	return n, why
}

// read reads a value. It takes pointers, to copy little.
func read(kind Kind, value string, opts *Options, n *number) Reason {
	if !kind.Known() {
		return UnknownKind
	}
	var s symbols
	why := s.scan(value, opts.Exact)
	if why != OK {
		return why
	}
	*n = number{}
	why = kind.read(&s, opts, n)
	switch day := opts.AsOf; {
	case why != OK:
	case n.series&OnRequest&^opts.Accept != 0:
		why = SeriesNotAccepted
	case !day.IsZero() && n.birth.After(day):
		why = Future
	}
	return why
}

// Valid reports whether the value is a number of the kind.
func (r Result) Valid() bool { return r.Reason == OK && r.Kind != "" }

// Err gives the reason as an error, nil if the number is valid. It says
// nothing of the number.
func (r Result) Err() error {
	if r.Valid() {
		return nil
	}
	return r.why()
}

// why is the reason, also of the zero Result.
func (r Result) why() Reason {
	if r.Kind == "" {
		return UnknownKind
	}
	return r.Reason
}

// BirthDate gives the date of birth that the number tells of, and false where
// it tells of none: it is not valid, not of a person, of a series without date
// of birth, or its century cannot be known.
func (r Result) BirthDate() (date.Date, bool) {
	n, why := r.read()
	if why != OK || n.birth.IsZero() || !r.Kind.OfPerson() {
		return date.Date{}, false
	}
	return n.birth, true
}

// Canonical gives the number as registers keep it, without spaces, and nothing
// if it is not valid. Two spellings of one number have one canonical form, and
// two numbers have two, as long as they are read by one day, [Options].AsOf.
// Without a day, the ten digits of a Swedish personal number stay ten, with the
// plus sign if it was typed, and so are another form than the twelve digits of
// the same number.
func (r Result) Canonical() string {
	var room [maxSymbols]byte
	return string(r.AppendCanonical(room[:0]))
}

// AppendCanonical appends the canonical form to dst, and nothing if the number
// is not valid.
func (r Result) AppendCanonical(dst []byte) []byte {
	n, why := r.read()
	if why != OK {
		return dst
	}
	return append(dst, n.canonical[:n.size]...)
}

// String tells the verdict without the number.
func (r Result) String() string {
	var b strings.Builder
	b.WriteString(string(r.Kind))
	b.WriteString(": ")
	b.WriteString(r.why().Code())
	b.WriteString(" (number redacted)")
	return b.String()
}

// GoString is String, for the verb %#v.
func (r Result) GoString() string { return r.String() }

// number is what reading a value found.
type number struct {
	canonical [maxSymbols]byte
	size      int
	birth     date.Date // zero where it may not be derived
	series    Series
}

// keep makes the text the canonical form.
func (n *number) keep(text []byte) { n.size = copy(n.canonical[:], text) }
