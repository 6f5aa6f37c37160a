package examples_test

import (
	"slices"
	"testing"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

var hammarbyFilled = []filled{
	{form: "photo-consent", tag: locale.FI, right: answers("picture-choice", "yes"), wrong: map[string]string{"picture-choice=": "", "picture-choice=no": ""}},
	{
		form: "access-request", tag: locale.SV,
		right: answers("child-name", "Elis Exempel", "class", "4B", "guardian-name", "Elin Exempel", "request-systems", "winbib", "request-systems", "bingel",
			"request-note", "Det gäller höstterminen.", "answer-way", "office", "guardian-phone", "070-174 06 05"),
		wrong: map[string]string{
			"child-name=":                    "missing child-name",
			"class=":                         "missing class",
			"class=den stora klassen":        "too-long class",
			"guardian-name=":                 "missing guardian-name",
			"request-systems=register":       "choice request-systems",
			"request-systems=":               "",
			"answer-way=":                    "missing answer-way",
			"answer-way=letter":              "",
			"guardian-phone=":                "missing guardian-phone",
			"guardian-phone=ring mig":        "tel guardian-phone",
			"request-note=191212121212":      "must-not-tell request-note",
			"request-note=Elis har diabetes": "may-tell request-note",
		},
	},
	{
		form: "library-card", tag: locale.EN, right: answers("child-name", "Elis Exempel", "class", "4B"),
		wrong: map[string]string{"child-name=": "missing child-name", "class=": "missing class"},
	},
}

var hammarbyFormPoints = []formPoint{
	{"S2-6", func(t *testing.T) {
		// The guardian asks for the child: two names, and only the guardian's own is filled in by the browser.
		d := asks(t, "hammarby", "access-request", "", locale.SV)
		if d.Field("guardian-name").Autocomplete != "name" || d.Field("child-name").Autocomplete != "off" {
			t.Error("the browser fills in the guardian as the child")
		}
	}},
	{"S2-13", func(t *testing.T) {
		doc := policyOf(t, "hammarby")
		var data []string
		for _, f := range doc.Form("library-card").Fields {
			data = append(data, f.Datum)
		}
		if !slices.Equal(data, []string{"name", "class"}) || !slices.Equal(data, doc.System("winbib").Data) {
			t.Errorf("the library card asks for %v", data)
		}
	}},
	{"S2-14", func(t *testing.T) {
		f := asks(t, "hammarby", "photo-consent", "", locale.SV).Field("picture-choice")
		if f.Required || f.Consent.Instead == "" || f.Consent.Audience == "" || f.Consent.Withdraw == "" {
			t.Errorf("the consent is not free or not informed: %+v", f.Consent)
		}
	}},
	{"S2-17", func(t *testing.T) {
		// One can ask for each system that holds personal data.
		doc := policyOf(t, "hammarby")
		f := asks(t, "hammarby", "access-request", "", locale.SV).Field("request-systems")
		for i := range doc.Systems {
			offered := false
			for _, o := range f.Options {
				offered = offered || o.Value == doc.Systems[i].ID && o.Label == doc.Systems[i].Name.In(locale.SV)
			}
			if offered == doc.Systems[i].NoPersonalData {
				t.Errorf("%s is offered: %v", doc.Systems[i].ID, offered)
			}
		}
		if f.Required {
			t.Error("one must know the systems to ask")
		}
	}},
	{"S2-20", func(t *testing.T) {
		// No signature, no identity number and no reason is asked for any more.
		for _, f := range asks(t, "hammarby", "access-request", "", locale.SV).Fields {
			if f.Control == policy.FileControl || f.Control == policy.NationalNumberControl || f.Name == "request-note" && f.Required {
				t.Errorf("the request is made hard by %s", f.Name)
			}
		}
	}},
}
