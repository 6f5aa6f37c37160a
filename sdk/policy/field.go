package policy

import "cmp"

// Name is the field's name in the submission: its id, or that of what it asks
// for.
func (f *Field) Name() string { return cmp.Or(f.ID, f.Datum, f.Consent) }

// ControlFor is how the field is shown: as it says itself, or as befits the
// datum. The datum is nil for a consent, which is always shown as a consent
// box; a datum never is.
func (f *Field) ControlFor(d *Datum) Control {
	switch {
	case d == nil && f.Consent != "":
		return ConsentControl
	case f.Control != "" && f.Control != ConsentControl:
		return f.Control
	case d == nil:
		return TextControl
	case d.NationalNumber != "":
		return NationalNumberControl
	case d.FreeText:
		return LongTextControl
	}
	switch d.Term {
	case "pd:EmailAddress":
		return EmailControl
	case "pd:TelephoneNumber":
		return TelControl
	case "pd:BirthDate":
		return DateControl
	case "pd:Country":
		return CountryControl
	}
	return TextControl
}

// UsualLength is the most characters of an answer where the field sets no limit:
// enough for every honest answer, and little enough to keep.
func (c Control) UsualLength() int {
	switch c {
	case LongTextControl, URLControl:
		return 2000
	case EmailControl:
		return 254 // RFC 5321, 4.5.3.1.3, less the angle brackets
	case NationalNumberControl, OrgNumberControl, TelControl, NumberControl, DateControl:
		return 40
	case PostalCodeControl:
		return 12
	}
	return 200
}
