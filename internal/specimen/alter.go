package specimen

import (
	"reflect"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Clone copies a document, so that it can be changed.
func Clone(doc *policy.Document) *policy.Document {
	out := new(policy.Document)
	deep(reflect.ValueOf(out).Elem(), reflect.ValueOf(doc).Elem())
	return out
}

func deep(to, from reflect.Value) {
	switch from.Kind() {
	case reflect.Pointer:
		if !from.IsNil() {
			to.Set(reflect.New(from.Type().Elem()))
			deep(to.Elem(), from.Elem())
		}
	case reflect.Slice:
		if !from.IsNil() {
			to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
			for i := range from.Len() {
				deep(to.Index(i), from.Index(i))
			}
		}
	case reflect.Map:
		if !from.IsNil() {
			to.Set(reflect.MakeMap(from.Type()))
			for _, key := range from.MapKeys() {
				to.SetMapIndex(key, from.MapIndex(key))
			}
		}
	case reflect.Struct:
		for i := range from.NumField() {
			deep(to.Field(i), from.Field(i))
		}
	default:
		to.Set(from)
	}
}

// Leaves calls visit for every field of a document that holds a value of its
// own, with the name of the field: "Datum.Label".
func Leaves(doc *policy.Document, visit func(name string, v reflect.Value)) {
	leaves(reflect.ValueOf(doc).Elem(), visit)
}

func leaves(v reflect.Value, visit func(name string, v reflect.Value)) {
	for i := range v.NumField() {
		f, x := v.Type().Field(i), v.Field(i)
		if x.Kind() == reflect.Pointer && !x.IsNil() {
			x = x.Elem()
		}
		typ := x.Type()
		switch {
		case x.Kind() == reflect.Struct && IsModel(typ):
			leaves(x, visit)
		case x.Kind() == reflect.Slice && IsModel(typ.Elem()):
			for j := range x.Len() {
				leaves(x.Index(j), visit)
			}
		case x.Kind() == reflect.Pointer: // nothing there
		default:
			visit(v.Type().Name()+"."+f.Name, x)
		}
	}
}

// IsModel tells structs of the model from dates and periods.
func IsModel(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && strings.HasSuffix(t.PkgPath(), "/policy")
}

// Alter gives a field another value of the right form. It panics for a type that
// the model does not have.
func Alter(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *policy.Text:
		other := policy.Text{}
		for tag, words := range *x {
			other[tag] = words + " och mer"
		}
		if len(other) == 0 {
			other[locale.Any] = "mer"
		}
		*x = other
		return
	case *[]policy.Text:
		*x = append(*x, policy.Text{locale.Any: "mer"})
		return
	case *date.Date:
		*x = date.Date{Year: 2031, Month: 2, Day: 3}
		return
	case *date.Period:
		x.Years++
		return
	case *[]locale.Tag:
		*x = append(*x, "de")
		return
	case *policy.Alignment:
		*x = other(*x, policy.FinancialYearEnd, policy.CalendarYearEnd)
		return
	case *policy.Limit:
		*x = other(*x, policy.AtLeast, policy.AtMost)
		return
	case *policy.Action:
		*x = other(*x, policy.Archive, policy.Review)
		return
	case *policy.ScopeKind:
		*x = other(*x, policy.EventScope, policy.PathScope)
		return
	case *policy.ActsThrough:
		*x = other(*x, policy.Guardian, policy.Self)
		return
	case *policy.About:
		*x = other(*x, policy.AboutOrganisation, policy.AboutPerson)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int:
		v.SetInt(v.Int() + 1)
	case reflect.Slice:
		v.Set(reflect.Append(v.Slice(0, 0), reflect.ValueOf("another").Convert(v.Type().Elem())))
	default:
		panic("specimen: a field of type " + v.Type().String() + " is not changed")
	}
}

// other gives one of the two values that is not x.
func other[T comparable](x, a, b T) T {
	if x == a {
		return b
	}
	return a
}
