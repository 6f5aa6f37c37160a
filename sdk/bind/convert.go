package bind

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

var (
	file = reflect.TypeFor[form.File]()
	when = reflect.TypeFor[time.Time]()
)

// takes reports whether a struct field of the type can hold the answers of a
// control.
func takes(t reflect.Type, c policy.Control) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case t == transient: // what must not be kept is not on a form
		return false
	case t == file:
		return c == policy.FileControl
	case t == when:
		return c == policy.DateControl
	case c == policy.FileControl:
		return false
	case c == policy.CheckboxesControl:
		return t.Kind() == reflect.Slice && (t.Elem().Kind() == reflect.String || readsText(t.Elem()))
	case readsText(t):
		return true
	case c == policy.ConsentControl:
		return t.Kind() == reflect.Bool
	case c == policy.NumberControl && isNumber(t.Kind()):
		return true
	}
	return t.Kind() == reflect.String
}

func isNumber(k reflect.Kind) bool {
	return reflect.Int <= k && k <= reflect.Float64 && k != reflect.Uintptr
}

// convert makes a value of the type from the answer to the field; the type takes
// its control. Without an answer it is the zero value. It gives false for an
// answer that the type cannot hold.
func convert(t reflect.Type, f *form.Field, s *form.Submission) (v reflect.Value, ok bool) {
	v = reflect.New(t).Elem()
	if !s.Has(f.Name) {
		return v, true
	}
	to := v
	if t.Kind() == reflect.Pointer {
		v.Set(reflect.New(t.Elem()))
		to = v.Elem()
	}
	switch {
	case to.Type() == file:
		known, _ := s.File(f.Name)
		to.Set(reflect.ValueOf(known))
		return v, true
	case f.Control == policy.CheckboxesControl:
		texts := s.Texts(f.Name)
		to.Set(reflect.MakeSlice(to.Type(), len(texts), len(texts)))
		for i, text := range texts {
			if !set(to.Index(i), text) {
				return v, false
			}
		}
		return v, true
	}
	return v, set(to, s.Text(f.Name))
}

// readsText reports whether values of the type read text by themselves.
func readsText(t reflect.Type) bool { return reflect.PointerTo(t).Implements(textUnmarshaler) }

// set puts a text into a value. It gives false if it does not fit.
func set(to reflect.Value, text string) bool {
	if to.Type() == when {
		day, ok := date.Parse(text)
		to.Set(reflect.ValueOf(time.Date(day.Year, time.Month(day.Month), day.Day, 0, 0, 0, 0, time.UTC)))
		return ok
	}
	if u, ok := to.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText([]byte(text)) == nil // what the error says may hold the text
	}
	var err error
	switch bits := to.Type().Bits; {
	case to.Kind() == reflect.String:
		to.SetString(text)
	case to.Kind() == reflect.Bool:
		to.SetBool(text == form.Yes)
	case to.CanInt():
		var n int64
		n, err = strconv.ParseInt(whole(text), 10, bits())
		to.SetInt(n)
	case to.CanUint():
		var n uint64
		n, err = strconv.ParseUint(whole(text), 10, bits())
		to.SetUint(n)
	default:
		var n float64
		n, err = strconv.ParseFloat(text, bits())
		to.SetFloat(n)
	}
	return err == nil
}

// whole takes decimals away that say nothing: 2.0 is 2.
func whole(number string) string {
	if n, decimals, _ := strings.Cut(number, "."); strings.Trim(decimals, "0") == "" {
		return n
	}
	return number
}

// refuse gives the problem of an answer that the type cannot hold, in the words
// that the form has for its like.
func refuse(d *form.Definition, t reflect.Type, f *form.Field, text string) form.Problem {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch f.Control {
	case policy.NumberControl:
		if readsText(t) {
			return d.Refuse(f.Name, form.NotNumber)
		}
		return refuseNumber(d, t, f, text)
	case policy.DateControl:
		return d.Refuse(f.Name, form.NotDate)
	case policy.SelectControl, policy.RadioControl, policy.CheckboxesControl, policy.CountryControl:
		return d.Refuse(f.Name, form.NotOffered)
	}
	return d.Refuse(f.Name, form.WrongIdent)
}

func refuseNumber(d *form.Definition, t reflect.Type, f *form.Field, text string) form.Problem {
	signed := reflect.Int <= t.Kind() && t.Kind() <= reflect.Int64
	least, most := "0", strconv.FormatUint(1<<t.Bits()-1, 10)
	if signed {
		least, most = strconv.FormatInt(-1<<(t.Bits()-1), 10), strconv.FormatInt(1<<(t.Bits()-1)-1, 10)
	}
	switch {
	case strings.Contains(whole(text), "."):
		return d.Refuse(f.Name, form.WrongPattern, locale.Arg{Name: "example", Value: "12"})
	case strings.HasPrefix(text, "-"):
		return d.Refuse(f.Name, form.TooSmall, locale.Arg{Name: "min", Value: least})
	}
	return d.Refuse(f.Name, form.TooGreat, locale.Arg{Name: "max", Value: most})
}
