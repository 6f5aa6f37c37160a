package examples_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

var lartorgetPerson = answers("name", "Elin Exempel", "email", "elin@exempel.se", "work-role", "nurse")

var lartorgetFilled = []filled{
	{
		form: "account", tag: locale.SV,
		right: append(answers("sector", "region", "hsa-id", "SE2321000016-A2G8", "recommendations", "yes"), lartorgetPerson...),
		wrong: map[string]string{
			"name=":             "missing name",
			"email=elin":        "email email",
			"work-role=king":    "choice work-role",
			"hsa-id=SE23210000": "ident hsa-id",
			"hsa-id=":           "",
			"recommendations=":  "",
		},
	},
	{
		form: "enrolment", event: "leading-meetings", tag: locale.SV,
		right: append(answers("sector", "municipality", "diet-consent", "yes", "diet-secrecy", "yes", "diet", "vegan", "diet", "nut-free",
			"accessibility-consent", "yes", "accessibility-secrecy", "yes", "accessibility", "hearing-loop"), lartorgetPerson...),
		wrong: map[string]string{
			"sector=":             "missing sector",
			"diet=steak":          "choice diet",
			"accessibility=a lot": "choice accessibility",
			"diet=":               "",
		},
	},
	{
		form: "admission", event: "supervision", tag: locale.EN,
		right: append([]form.Value{{Name: "eligibility", Text: "certificate.pdf", Type: "application/pdf", Size: 40_000}}, lartorgetPerson...),
		wrong: map[string]string{
			"eligibility=":         "missing eligibility",
			"eligibility=note.exe": "file-empty eligibility",
			"work-role=":           "missing work-role",
		},
	},
	{
		form: "invoice", event: "leading-meetings", tag: locale.SV,
		right: answers("name", "Elin Exempel", "payer", "employer", "employer-name", "Exempelnämnden", "employer-number", "2021005489",
			"invoice-reference", "4711", "invoice-address", "Exempelgatan 1\n111 22 Stockholm"),
		wrong: map[string]string{
			"payer=":                      "missing payer",
			"employer-number=2021005448X": "ident employer-number",
			"employer-name=":              "missing employer-name",
			"invoice-reference=":          "missing invoice-reference",
			"invoice-address=":            "missing invoice-address",
		},
	},
}

// fieldsOf names the fields of a form for an event.
func fieldsOf(t *testing.T, system, id, event string) []string {
	t.Helper()
	var names []string
	for _, f := range asks(t, system, id, event, "").Fields {
		names = append(names, f.Name)
	}
	return names
}

var lartorgetFormPoints = []formPoint{
	{"S0-16", func(t *testing.T) {
		want := []string{"name", "email", "work-role", "sector"}
		if got := fieldsOf(t, "lartorget", "enrolment", "hygiene-online"); !slices.Equal(got, want) {
			t.Errorf("a course without food, place, fee or admission asks for %v", got)
		}
	}},
	{"S0-17", func(t *testing.T) { lartorgetWish(t, "diet", "leading-meetings", "supervision") }},
	{"S0-18", func(t *testing.T) { lartorgetWish(t, "accessibility", "supervision", "hygiene-online") }},
	{"S0-19", func(t *testing.T) {
		for _, x := range []struct{ form, field, event string }{
			{"admission", "eligibility", "supervision"}, {"invoice", "invoice-address", "leading-meetings"},
		} {
			for _, event := range []string{"leading-meetings", "supervision", "hygiene-online"} {
				got := fieldsOf(t, "lartorget", x.form, event)
				if asked := slices.Contains(got, x.field); asked != (event == x.event) || !asked && len(got) > 0 {
					t.Errorf("%s for %s asks for %v", x.form, event, got)
				}
			}
		}
	}},
	{"S0-24", func(t *testing.T) {
		// Typing a wish is no consent: the yes and the waiver are acts of their own.
		d := asks(t, "lartorget", "enrolment", "leading-meetings", locale.SV)
		if got := d.Field("diet").NeedsYes; !slices.Equal(got, []string{"diet-consent", "diet-secrecy"}) {
			t.Errorf("diet needs %v", got)
		}
		if d.Field("diet-consent").Consent.Kind != policy.ExplicitConsent || d.Field("diet-secrecy").Consent.Kind != policy.SecrecyWaiver {
			t.Error("consent and waiver are one act")
		}
		s := received(t, d, append(answers("sector", "region", "diet", "vegan"), lartorgetPerson...))
		if s.Has("diet") || s.Text("diet-consent") != form.No || s.Text("diet-secrecy") != form.No {
			t.Error("what was typed counts as a yes")
		}
	}},
	{"S0-25", func(t *testing.T) {
		for _, tag := range []locale.Tag{locale.SV, locale.EN} {
			d := asks(t, "lartorget", "enrolment", "leading-meetings", tag)
			for _, name := range []string{"diet-secrecy", "accessibility-secrecy"} {
				if c := d.Field(name).Consent; c.Audience == "" || c.Text == "" {
					t.Errorf("%s in %s does not say who may rely on it", name, tag)
				}
			}
		}
	}},
	{"S0-26", func(t *testing.T) {
		for _, tag := range []locale.Tag{locale.SV, locale.EN} {
			d := asks(t, "lartorget", "enrolment", "leading-meetings", tag)
			for _, name := range []string{"diet", "accessibility"} {
				if f := d.Field(name); f.Required || f.Reason.Instead == "" {
					t.Errorf("%s in %s: required %v, instead %q", name, tag, f.Required, f.Reason.Instead)
				}
			}
		}
	}},
	{"S0-27", func(t *testing.T) {
		for event, want := range map[string]string{
			"leading-meetings": "leda-moten@exempelsjukhuset.example", "supervision": "handledning@exempelnamnden.example", "": "adressen står i kursbeskrivningen",
		} {
			c := asks(t, "lartorget", "enrolment", event, locale.SV).Field("accessibility-consent").Consent
			if !strings.HasSuffix(c.Instead, ": "+want) {
				t.Errorf("%q: %s", event, c.Instead)
			}
		}
	}},
	{"S0-33", func(t *testing.T) {
		f := asks(t, "lartorget", "account", "", locale.SV).Field("hsa-id")
		if f.FilledFrom != "norEduPersonNIN" || f.Was != ident.NorEduPersonNIN || f.Becomes != ident.HSAID {
			t.Errorf("from %q, a %q, to a %q", f.FilledFrom, f.Was, f.Becomes)
		}
	}},
	{"S0-34", func(t *testing.T) {
		d := asks(t, "lartorget", "account", "", locale.SV)
		values, err := d.FillIn(lartorgetLogin(), func(string, []byte) (string, error) { return lartorgetID, nil })
		if err != nil {
			t.Fatal(err)
		}
		s := received(t, d, append(answers("work-role", "nurse", "sector", "region"), values...))
		for name, want := range map[string][2]string{
			"name": {"Elin Exempel", "displayName"}, "email": {"elin@exempel.se", "mail"}, "hsa-id": {lartorgetID, "norEduPersonNIN"},
		} {
			if got := [2]string{s.Text(name), s.From(name)}; got != want {
				t.Errorf("%s: got %q, want %q", name, got, want)
			}
		}
	}},
	{"S0-35", lartorgetForgets},
}

