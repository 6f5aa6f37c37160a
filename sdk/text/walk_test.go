package text_test

import (
	"reflect"
	"strconv"
	"testing"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// A saying is one string of a language with its place: "Notice.Contents",
// "Rules.Months[3]".
type saying struct{ path, words string }

// sayings lists every string of a language in the order of the struct.
func sayings(t *testing.T, tag locale.Tag) []saying {
	t.Helper()
	l := text.In(tag)
	if l == nil {
		t.Fatalf("no language %s", tag)
	}
	var list []saying
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			list = append(list, saying{path, v.String()})
		case reflect.Struct:
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Array, reflect.Slice:
			for i := range v.Len() {
				walk(path+"["+strconv.Itoa(i)+"]", v.Index(i))
			}
		case reflect.Uint8: // the plural rule
		default:
			t.Fatalf("%s is a %s, which is not looked into", path, v.Kind())
		}
	}
	walk("", reflect.ValueOf(l).Elem())
	for i := range list {
		list[i].path = list[i].path[1:]
	}
	return list
}

// words gives all strings of a language by place.
func words(t *testing.T, tag locale.Tag) map[string]string {
	t.Helper()
	m := map[string]string{}
	for _, s := range sayings(t, tag) {
		m[s.path] = s.words
	}
	return m
}
