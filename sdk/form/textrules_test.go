package form_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// A rule on one class leaves the others as they are: only a rule that allows a
// class by name lets it in.
func TestTextRulesAddToWhatIsAlwaysScreened(t *testing.T) {
	const number = "My number is 640823-3234"
	for rules, want := range map[string]bool{ // whether a number is refused
		"":                                     true,
		"{id: a, kind: forbid, class: health}": true,
		"{id: a, kind: require, class: facts}": true,
		"{id: a, kind: allow, class: health}":  true,
		"{id: a, kind: allow, class: national-number}":                                                false,
		"{id: a, kind: allow, class: national-number}, {id: b, kind: forbid, class: national-number}": true,
		"{id: a, kind: allow, class: national-number}, {id: b, kind: forbid, class: health}":          false,
	} {
		source := "id: p\nlanguages: [en]\ndata: [{id: remark, freeText: true}]\nforms: [{id: f, fields: [{datum: remark}]}]\ntextRules: [" + rules + "]\n"
		d, err := form.Derive(policyfile.Parse("p.yaml", []byte(source)).Doc, "f", form.Context{})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(d.Check([]form.Value{{Name: "remark", Text: number}}, today, nil)) > 0; got != want {
			t.Errorf("with the rules %q, a number is refused: %t", rules, got)
		}
	}
}
