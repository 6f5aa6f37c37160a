package ident

import "errors"

// A Reason is the rule that a value breaks. It is an error that says nothing
// of the value.
type Reason uint8

// The reasons. Where a value breaks several rules, the first of them that is
// told is the one that the person who typed it can most easily mend.
//
// OK too is a Reason, and as an error it is not nil: compare with OK, or ask
// [Result.Err], which gives nil for a valid number.
const (
	OK                Reason = iota // it breaks none
	UnknownKind                     // the kind is not known
	Empty                           // there is nothing to read
	Characters                      // a character that no such number has
	Length                          // too many or too few characters
	Separator                       // a separator in the wrong place, or of the wrong sort
	Century                         // a sign or digit for the century that is not in use
	Serial                          // a serial number that is never given out
	NotDate                         // a date that is in no calendar
	Future                          // a date of birth after the day asked about
	Checksum                        // the check digit is wrong
	SeriesNotAccepted               // a number of a series that was not asked for
)

var reasons = [...]struct{ code, text string }{
	OK:                {"ok", "the number is valid"},
	UnknownKind:       {"unknown-kind", "the kind of number is not known"},
	Empty:             {"empty", "there is no number"},
	Characters:        {"characters", "the number has a character that does not belong in it"},
	Length:            {"length", "the number is too long or too short"},
	Separator:         {"separator", "the number has a separator where none belongs"},
	Century:           {"century", "the number has a sign for the century that is not in use"},
	Serial:            {"serial", "the number has a serial number that is never given out"},
	NotDate:           {"date", "the number has a date that is in no calendar"},
	Future:            {"future", "the number has a date of birth in the future"},
	Checksum:          {"checksum", "the check digit does not fit the other digits"},
	SeriesNotAccepted: {"series", "the number is of a series that is not accepted here"},
}

// Code gives the reason as one word for programs, such as "checksum", and "ok"
// for none. Codes never change.
func (r Reason) Code() string {
	if int(r) < len(reasons) {
		return reasons[r].code
	}
	return "unknown"
}

// Error tells the reason in a sentence, without the number.
func (r Reason) Error() string {
	if int(r) < len(reasons) {
		return "ident: " + reasons[r].text
	}
	return "ident: unknown reason"
}

// String is Code.
func (r Reason) String() string { return r.Code() }

// MarshalText gives the code, so that it is in JSON too.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.Code()), nil }

// UnmarshalText reads a code. Its error does not repeat what is none.
func (r *Reason) UnmarshalText(code []byte) error {
	for i := range reasons {
		if reasons[i].code == string(code) {
			*r = Reason(i)
			return nil
		}
	}
	return errNoReason
}

var errNoReason = errors.New("ident: there is no such reason")

// depth tells how far the reading came before it failed.
func (r Reason) depth() int { return int(r) }
