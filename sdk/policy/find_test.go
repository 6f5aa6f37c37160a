package policy_test

import (
	"reflect"
	"testing"

	"github.com/lagrum/lagrum/sdk/policy"
)

// TestFindGivesTheThingItself goes over every look-up by reflection: each finds
// the second of two entries in place, and nil for an id that is not there.
func TestFindGivesTheThingItself(t *testing.T) {
	list := map[string]string{
		"Act": "Acts", "Party": "Parties", "Processor": "Processors", "Scope": "Scopes", "Subject": "Subjects",
		"Circumstance": "Circumstances", "Datum": "Data", "Purpose": "Purposes", "Activity": "Activities",
		"Recipient": "Recipients", "System": "Systems", "RetentionRule": "Retention", "Consent": "Consents",
		"Form": "Forms", "Technology": "Technologies", "Contact": "Contacts", "Link": "Links",
	}
	for method, field := range list {
		t.Run(method, func(t *testing.T) {
			var doc policy.Document
			entries := reflect.ValueOf(&doc).Elem().FieldByName(field)
			entries.Set(reflect.MakeSlice(entries.Type(), 2, 2))
			entries.Index(1).FieldByName("ID").SetString("second")
			look := reflect.ValueOf(&doc).MethodByName(method)
			find := func(id string) reflect.Value {
				return look.Call([]reflect.Value{reflect.ValueOf(id).Convert(look.Type().In(0))})[0]
			}
			if got := find("second"); got.Pointer() != entries.Index(1).Addr().Pointer() {
				t.Error("not the entry of the document")
			}
			for _, id := range []string{"", "third"} {
				if !find(id).IsNil() {
					t.Errorf("id %q: found something", id)
				}
			}
		})
	}
}

func TestFindReachesPartsOfPurposes(t *testing.T) {
	doc := policy.Document{Purposes: []policy.Purpose{
		{ID: "a", Parts: []policy.Purpose{{ID: "b", Parts: []policy.Purpose{{ID: "c"}}}}},
		{ID: "d"},
	}}
	for id, want := range map[string]*policy.Purpose{
		"a": &doc.Purposes[0], "b": &doc.Purposes[0].Parts[0], "c": &doc.Purposes[0].Parts[0].Parts[0], "d": &doc.Purposes[1],
	} {
		if got := doc.Purpose(id); got != want {
			t.Errorf("%s: got %v", id, got)
		}
	}
}
