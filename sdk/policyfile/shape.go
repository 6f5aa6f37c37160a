package policyfile

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/lagrum/lagrum/sdk/policy"
)

// A form is the way in which a type is written in a file.
type form uint8

const (
	stringForm  form = iota // a text, taken as it is written
	textForm                // a text, or a mapping from language to text
	wordForm                // a text that the type reads itself, such as a date
	rankForm                // the name of a number, as its String method gives it
	boolForm                // true or false
	countForm               // a whole number from 1 on
	listForm                // a list
	mappingForm             // a mapping with known keys
	partForm                // whatever the pointer leads to
)

// A shape tells how a type is written in a file.
type shape struct {
	form    form
	typ     reflect.Type
	rule    string         // the format, as package validator names it
	element *shape         // of a list, or where a pointer leads
	members []member       // of a mapping, in the order of the struct
	keys    []string       // their names
	index   map[string]int // from key to member
}

// A member is a key that a mapping may have.
type member struct {
	name  string
	field int // in the struct, or nowhere
	shape *shape
}

// nowhere is the field of a member that the struct does not keep.
const nowhere = -1

// of gives the variable for the member of a struct.
func (m member) of(v reflect.Value) reflect.Value {
	if m.field == nowhere {
		return reflect.New(m.shape.typ).Elem()
	}
	return v.Field(m.field)
}

// documentShape is built from the types once, at the first file.
var documentShape = sync.OnceValue(func() *shape {
	s := shapes{}.of(reflect.TypeFor[policy.Document](), "")
	// An editor finds the schema by it; of the policy it says nothing.
	s.index["$schema"] = len(s.members)
	s.keys = append(s.keys, "$schema")
	s.members = append(s.members, member{name: "$schema", field: nowhere, shape: &shape{form: stringForm, typ: reflect.TypeFor[string]()}})
	return s
})

var (
	textType        = reflect.TypeFor[policy.Text]()
	unmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
	stringerType    = reflect.TypeFor[fmt.Stringer]()
)

// shapes holds the mappings built so far: purposes have parts that are purposes.
type shapes map[reflect.Type]*shape

// of builds the shape of a type with the format of the field that holds it.
func (all shapes) of(t reflect.Type, rule string) *shape {
	switch {
	case t == textType:
		return &shape{form: textForm, typ: t}
	case reflect.PointerTo(t).Implements(unmarshalerType):
		return &shape{form: wordForm, typ: t, rule: rule}
	}
	switch t.Kind() {
	case reflect.String:
		return &shape{form: stringForm, typ: t, rule: rule}
	case reflect.Uint8:
		if t.Implements(stringerType) {
			return &shape{form: rankForm, typ: t, rule: rule}
		}
	case reflect.Bool:
		return &shape{form: boolForm, typ: t}
	case reflect.Int:
		return &shape{form: countForm, typ: t}
	case reflect.Pointer:
		return &shape{form: partForm, typ: t, element: all.of(t.Elem(), rule)}
	case reflect.Slice:
		return &shape{form: listForm, typ: t, element: all.of(t.Elem(), strings.TrimPrefix(rule, "dive,"))}
	case reflect.Struct:
		return all.mapping(t)
	}
	panic(fmt.Sprintf("policyfile: the model has a field of type %s, which no file can hold", t))
}

func (all shapes) mapping(t reflect.Type) *shape {
	if s := all[t]; s != nil {
		return s
	}
	s := &shape{form: mappingForm, typ: t, index: map[string]int{}}
	all[t] = s
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		s.index[name] = len(s.members)
		s.keys = append(s.keys, name)
		s.members = append(s.members, member{name: name, field: i, shape: all.of(f.Type, f.Tag.Get("validate"))})
	}
	return s
}
