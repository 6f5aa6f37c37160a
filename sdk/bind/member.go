package bind

import (
	"encoding"
	"errors"
	"reflect"
	"strings"

	"github.com/lagrum/lagrum/sdk/ident"
)

// A member is a field of a struct, or of a struct within it.
type member struct {
	path    string // as one writes it in Go: "Enrolment.Address.Street"
	index   []int  // as reflect.Value.FieldByIndex takes it
	typ     reflect.Type
	text    string // the tag as it stands; empty if there is none
	tag     tag    // what it says; zero if it says nothing
	tagged  bool   // the tag says something
	fillOne bool   // there is one of it in the struct, and it can be set: it is in no list or map, and exported
}

// maxMembers is how many fields a struct may have, with those of the structs in
// it: far more than any has, and few enough to go through.
const maxMembers = 10_000

// The reasons why a value cannot be gone through.
var (
	errNotStruct = errors.New("it is not a struct, nor a pointer to one")
	errTooLarge  = errors.New("it has more fields than can be gone through")
)

var (
	textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()
	textMarshaler   = reflect.TypeFor[encoding.TextMarshaler]()
	transient       = reflect.TypeFor[ident.Transient]()
)

// A walker goes through the fields of a struct.
type walker struct {
	members []member
	within  map[reflect.Type]bool // the structs that it is in: a struct may hold itself
}

// members lists the fields of the struct, in order, those of structs in it among
// them. A field with a tag is not gone into.
func members(t reflect.Type) ([]member, error) {
	t = behindPointers(t)
	if t == nil || t.Kind() != reflect.Struct {
		return nil, errNotStruct
	}
	w := walker{within: map[reflect.Type]bool{}}
	w.walk(t, nameOf(t), nil, true)
	if len(w.members) > maxMembers {
		return nil, errTooLarge
	}
	return w.members, nil
}

// walk goes through a struct. The path is of the struct, settable tells whether
// its fields can be filled.
func (w *walker) walk(t reflect.Type, path string, index []int, settable bool) {
	if w.within[t] {
		return
	}
	w.within[t] = true
	defer delete(w.within, t)
	for i := range t.NumField() {
		if len(w.members) > maxMembers {
			return
		}
		f := t.Field(i)
		m := member{path: path + "." + f.Name, index: append(index[:len(index):len(index)], i), typ: f.Type, fillOne: settable && f.IsExported()}
		m.text = f.Tag.Get(TagName)
		m.tag, m.tagged = parseTag(m.text)
		inner, single := innerStruct(f.Type)
		switch {
		case m.text != "":
			w.members = append(w.members, m)
		case inner != nil && f.Anonymous && single:
			// Fields of an embedded struct belong to the one around it, also if the
			// name is not exported; behind a pointer they could then not be made.
			w.walk(inner, path, m.index, settable && (f.IsExported() || f.Type.Kind() == reflect.Struct))
		case !f.IsExported():
		case inner != nil:
			w.walk(inner, m.path, m.index, settable && single)
		default:
			w.members = append(w.members, m)
		}
	}
}

// innerStruct gives the struct that a field holds, if it has fields of its own
// to go through, and whether there is only one of it.
func innerStruct(t reflect.Type) (inner reflect.Type, single bool) {
	single = true
	for depth := 0; depth < maxPointers; depth++ {
		if isWhole(t) {
			return nil, false
		}
		switch t.Kind() {
		case reflect.Pointer:
			t = t.Elem()
		case reflect.Slice, reflect.Array, reflect.Map:
			t, single = t.Elem(), false
		case reflect.Struct:
			return t, single && depth < 2
		default:
			return nil, false
		}
	}
	return nil, false
}

// maxPointers is how many pointers and lists a field is followed through; a type
// can be a pointer to itself.
const maxPointers = 8

// isWhole reports whether values of the type are one thing, such as a time, and
// not a list of fields.
func isWhole(t reflect.Type) bool {
	if t == file || t == transient {
		return true
	}
	return t.Kind() != reflect.Pointer && (t.Implements(textMarshaler) || readsText(t))
}

// behindPointers gives what the pointers lead to, nil for nothing.
func behindPointers(t reflect.Type) reflect.Type {
	for depth := 0; t != nil && t.Kind() == reflect.Pointer; depth++ {
		if depth == maxPointers {
			return nil
		}
		t = t.Elem()
	}
	return t
}

// nameOf is what a struct is called, "struct" if it has no name.
func nameOf(t reflect.Type) string {
	name, _, _ := strings.Cut(t.Name(), "[")
	if name == "" {
		return "struct"
	}
	return name
}
