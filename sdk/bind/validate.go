package bind

import (
	"iter"
	"reflect"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/lagrum/lagrum/sdk/ident"
)

// ConsentTag is the name of the validation of a consent: it holds if there is an
// answer, and a no is one.
const ConsentTag = "consent"

// Tags gives the name of the validation of each kind of number, in the order of
// [ident.Kinds]: "se_personnummer" for se.personnummer.
func Tags() iter.Seq2[string, ident.Kind] {
	return func(yield func(string, ident.Kind) bool) {
		for _, kind := range ident.Kinds() {
			if !yield(tagNames.Replace(string(kind)), kind) {
				return
			}
		}
	}
}

// tagNames makes names that validator/v10 reads: a point or slash is none.
var tagNames = strings.NewReplacer(".", "_", "/", "_")

// Register adds a validation for every kind of number of package ident, by the
// names of [Tags], and "consent".
//
//	type Enrolment struct {
//		Number     string      `validate:"omitempty,se_personnummer|se_samordningsnummer"`
//		Newsletter bind.Answer `validate:"consent"`
//	}
//
// A number is read as on a form, by [form.Definition.Check], but for one thing:
// no day is known, so that no date of birth is in the future. [Number] makes
// validations that know the day.
//
// "consent" holds for an [Answer] that is yes or no, and for a *bool that is not
// nil. A bool cannot tell a no from silence, and always passes: it is for
// structs that Decode fills, where an answer that is demanded has been given.
// The validation "required" of validator/v10 refuses the no of a bool
// (go-playground/validator, issues 713 and 1455), and passes that of an Answer.
//
// What validator/v10 says of a field that fails names the field and the
// validation. The value is in it only where a program asks for it, by
// the method Value of its FieldError; do not log that.
func Register(v *validator.Validate) error {
	for name, kind := range Tags() {
		if err := v.RegisterValidation(name, Number(ident.Options{Accept: ident.Prefixed}, kind)); err != nil {
			return err
		}
	}
	return v.RegisterValidation(ConsentTag, isAnswered)
}

// Number makes a validation that holds for a number of one of the kinds, read
// as the options say.
func Number(opts ident.Options, kinds ...ident.Kind) validator.Func {
	return func(f validator.FieldLevel) bool {
		return f.Field().Kind() == reflect.String && ident.CheckAny(f.Field().String(), opts, kinds...).Valid()
	}
}

// isAnswered is the validation of a consent. What a nil pointer leads to, which
// validator/v10 refuses by itself, never comes here.
func isAnswered(f validator.FieldLevel) bool {
	switch v := f.Field(); v.Kind() {
	case reflect.Bool:
		return true
	case reflect.String:
		return Answer(v.String()).IsAnswered()
	}
	return false
}