// lartorgetWish looks for an optional wish that one course asks for and another
// does not.
func lartorgetWish(t *testing.T, wish, with, without string) {
	f := asks(t, "lartorget", "enrolment", with, locale.SV).Field(wish)
	if f == nil || f.Required || f.Control != policy.CheckboxesControl || len(f.NeedsYes) != 2 {
		t.Errorf("%s: %+v", with, f)
	}
	for _, name := range fieldsOf(t, "lartorget", "enrolment", without) {
		if strings.HasPrefix(name, wish) {
			t.Errorf("%s asks for %s", without, name)
		}
	}
}

const (
	lartorgetNumber = "190312049802" // a test number of Skatteverket
	lartorgetID     = "SE2321000016-A2G8"
)

// lartorgetLogin is what an institution says of a person.
func lartorgetLogin() []form.Attribute {
	return []form.Attribute{
		{Name: "displayName", Value: []byte("Elin Exempel")},
		{Name: "mail", Value: []byte("elin@exempel.se")},
		{Name: "norEduPersonNIN", Value: []byte(lartorgetNumber)},
		{Name: "eduPersonPrincipalName", Value: []byte("elin@larosatet.example")}, // not asked for
	}
}

// lartorgetForgets: the number reaches the converter, and nothing else.
func lartorgetForgets(t *testing.T) {
	d := asks(t, "lartorget", "account", "", locale.SV)
	for name, convert := range map[string]form.Converter{
		"converted": func(_ string, number []byte) (string, error) {
			if string(number) != lartorgetNumber {
				t.Error("the converter does not get the number")
			}
			return lartorgetID, nil
		},
		"unknown":      func(string, []byte) (string, error) { return "", errors.New("nobody by that number") },
		"given back":   func(_ string, number []byte) (string, error) { return string(number), nil },
		"hidden in it": func(_ string, number []byte) (string, error) { return "SE2321000016-" + string(number), nil },
		"no converter": nil,
	} {
		t.Run(name, func(t *testing.T) {
			login := lartorgetLogin()
			values, err := d.FillIn(login, convert)
			if (err == nil) != (name == "converted") {
				t.Errorf("error: %v", err)
			}
			s := received(t, d, append(answers("work-role", "nurse", "sector", "region"), values...))
			if s.Has("hsa-id") != (name == "converted") {
				t.Errorf("the form has the id: %v", s.Has("hsa-id"))
			}
			written := fmt.Sprintf("%v %+v %#v %v %+v %s %s", values, values, values, err, s, s.AppendJSON(nil), login)
			if strings.Contains(written, lartorgetNumber) || strings.Contains(written, lartorgetNumber[2:]) {
				t.Error("the number is written down")
			}
			if slices.ContainsFunc(values, func(v form.Value) bool { return strings.Contains(v.Text, "larosatet") }) {
				t.Error("more is filled in than is asked for")
			}
		})
	}
	// Typed by hand it is refused, and the problem does not repeat it.
	var s form.Submission
	problems := d.Check(append(answers("sector", "region", "hsa-id", lartorgetNumber), lartorgetPerson...), formDay, &s)
	if len(problems) != 1 || problems[0].Code != form.WrongIdent || s.Has("hsa-id") {
		t.Errorf("got %v", problems)
	}
	if told := string(form.AppendProblems(s.AppendJSON(nil), problems)) + fmt.Sprintf("%+v", problems); strings.Contains(told, lartorgetNumber) {
		t.Error("the problem repeats the number")
	}
}
