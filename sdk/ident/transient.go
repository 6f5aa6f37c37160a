package ident

import (
	"errors"
	"unsafe"
)

// ErrTransient is what a [Transient] answers to all that would write it down
// or fill it: JSON, XML, YAML, gob.
var ErrTransient = errors.New("ident: a transient number is neither written nor read")

// ErrForgotten says that a [Transient] holds no number: it was converted or
// wiped before, or there never was one.
var ErrForgotten = errors.New("ident: the transient number is no longer held")

// A Transient holds a number that may be converted to another and is never
// kept: what a policy calls a transient datum, with the datum that it becomes.
// It keeps GDPR Article 5(1)(c) and (e) where a log-in sends a national
// identification number that the service has no need of.
//
// It shows the number to nobody but the function that converts it, once.
// Printed, logged or put in a template it is redacted; what would store it gets
// [ErrTransient]. Copies of a Transient hold one and the same number. It may be
// used by several goroutines: the first gets the number. The zero Transient
// holds none.
//
// The bytes that it holds are overwritten after use. What cannot be promised
// is that Go has no other copy: of the stack on which the number was read, and
// of what the host itself received.
type Transient struct {
	// A closure is all that reflection finds here, so no printer can follow it
	// to the number, not even one that looks into unexported fields.
	take func() (held, bool)
}

// held is what a Transient holds.
type held struct {
	kind   Kind
	number []byte
}

// NewTransient takes over a value that should be a number of the kind. It
// overwrites the caller's bytes. Whether the number is valid shows when it is
// converted.
func NewTransient(kind Kind, value []byte) Transient {
	number := make([]byte, len(value))
	copy(number, value)
	clear(value)
	return hold(held{kind, number})
}

func hold(h held) Transient {
	// A channel needs no import, and of several who ask one gets the number.
	once := make(chan held, 1)
	once <- h
	return Transient{func() (held, bool) {
		select {
		case h := <-once:
			return h, true
		default:
			return held{}, false
		}
	}}
}

// forget gives the number, which from then on is held no more.
func (t Transient) forget() (held, bool) {
	if t.take == nil {
		return held{}, false
	}
	return t.take()
}

// Become converts the number to one of another kind, and gives that in its
// canonical form. The options say how both are read.
//
// The function gets the canonical form of the number, in bytes that are
// overwritten when it returns. It is called once at most, and the number is
// gone afterwards whatever happened, also if the function panics.
//
// The error is [ErrForgotten] if no number is held, a [Reason] if the number is
// not valid or the kind that it should become is not known, and else a
// [*ConversionError]: the function failed, or what it gave is not valid, or
// still holds the number.
//
// It holds the number if it has these digits, one after the other, whatever
// but digits stands between them: of a person's number and an organisationsnummer
// the first nine (of a kennitala eight), since check digits can be reckoned
// from them; of other kinds all. The century of a Swedish number need not be
// there. A number with a letter among its digits is found with the letter, and
// without if nine digits are left. Less of a number is not found, nor is one
// that is turned round or enciphered.
func (t Transient) Become(kind Kind, opts Options, convert func(number []byte) (string, error)) (string, error) {
	h, ok := t.forget()
	if !ok {
		return "", ErrForgotten
	}
	defer clear(h.number)
	if !kind.Known() {
		return "", UnknownKind
	}
	from := Check(h.kind, unsafe.String(unsafe.SliceData(h.number), len(h.number)), opts)
	if !from.Valid() {
		return "", from.Reason
	}
	number := from.AppendCanonical(make([]byte, 0, maxSymbols))
	defer clear(number[:cap(number)])
	said, err := convert(number)
	if err != nil {
		return "", conversionError(notConverted, err)
	}
	to := Check(kind, said, opts)
	if !to.Valid() {
		return "", conversionError(notValid, to.Reason)
	}
	became := to.Canonical()
	// Once more, since the function may have changed its bytes.
	if repeats(became, h.kind, from.AppendCanonical(number[:0])) {
		return "", conversionError(notChanged, ErrTransient)
	}
	return became, nil
}

// Wipe overwrites the number. It is for the host that does not convert it.
func (t Transient) Wipe() {
	if h, ok := t.forget(); ok {
		clear(h.number)
	}
}

// String says that there is nothing to see.
func (Transient) String() string { return "transient number (redacted)" }

// GoString is String, for the verb %#v.
func (t Transient) GoString() string { return t.String() }

// MarshalText fails with [ErrTransient], and so do XML and the keys of JSON.
func (Transient) MarshalText() ([]byte, error) { return nil, ErrTransient }

// MarshalJSON fails with [ErrTransient].
func (Transient) MarshalJSON() ([]byte, error) { return nil, ErrTransient }

// MarshalBinary fails with [ErrTransient].
func (Transient) MarshalBinary() ([]byte, error) { return nil, ErrTransient }

// MarshalYAML fails with [ErrTransient].
func (Transient) MarshalYAML() (any, error) { return nil, ErrTransient }

// GobEncode fails with [ErrTransient].
func (Transient) GobEncode() ([]byte, error) { return nil, ErrTransient }

// UnmarshalText fails with [ErrTransient]. A number is put in by
// [NewTransient] only; a decoder that had to refuse it would tell it in its error.
func (Transient) UnmarshalText([]byte) error { return ErrTransient }

// UnmarshalJSON fails with [ErrTransient].
func (Transient) UnmarshalJSON([]byte) error { return ErrTransient }

// UnmarshalBinary fails with [ErrTransient].
func (Transient) UnmarshalBinary([]byte) error { return ErrTransient }

// UnmarshalYAML fails with [ErrTransient].
func (Transient) UnmarshalYAML(func(any) error) error { return ErrTransient }

// GobDecode fails with [ErrTransient].
func (Transient) GobDecode([]byte) error { return ErrTransient }
