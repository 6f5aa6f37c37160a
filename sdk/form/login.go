package form

import (
	"errors"

	"github.com/lagrum/lagrum/sdk/ident"
)

// An Attribute is what an identity provider says of a person at log-in, such as
// "mail" (eduPerson, norEduPerson) or "given_name" (OpenID Connect). It prints as
// nothing by itself and in a slice.
type Attribute struct {
	Name  string // the attribute's name
	Value []byte // its value; [Definition.FillIn] wipes that of a transient number
}

// String says that there is an attribute, and nothing of it.
func (Attribute) String() string { return "form.Attribute (redacted)" }

// GoString is String, for the verb %#v.
func (a Attribute) GoString() string { return a.String() }

// MarshalJSON refuses; see [ErrUnmarshalled].
func (Attribute) MarshalJSON() ([]byte, error) { return nil, ErrUnmarshalled }

// MarshalText refuses; see [ErrUnmarshalled].
func (Attribute) MarshalText() ([]byte, error) { return nil, ErrUnmarshalled }

// A Converter turns a number that may not be kept into one that may: the host
// asks whoever knows. See [ident.Transient.Become].
type Converter func(attribute string, number []byte) (string, error)

// ErrNoConverter says that a log-in brought a transient number and there is
// nobody to convert it. The number is wiped.
var ErrNoConverter = errors.New("form: a transient number came with the log-in, and there is no converter")

// FillIn gives the values that a log-in fills in, each with the attribute that
// it comes from. A transient number goes through the converter, and only what
// it becomes is among the values. With an error of the converter it gives the
// values that it has; the error says nothing of the number.
//
// The attributes that the policy calls transient are overwritten, whether the
// form uses them or not, and also if the converter panics. So give it bytes that
// are needed nowhere else.
func (d *Definition) FillIn(attributes []Attribute, convert Converter) ([]Value, error) {
	defer d.wipe(attributes)
	var values []Value
	var failed error
	for i := range d.Fields {
		f := &d.Fields[i]
		for k := range attributes {
			a := &attributes[k]
			if f.FilledFrom == "" || a.Name != f.FilledFrom {
				continue
			}
			text, err := f.taken(a, convert)
			if err != nil {
				failed = errors.Join(failed, err)
				continue
			}
			values = append(values, Value{Name: f.Name, Text: text, From: a.Name})
		}
	}
	return values, failed
}

// wipe overwrites what came with a log-in and is not to be kept.
func (d *Definition) wipe(attributes []Attribute) {
	for i := range attributes {
		if has(d.Transient, attributes[i].Name) {
			clear(attributes[i].Value)
		}
	}
}

// taken gives what the field takes from the attribute. A transient number never
// becomes a string.
func (f *Field) taken(a *Attribute, convert Converter) (string, error) {
	if f.Becomes == "" {
		return string(a.Value), nil
	}
	number := ident.NewTransient(f.Was, a.Value)
	defer number.Wipe()
	if convert == nil {
		return "", ErrNoConverter
	}
	return number.Become(f.Becomes, ident.Options{}, func(digits []byte) (string, error) { return convert(a.Name, digits) })
}
