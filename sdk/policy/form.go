package policy

// A Form collects data. Each field points to a datum, and through it to
// purpose, basis and retention.
type Form struct {
	// The id by which it is asked for.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// Its heading.
	Title Text `json:"title,omitempty"`
	// What it is for, in a sentence or two above the fields.
	Intro Text `json:"intro,omitempty"`
	// The activities it collects for.
	Activities []string `json:"activities,omitempty" ref:"activity"`
	// The scope it belongs to, if not all.
	Scope string `json:"scope,omitempty" ref:"scope"`
	// Groups of fields that stand together under a heading, in order.
	Groups []FieldGroup `json:"groups,omitempty"`
	// Its fields, in order.
	Fields []Field `json:"fields,omitempty"`
	// What stands on the button, if "Send" does not do.
	Submit Text `json:"submit,omitempty"`
	// What the person reads once the form has been received.
	Received Text `json:"received,omitempty"`
}

// A FieldGroup is a part of a form with a heading of its own, such as the
// fields about an organisation.
type FieldGroup struct {
	// The id that fields use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// Its heading.
	Label Text `json:"label,omitempty"`
	// A sentence below the heading.
	Hint Text `json:"hint,omitempty"`
	// Whom its fields are about: person or organisation.
	About About `json:"about,omitempty" validate:"omitempty,oneof=person organisation"`
	// The answer to another field on which the whole group depends.
	If *Answer `json:"if,omitempty"`
}

// An Answer is a condition on what another field of the form holds. What
// depends on it is neither shown nor kept where it does not hold.
type Answer struct {
	// The field, by its name in the submission.
	Field string `json:"field,omitempty" validate:"omitempty,slug"`
	// The values of which it must hold one. Leave it out for any value at all; for a consent, yes or no.
	Is []string `json:"is,omitempty"`
}

// A Field asks for one datum, or for one consent.
type Field struct {
	// The field's name in the submission. Leave it out to use the datum's id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What it asks for.
	Datum string `json:"datum,omitempty" ref:"datum"`
	// The consent it asks for, instead of a datum.
	Consent string `json:"consent,omitempty" ref:"consent"`
	// What stands on it, if the datum's label does not do.
	Label Text `json:"label,omitempty"`
	// A hint below the label.
	Hint Text `json:"hint,omitempty"`
	// What to say where it is empty, such as "Enter the name of the school", if the usual words do not do.
	Missing Text `json:"missing,omitempty"`
	// How it is shown: text, long-text, email, tel, url, number, date, select, radio, checkboxes, country, national-number, org-number, postal-code, file or consent. Of a file, serve hands on name, type and size only, never what is in it; the type is what the browser says.
	Control Control `json:"control,omitempty" validate:"omitempty,oneof=text long-text email tel url number date select radio checkboxes country national-number org-number postal-code file consent"`
	// True if the form cannot be sent without it.
	Required bool `json:"required,omitempty"`
	// The circumstance under which it is asked for.
	When string `json:"when,omitempty" ref:"circumstance"`
	// The answer to another field under which it is asked for.
	If *Answer `json:"if,omitempty"`
	// The group it stands in.
	Group string `json:"group,omitempty" validate:"omitempty,slug"`
	// The kinds of number that are accepted, for national-number, org-number and postal-code. Leave it out to use the datum's.
	Numbers []string `json:"numbers,omitempty" validate:"dive,numberkind"`
	// The series that are accepted besides the usual ones: replacement, electronic (dk.cpr), h-number, fh-number (no.fodselsnummer), temporary (fi.hetu), fictitious (is.kennitala), and nav, nhn, tenor or synthetic for all three, which are test people.
	Series []string `json:"series,omitempty" validate:"dive,numberseries"`
	// The fewest characters of an answer.
	MinLength int `json:"minLength,omitempty"`
	// The most characters of an answer. Leave it out for the usual limit of the control.
	MaxLength int `json:"maxLength,omitempty"`
	// What an answer looks like, one sign a character: 9 for a digit, A for a letter of Latin script (Å and Ž too), * for either; every other sign stands for itself.
	Pattern string `json:"pattern,omitempty"`
	// The least number, or the first day: as 2026-01-31, or "today" for the day on which the form is filled in.
	Min string `json:"min,omitempty"`
	// The greatest number, or the last day: as 2026-01-31, or "today", which keeps a date of birth out of the future.
	Max string `json:"max,omitempty"`
	// The media types of files that are accepted, such as image/jpeg.
	Accept []string `json:"accept,omitempty"`
	// The greatest size of a file, in bytes.
	MaxBytes int `json:"maxBytes,omitempty"`
	// The autofill token of HTML, such as given-name, if it does not follow from the datum's term.
	Autocomplete string `json:"autocomplete,omitempty" validate:"omitempty,slug"`
	// The choices, for select, radio and checkboxes.
	Options []Option `json:"options,omitempty"`
	// The attribute of a log-in that fills it in.
	FilledFrom string `json:"filledFrom,omitempty"`
	// What to do instead of filling it in, for optional sensitive fields.
	Alternative Text `json:"alternative,omitempty"`
}

// A Control is how a field is shown.
type Control string

// The controls.
const (
	TextControl           Control = "text"            // one line
	LongTextControl       Control = "long-text"       // several lines
	EmailControl          Control = "email"           // an e-mail address
	TelControl            Control = "tel"             // a telephone number
	URLControl            Control = "url"             // a web address
	NumberControl         Control = "number"          // a number
	DateControl           Control = "date"            // a date
	SelectControl         Control = "select"          // one of a list
	RadioControl          Control = "radio"           // one of a few, all seen
	CheckboxesControl     Control = "checkboxes"      // any of a few
	CountryControl        Control = "country"         // a country
	NationalNumberControl Control = "national-number" // a national identification number
	OrgNumberControl      Control = "org-number"      // an organisation number
	PostalCodeControl     Control = "postal-code"     // a postal code
	FileControl           Control = "file"            // a file
	ConsentControl        Control = "consent"         // a consent box, never ticked in advance
)

// An Option is one choice of a field.
type Option struct {
	// The value in the submission.
	Value string `json:"value,omitempty"`
	// What people read.
	Label Text `json:"label,omitempty"`
}
