package consent_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// toSuppliers lets the post need the address of others than those who agreed.
func toSuppliers(d *policy.Document) {
	d.Subjects = append(d.Subjects, policy.Subject{ID: "supplier"})
	d.Activities[5].Subjects = []string{"supplier"}
}

// What goes, what goes by a rule of its own, and what stays, since another
// activity had a basis of its own from the start.
func TestEffects(t *testing.T) {
	type data map[string]string
	tests := []struct {
		consent string
		form    string
		change  func(d *policy.Document)
		stops   []string
		data    data // what becomes of each: "goes", "kept" by a rule, "stays"
	}{
		{"allergies", "", nil, []string{"Food"}, data{"allergies": "goes"}},
		{"newsletter", "", nil, []string{"Newsletter"}, data{"email": "stays"}}, // the post needs it
		{"poor-silent", "", nil, []string{"Newsletter"}, data{"email": "stays", "age": "kept"}},
		{"waiver", "", nil, nil, data{"e-mail address": "shielded"}}, // taking it back stops disclosure alone
		{"allergies", "", func(d *policy.Document) { // another basis, and no condition for sensitive data
			d.Activities[5].Data = append(d.Activities[5].Data, "allergies")
		}, []string{"Food"}, data{"allergies": "goes"}},
		{"allergies", "", func(d *policy.Document) {
			d.Activities[5].Data = append(d.Activities[5].Data, "allergies")
			d.Activities[5].SpecialGround = &policy.SpecialGround{Article: "9(2)(g)"}
		}, []string{"Food"}, data{"allergies": "stays"}},
		{"newsletter", "", toSuppliers, []string{"Newsletter"}, data{"email": "kept"}},
		{"newsletter", "all", toSuppliers, []string{"Newsletter"}, data{"email": "stays"}}, // which was filled in for the post, too
		{"newsletter", "all", func(d *policy.Document) {
			toSuppliers(d)
			d.Forms[0].Activities = []string{"mail"}
		}, []string{"Newsletter"}, data{"email": "kept"}},
		{"newsletter", "all", func(d *policy.Document) {
			toSuppliers(d)
			d.Forms[0].Activities = []string{"mail", "post"}
		}, []string{"Newsletter"}, data{"email": "stays"}},
		{"newsletter", "", func(d *policy.Document) { // it is not told of whom
			d.Activities[5].Subjects = nil
		}, []string{"Newsletter"}, data{"email": "stays"}},
		{"allergies", "", func(d *policy.Document) { // another consent is no basis of its own
			d.Activities[2].Data = append(d.Activities[2].Data, "allergies")
		}, []string{"Food"}, data{"allergies": "goes"}},
		{"there is none", "", nil, nil, nil},
	}
	for _, tt := range tests {
		doc := parse(t, school)
		if tt.change != nil {
			tt.change(doc)
		}
		e := consent.EffectOf(doc, tt.consent, tt.form, text.In(locale.EN))
		var got data
		for _, d := range e.Data {
			if got == nil {
				got = data{}
			}
			switch {
			case len(d.Why) > 0:
				got[d.Datum] = "stays"
			case len(d.Kept) > 0:
				got[d.Datum] = "kept"
			default:
				got[d.Datum] = "goes"
			}
		}
		for _, label := range e.Shielded {
			got = data{label: "shielded"}
		}
		if diff := cmp.Diff(tt.stops, e.Stops) + cmp.Diff(tt.data, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.consent, diff)
		}
	}
}
