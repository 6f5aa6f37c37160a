package specimen

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/lagrum/lagrum/sdk/policy"
)

// File writes a document as JSON, with the keys of each object in order of the
// alphabet and without what is empty.
func File(doc *policy.Document) []byte {
	text, err := json.MarshalIndent(plain(reflect.ValueOf(doc).Elem()), "", "  ")
	if err != nil {
		panic(err) // maps, lists, strings and booleans can always be written
	}
	return append(text, '\n')
}

// plain turns a value of the model into what JSON knows.
func plain(v reflect.Value) any {
	switch x := v.Interface().(type) {
	case encoding.TextMarshaler:
		text, err := x.MarshalText()
		if err != nil {
			panic(err)
		}
		return string(text)
	case fmt.Stringer:
		return x.String()
	case policy.Text:
		return convert(x)
	}
	switch v.Kind() {
	case reflect.Pointer:
		return plain(v.Elem())
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = plain(v.Index(i))
		}
		return list
	case reflect.Struct:
		members := map[string]any{}
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if !v.Field(i).IsZero() {
				members[name] = plain(v.Field(i))
			}
		}
		return members
	}
	return v.Interface()
}

func convert(t policy.Text) map[string]string {
	m := make(map[string]string, len(t))
	for tag, text := range t {
		m[string(tag)] = text
	}
	return m
}
