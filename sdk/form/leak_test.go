package form_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
)

// verbs are those of package fmt that print anything at all.
var verbs = []string{"%v", "%+v", "%#v", "%s", "%+s", "%q", "%x", "%X", "%d", "%t", "%c", "%e", "%p", "%T", "%w"}

// A Submission prints as nothing, however it is held.
func TestSubmissionPrintsAsNothing(t *testing.T) {
	const secret = "Elin Exempel"
	var s form.Submission
	if problems := derive(t, form.Context{}).Check(right(), today, &s); len(problems) > 0 || s.Text("name") != secret {
		t.Fatal(problems)
	}
	type host struct {
		ID      int
		Answers form.Submission
		own     form.Submission
		under   *form.Submission
	}
	h := host{1, s, s, &s}
	for name, v := range map[string]any{
		"value": s, "pointer": &s, "slice": []form.Submission{s}, "slice of pointers": []*form.Submission{&s}, "array": [1]form.Submission{s},
		"map": map[string]form.Submission{"a": s}, "field": h, "pointer to field": &h, "any": []any{s, &s}, "pointer to slice": &[]form.Submission{s},
	} {
		for _, verb := range verbs {
			printed := fmt.Sprintf(verb, v)
			for _, form := range []string{secret, fmt.Sprintf("%x", secret), fmt.Sprintf("%X", secret), fmt.Sprintf("%d", []byte(secret))} {
				if strings.Contains(printed, form) {
					t.Errorf("%s by %s prints an answer", name, verb)
				}
			}
		}
		if walk(reflect.ValueOf(v), secret, 0) {
			t.Errorf("%s: a walk by reflection finds an answer", name)
		}
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("x", "v", v)
		slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "v", v)
		if strings.Contains(log.String(), secret) {
			t.Errorf("%s: the log holds an answer", name)
		}
		if data, err := json.Marshal(v); err == nil || strings.Contains(err.Error(), secret) {
			t.Errorf("%s is written as JSON: %t, %v", name, bytes.Contains(data, []byte(secret)), err)
		}
	}
}

// walk looks for a text behind pointers and in unexported fields, as printers
// for debugging do.
func walk(v reflect.Value, text string, depth int) bool {
	if depth > 20 || !v.IsValid() {
		return false
	}
	switch v.Kind() {
	case reflect.String:
		return strings.Contains(v.String(), text)
	case reflect.Pointer, reflect.Interface:
		return walk(v.Elem(), text, depth+1)
	case reflect.Struct:
		for i := range v.NumField() {
			if walk(v.Field(i), text, depth+1) {
				return true
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if walk(v.Index(i), text, depth+1) {
				return true
			}
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			if walk(key, text, depth+1) || walk(v.MapIndex(key), text, depth+1) {
				return true
			}
		}
	}
	return false
}

// What goes in prints as nothing by the verbs that people use.
func TestWhatGoesInPrintsAsNothing(t *testing.T) {
	const secret = "Elin"
	for _, v := range []any{
		form.Value{Name: secret, Text: secret}, []form.Value{{Text: secret}}, form.State{Values: []form.Value{{Text: secret}}},
		form.Attribute{Name: "mail", Value: []byte(secret)}, []form.Attribute{{Value: []byte(secret)}}, &form.Attribute{Value: []byte(secret)},
	} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
			if printed := fmt.Sprintf(verb, v); strings.Contains(printed, secret) || strings.Contains(printed, "69, 108") || strings.Contains(printed, "0x45, 0x6c") || strings.Contains(printed, "456c") {
				t.Errorf("%T by %s prints what it holds", v, verb)
			}
		}
	}
	for _, v := range []any{form.Attribute{Value: []byte(secret)}, []form.Attribute{{Value: []byte(secret)}}} {
		if _, err := json.Marshal(v); err == nil {
			t.Errorf("%T is written as JSON", v)
		}
	}
	if _, err := (form.Attribute{}).MarshalText(); err != form.ErrUnmarshalled {
		t.Errorf("an attribute as text: %v", err)
	}
}

// Without a Submission there are only the problems.
func TestCheckWithoutSubmission(t *testing.T) {
	d := derive(t, form.Context{})
	if problems := d.Check(right(), today, nil); len(problems) > 0 {
		t.Error(problems)
	}
	if problems := d.Check(nil, today, nil); len(problems) == 0 {
		t.Error("an empty form is right")
	}
	var none *form.Submission
	if none.Form() != nil || none.Has("name") || none.Text("name") != "" || none.Dropped() != nil {
		t.Error("no submission holds something")
	}
}
