package form

import (
	"errors"

	"github.com/lagrum/lagrum/sdk/ident"
)

// An Attribute is what an identity provider says of a person at log-in, such as
// "mail" (eduPerson, norEduPerson) or "given_name" (OpenID Connect).
type Attribute struct {
	Name  string // the attribute's name
	Value []byte // its value; that of a transient number is wiped once it is converted
}

// A Converter turns a number that may not be kept into one that may: the host
// asks whoever knows. See [ident.Transient.Become].
type Converter func(attribute string, number []byte) (string, error)

// ErrNoConverter says that a log-in brought a transient number and there is
// nobody to convert it. The number is wiped.
var ErrNoConverter = errors.New("form: a transient number came with the log-in, and there is no converter")

// FillIn gives the values that a log-in fills in, each with the attribute that
// it comes from. A transient number goes through the converter, and only what
// it becomes is among the values. With the first error of the converter it
// gives the values that it has; the error says nothing of the number.
func (d *Definition) FillIn(attributes []Attribute, convert Converter) ([]Value, error) {
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
