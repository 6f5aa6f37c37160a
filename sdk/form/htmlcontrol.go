package form

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/policy"
)

func (f *Field) isSelect() bool {
	return f.Control == policy.SelectControl || f.Control == policy.CountryControl
}

// inputType is the type of the input element. A date is text: a date input
// sends nothing at all where only part of it is filled in, so that what was
// typed could not be shown again, and it is hard to use with screen readers and
// voice control for a day many years ago. Text takes every way to write a day
// that Check reads, and autofill as well. A number is text for like reasons: a
// number input drops what is no number, and an address that is written without
// a scheme must not be the value of a URL input (HTML Living Standard,
// 4.10.5.1.4).
func inputType(c policy.Control) string {
	switch c {
	case policy.EmailControl:
		return "email"
	case policy.TelControl:
		return "tel"
	case policy.FileControl:
		return "file"
	}
	return "text"
}

// inputMode is the keyboard of a telephone, where it does not follow from the
// type.
func (f *Field) inputMode() string {
	switch f.Control {
	case policy.EmailControl:
		return "email"
	case policy.TelControl:
		return "tel"
	case policy.URLControl:
		return "url"
	case policy.NumberControl:
		if f.Min != "" && f.Min[0] != '-' { // a keyboard of figures may have no minus
			return "decimal"
		}
	case policy.NationalNumberControl, policy.OrgNumberControl, policy.PostalCodeControl:
		if len(f.Numbers) > 0 && !slices.ContainsFunc(f.Numbers, hasLetters) {
			return "numeric"
		}
	}
	return ""
}

// hasLetters reports whether numbers of the kind may have letters or signs that
// cannot be left out.
func hasLetters(kind ident.Kind) bool {
	switch kind {
	case ident.Interimspersonnummer, ident.Reservnummer, ident.HSAID, ident.NorEduPersonNIN, ident.HETU:
		return true
	}
	return false
}

// autofill is the autofill token, as far as the control may have it (HTML Living
// Standard, 4.10.18.7.1).
func (f *Field) autofill() string {
	switch {
	case f.isFile():
		return ""
	case f.Autocomplete == "street-address" && f.Control != policy.LongTextControl:
		return "address-line1" // the whole address has several lines
	case f.Autocomplete == "" && f.Control == policy.NationalNumberControl:
		return "off" // the next person at the same computer is not to be offered it
	}
	return f.Autocomplete
}

// capitals is how a telephone's keyboard begins words.
func (f *Field) capitals() string {
	switch f.Control {
	case policy.NationalNumberControl, policy.OrgNumberControl, policy.PostalCodeControl:
		if slices.ContainsFunc(f.Numbers, hasLetters) {
			return "characters"
		}
		return ""
	case policy.URLControl:
		return "none"
	case policy.TextControl:
		switch f.Autocomplete {
		case "name", "given-name", "family-name":
			return "words"
		case "username":
			return "none"
		}
	}
	return ""
}

// isSpelt reports whether there is nothing for a spelling checker to say, which
// some browsers ask a server.
func (f *Field) isSpelt() bool {
	switch f.Control {
	case policy.LongTextControl, policy.SelectControl, policy.CountryControl, policy.FileControl:
		return false
	case policy.TextControl:
		return f.Autocomplete != "" || f.Pattern != ""
	}
	return true
}

// isShort reports whether the control is as wide as its answers, which tells
// how long they are.
func (f *Field) isShort() bool {
	switch f.Control {
	case policy.DateControl, policy.NumberControl, policy.NationalNumberControl, policy.OrgNumberControl, policy.PostalCodeControl, policy.TelControl:
		return true
	}
	return f.Control == policy.TextControl && f.Pattern != ""
}
