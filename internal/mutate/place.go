package mutate

import (
	"reflect"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var (
	textType   = reflect.TypeFor[policy.Text]()
	dateType   = reflect.TypeFor[date.Date]()
	periodType = reflect.TypeFor[date.Period]()
)

// A place is one field of one struct of a policy.
type place struct {
	in    reflect.Value // the struct, addressable
	field reflect.StructField
	value reflect.Value
	path  diag.Path
}

// name is the type and the name in the file: "Party.name".
func (p place) name() string { return p.in.Type().Name() + "." + fileName(p.field) }

func fileName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// places lists every field below a struct, set or not, in the order of the file.
func places(in reflect.Value, path diag.Path) []place {
	var list []place
	for i := range in.NumField() {
		p := place{in: in, field: in.Type().Field(i), value: in.Field(i)}
		p.path = path.Key(fileName(p.field))
		list = append(list, p)
		v := p.value
		switch {
		case v.Type() == dateType || v.Type() == periodType:
		case v.Kind() == reflect.Pointer && !v.IsNil():
			list = append(list, places(v.Elem(), p.path)...)
		case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct:
			for j := range v.Len() {
				list = append(list, places(v.Index(j), p.path.Index(j))...)
			}
		}
	}
	return list
}

// words lists what may stand in the field, by its validation tag.
func (p place) words() []string {
	for rule := range strings.SplitSeq(p.field.Tag.Get("validate"), ",") {
		if list, ok := strings.CutPrefix(rule, "oneof="); ok {
			return strings.Fields(list)
		}
	}
	return nil
}

// isCountry reports whether the field holds a country, or a list of them.
func (p place) isCountry() bool {
	rules := strings.Split(p.field.Tag.Get("validate"), ",")
	return slices.Contains(rules, "iso3166_1_alpha2") || slices.Contains(rules, "jurisdiction")
}

// mutant makes a defect here.
func (p place) mutant(kind Kind, becomes reflect.Value, to string) Mutant {
	was := reflect.New(p.value.Type()).Elem()
	was.Set(p.value)
	return Mutant{
		Kind: kind, Field: p.name(), Path: p.path, To: to, in: p.in.Addr().Interface(),
		at: p.value, was: was, becomes: becomes,
	}
}

// with makes one defect for each word put into the field, in the place of each
// of the words that it has.
func (p place) with(kind Kind, others func(was string) []string) []Mutant {
	var list []Mutant
	v := p.value
	if v.Kind() == reflect.String {
		for _, to := range others(v.String()) {
			list = append(list, p.mutant(kind, reflect.ValueOf(to).Convert(v.Type()), to))
		}
		return list
	}
	for i := range v.Len() {
		for _, to := range others(v.Index(i).String()) {
			c := copied(v)
			c.Index(i).SetString(to)
			list = append(list, p.mutant(kind, c, to))
		}
	}
	return list
}

func copied(list reflect.Value) reflect.Value {
	c := reflect.MakeSlice(list.Type(), list.Len(), list.Len())
	reflect.Copy(c, list)
	return c
}
