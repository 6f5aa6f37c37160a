package change_test

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/text"
)

// Whatever two files hold, the laws hold between them, and every form of the
// report can be written.
func FuzzCompare(f *testing.F) {
	f.Add("id: a", "id: b")
	f.Add("purposes: [{id: p, parts: [{id: p}]}]", "activities: [{id: a, purposes: [p]}]")
	f.Add("purposes: [{id: p, parts: [{id: q, parts: [{id: p}]}]}]", "{}")
	f.Add("languages: [sv]\nconsents: [{id: c, text: {sv: \"a\\u202e\"}, purposes: [p]}]", "languages: [sv]\nconsents: [{id: c, text: {sv: \"`<b>\"}}]")
	f.Add("activities: [{id: a, consents: [c], data: [d]}]\nconsents: [{id: c}]", "consents: [{id: c, data: [d]}]\ndata: [{id: d, special: health}]")
	f.Add("visibility: [{id: v}]\nconsents: [{id: c, data: [d]}]", "visibility: [{id: v, data: [d]}, {id: v}]\nconsents: [{id: c}, {id: c}]")
	f.Fuzz(func(t *testing.T, a, b string) {
		old, new := policyfile.Parse("old.yaml", []byte(a)), policyfile.Parse("new.yaml", []byte(b))
		if old.Doc == nil || new.Doc == nil {
			return
		}
		r := compare(t, "fuzzed", old.Doc, new.Doc)
		if again := change.Compare(new.Doc, new.Doc); len(again.Changes) > 0 {
			t.Errorf("a policy differs from itself: %v", again.Changes)
		}
		for _, tag := range text.Languages {
			if !utf8.Valid(r.Text(text.In(tag), nil)) || !utf8.Valid(r.Markdown(text.In(tag))) {
				t.Errorf("%s: what is printed is not UTF-8", tag)
			}
		}
		if !json.Valid(r.JSON()) {
			t.Error("the JSON is none")
		}
	})
}
