package form_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// divided is a service with two parts, and courses with organisers of their own.
func divided() *policy.Document {
	name := func(s string) policy.Text { return policy.Text{locale.Any: s} }
	return &policy.Document{
		ID: "divided", Languages: []locale.Tag{locale.EN},
		Parties: []policy.Party{{ID: "school", Name: name("Example School")}, {ID: "fund", Name: name("Example Fund")}, {ID: "board", Name: name("Example Board"), PublicAuthority: true}},
		Scopes: []policy.Scope{
			{ID: "evening", Kind: policy.PathScope, Controllers: []string{"school"}}, {ID: "business", Kind: policy.PathScope, Controllers: []string{"fund"}},
			{ID: "course", Kind: policy.EventScope, Controllers: []string{"board"}}, {ID: "lecture", Kind: policy.EventScope, Controllers: []string{"school"}},
		},
		Activities: []policy.Activity{
			{ID: "mail", ControllerPer: policy.PathScope, Consents: []string{"newsletter"}},
			{ID: "food", ControllerPer: policy.EventScope, Consents: []string{"diet", "pictures"}},
			{ID: "gallery", Controllers: []string{"fund"}, Consents: []string{"pictures"}},
		},
		Consents: []policy.Consent{
			{ID: "newsletter", Text: name("Yes, send me news.")}, {ID: "diet", Text: name("Yes, use my data on diet.")},
			{ID: "pictures", Text: name("Yes, show pictures of me.")},
		},
	}
}

func ExampleAsk() {
	d, err := form.Ask(divided(), "newsletter", form.Context{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range d.Fields {
		fmt.Println(f.Name, "-", f.Consent.Text)
	}
	_, err = form.Ask(divided(), "music", form.Context{})
	fmt.Println(err)
	// Output:
	// newsletter - Yes, send me news.
	// form: the policy has no consent "music"; it has newsletter, diet, pictures
}

// Of the parts of a site all controllers are named; of many events none, until
// one has been chosen, and then nobody else either: some of the names are not all
// of them. An authority may be among them.
func TestWhoAsks(t *testing.T) {
	for _, tt := range []struct {
		consent, event string
		want           []string
		authority      bool
	}{
		{"newsletter", "", []string{"Example School", "Example Fund"}, false},
		{"newsletter", "course", []string{"Example School", "Example Fund"}, false},
		{"diet", "", nil, true},
		{"diet", "course", []string{"Example Board"}, true},
		{"diet", "lecture", []string{"Example School"}, false},
		{"pictures", "", nil, true},
		{"pictures", "lecture", []string{"Example School", "Example Fund"}, false},
	} {
		d, err := form.Ask(divided(), tt.consent, form.Context{Event: tt.event})
		if err != nil {
			t.Fatal(err)
		}
		if c := d.Fields[0].Consent; !slices.Equal(c.Controllers, tt.want) || c.Authority != tt.authority {
			t.Errorf("%s at %q: asked by %v, an authority: %v", tt.consent, tt.event, c.Controllers, c.Authority)
		}
	}
}

func TestAskKnowsWhatThereIs(t *testing.T) {
	for field, c := range map[string]form.Context{"language": {Language: locale.FI}, "event": {Event: "party"}, "consent": {}} {
		id := "diet"
		if field == "consent" {
			id = ""
		}
		var wrong *form.ContextError
		if _, err := form.Ask(divided(), id, c); !errors.As(err, &wrong) || wrong.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}
