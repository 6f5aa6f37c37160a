package examples_test

import (
	"slices"
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

var (
	gatewayPerson = answers("first-name", "Elin", "last-name", "Exempel", "email", "elin@exempel.se", "country", "SE")
	gatewayOrg    = answers("org-name", "Exempelskolan", "org-address", "Exempelgatan 1", "org-place", "Stockholm", "org-postcode", "111 22", "org-country", "SE",
		"org-region", "Stockholms län", "org-type", "school", "org-pic", "999990239", "org-contact", "elin@exempel.se")
	gatewayMay = append(answers("org-description", "En skola med sexhundra elever.", "org-website", "https://exempelskolan.example", "org-facebook", "https://facebook.com/exempel",
		"org-twitter", "https://x.com/exempel", "org-linkedin", "https://linkedin.com/exempel"), gatewayPicture("org-picture"))
)

func gatewayPicture(name string) form.Value {
	return form.Value{Name: name, Text: "bild.jpg", Type: "image/jpeg", Size: 90_000}
}

var gatewayFilled = []filled{
	{
		form: "registration", tag: locale.NB,
		right: slices.Concat(gatewayPerson, answers("user-type", "representative", "organisations", "Exempelskolan"), []form.Value{gatewayPicture("picture")}, gatewayOrg, gatewayMay),
		wrong: map[string]string{
			"first-name=":       "missing first-name",
			"user-type=":        "missing user-type",
			"user-type=teacher": "",
			"country=XX":        "choice country",
			"picture=":          "",
			"picture=bild.jpg":  "file-empty picture",
			"org-pic=99999023":  "ident org-pic",
		},
	},
	{
		form: "organisation", tag: locale.FI, right: slices.Concat(gatewayOrg, gatewayMay),
		wrong: map[string]string{
			"org-pic=":                            "missing org-pic",
			"org-contact=Elin":                    "email org-contact",
			"org-website=min sida":                "url org-website",
			"org-postcode=more than twelve signs": "too-long org-postcode",
		},
	},
	{form: "course-sign-up", tag: locale.NN, right: answers("reuse-posts", "yes"), wrong: map[string]string{"reuse-posts=": "", "reuse-posts=maybe": "missing reuse-posts"}},
	{
		form: "mailing-lists", tag: locale.DA, right: answers("email", "ellen@eksempel.dk", "newsletter", "yes", "provider-letter", "no", "related-activities", "no"),
		wrong: map[string]string{"email=": "missing email", "newsletter=": ""},
	},
	{
		form: "helpdesk", tag: locale.IS, right: answers("email", "elin@daemi.is", "helpdesk-requests", "Hvernig breyti ég myndinni?", "suggestions", "Fleiri námskeið."),
		wrong: map[string]string{"helpdesk-requests=": "missing helpdesk-requests", "suggestions=": ""},
	},
}

// gatewayMatrix checks that each of the fields must be filled in, or need not
// be, in every language.
func gatewayMatrix(t *testing.T, id string, sent []form.Value, names []string, required bool) {
	t.Helper()
	for _, tag := range policyOf(t, "gateway").Languages {
		d := asks(t, "gateway", id, "", tag)
		for _, name := range names {
			want := []string{"missing " + name}
			if !required {
				want = nil
			}
			if _, problems := send(d, changed(sent, name, "")); !slices.Equal(problems, want) {
				t.Errorf("%s in %s without %s: got %v, want %v", id, tag, name, problems, want)
			}
		}
	}
}

var gatewayFormPoints = []formPoint{
	{"S4-7", func(t *testing.T) {
		sent := slices.Concat(gatewayPerson, answers("user-type", "teacher"), []form.Value{gatewayPicture("picture")})
		gatewayMatrix(t, "registration", sent, mustGive, true)
		gatewayMatrix(t, "registration", sent, []string{"picture", "organisations"}, false)
	}},
	{"S4-8", func(t *testing.T) {
		must := append(slices.Clone(orgMust), "org-contact")
		registered := slices.Concat(gatewayPerson, answers("user-type", "representative"), gatewayOrg, gatewayMay)
		for id, sent := range map[string][]form.Value{"registration": registered, "organisation": slices.Concat(gatewayOrg, gatewayMay)} {
			gatewayMatrix(t, id, sent, must, true)
			gatewayMatrix(t, id, sent, orgMay, false)
		}
		f := asks(t, "gateway", "organisation", "", locale.NB).Field("org-pic")
		if f.Control != policy.OrgNumberControl || !slices.Equal(f.Numbers, []ident.Kind{"eu.pic"}) {
			t.Errorf("the participant code is a %s of %v", f.Control, f.Numbers)
		}
	}},
	{"S4-9", func(t *testing.T) {
		// Nobody else is asked for an organisation, and what is sent of one is dropped.
		d := asks(t, "gateway", "registration", "", locale.NB)
		for i := range d.Groups {
			if g := &d.Groups[i]; (g.About == policy.AboutOrganisation) != (g.If != nil) {
				t.Errorf("the group %s: about %s, on condition %v", g.ID, g.About, g.If)
			}
		}
		s := received(t, d, slices.Concat(gatewayPerson, answers("user-type", "teacher"), gatewayOrg, gatewayMay))
		if n := len(s.Dropped()); n != len(gatewayOrg)+len(gatewayMay) {
			t.Errorf("%d answers dropped", n)
		}
		for name := range s.Names() {
			if d.Field(name).Group != "person" {
				t.Errorf("%s is kept", name)
			}
		}
	}},
	{"S4-10", func(t *testing.T) {
		for _, tag := range policyOf(t, "gateway").Languages {
			d := asks(t, "gateway", "course-sign-up", "", tag)
			for i := range d.Fields {
				if f := &d.Fields[i]; f.Datum != "" || f.Required {
					t.Errorf("%s: the sign-up asks for %s", tag, f.Name)
				}
			}
			if s := received(t, d, answers("first-name", "Elin")); s.Has("first-name") {
				t.Errorf("%s: the sign-up keeps what it does not ask for", tag)
			}
		}
	}},
	{"S4-18", func(t *testing.T) {
		// Each mailing list is a question of its own.
		var asked []string
		for _, f := range asks(t, "gateway", "mailing-lists", "", locale.NB).Fields {
			if f.Consent != nil {
				asked = append(asked, f.Consent.ID)
			}
		}
		if !slices.Equal(asked, []string{"newsletter", "provider-letter", "related-activities"}) {
			t.Errorf("asked for %v", asked)
		}
	}},
}
