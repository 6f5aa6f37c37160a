package examples_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

var studieskolenPerson = answers("name", "Ellen Eksempel", "address", "Eksempelvej 1, 2000 Frederiksberg", "email", "ellen@eksempel.dk",
	"phone", "33 18 79 00", "course", "Islandsk 1, hold 3")

var studieskolenFilled = []filled{
	{
		form: "enrolment", tag: locale.DA,
		right: append(answers("home-municipality", "other", "cpr", "0707614285", "fee-choice", "reduced", "fee-consent", "yes",
			"fee-declaration", "entitled", "goal-consent", "yes", "learning-goal", "travel", "newsletter-consent", "yes"), studieskolenPerson...),
		wrong: map[string]string{
			"name=":                   "missing name",
			"address=":                "missing address",
			"email=ellen":             "email email",
			"phone=":                  "",
			"home-municipality=":      "missing home-municipality, missing birth-date",
			"birth-date=1961-07-07":   "only-one birth-date",
			"birth-date=7. juli":      "date birth-date, only-one birth-date",
			"cpr=":                    "one-of birth-date",
			"cpr=070761-428":          "ident cpr",
			"course=":                 "missing course",
			"fee-choice=":             "missing fee-choice",
			"fee-choice=usual":        "",
			"goal-consent=no":         "",
			"newsletter-consent=":     "",
			"learning-goal=to travel": "choice learning-goal",
		},
	},
	{
		form: "danish-enrolment", tag: locale.IS,
		right: append(answers("birth-date", "1999-12-31"), studieskolenPerson...),
		wrong: map[string]string{
			"birth-date=":           "one-of birth-date",
			"birth-date=2099-12-31": "too-late birth-date",
			"cpr=0707614285":        "only-one birth-date",
			"course=":               "missing course",
		},
	},
}

// studieskolenEnrols fills in the enrolment with other answers.
func studieskolenEnrols(t *testing.T, pairs ...string) *form.Submission {
	t.Helper()
	return received(t, asks(t, "studieskolen", "enrolment", "", locale.DA), append(answers(pairs...), studieskolenPerson...))
}

var studieskolenFormPoints = []formPoint{
	{"S3-7", func(t *testing.T) {
		// The CPR number of somebody who lives in Copenhagen is of no use.
		s := studieskolenEnrols(t, "home-municipality", "copenhagen", "birth-date", "1961-07-07", "cpr", "0707614285", "fee-choice", "usual")
		if s.Has("cpr") || !slices.Equal(s.Dropped(), []form.Drop{{Field: "cpr", Why: form.NotAsked}}) {
			t.Errorf("the number is kept: %v, dropped %v", s.Has("cpr"), s.Dropped())
		}
	}},
	{"S3-8", func(t *testing.T) {
		d := asks(t, "studieskolen", "enrolment", "", locale.DA)
		for _, name := range []string{"name", "address", "birth-date", "cpr", "email", "phone"} {
			if f := d.Field(name); f == nil || f.Required == (name == "phone") {
				t.Errorf("%s: %+v", name, f)
			}
		}
		for _, one := range [][2]string{{"birth-date", "1961-07-07"}, {"cpr", "0707614285"}} {
			if s := studieskolenEnrols(t, "home-municipality", "other", "fee-choice", "usual", one[0], one[1]); s.Text(one[0]) != one[1] {
				t.Errorf("%s alone is not enough", one[0])
			}
		}
	}},
	{"S3-9", func(t *testing.T) {
		// Nothing sensitive is kept of those who do not ask for a reduced fee, or do not consent.
		s := studieskolenEnrols(t, "home-municipality", "copenhagen", "birth-date", "1961-07-07", "fee-choice", "usual", "fee-consent", "yes", "fee-declaration", "entitled")
		for name := range s.Names() {
			if datum := policyOf(t, "studieskolen").Datum(s.Form().Field(name).Datum); datum != nil && len(datum.Reveals) > 0 {
				t.Errorf("%s is kept", name)
			}
		}
	}},
	{"S3-18", func(t *testing.T) {
		f := asks(t, "studieskolen", "enrolment", "", locale.DA).Field("fee-declaration")
		if f.If == nil || f.If.Field != "fee-choice" || !slices.Equal(f.NeedsYes, []string{"fee-consent"}) || f.Reason.Instead == "" {
			t.Errorf("the declaration: %+v", f)
		}
		if s := studieskolenEnrols(t, "home-municipality", "copenhagen", "birth-date", "1961-07-07", "fee-choice", "reduced"); s.Text("fee-consent") != form.No {
			t.Error("one must declare to enrol")
		}
	}},
	{"S3-30", func(t *testing.T) {
		// The enrolment itself asks for no consent; each that is there is about something else, and can be left alone.
		s := studieskolenEnrols(t, "home-municipality", "copenhagen", "birth-date", "1961-07-07", "fee-choice", "usual")
		for _, name := range []string{"newsletter-consent", "goal-consent"} {
			if s.Text(name) != form.No {
				t.Errorf("%s counts as %q when nobody answers", name, s.Text(name))
			}
		}
	}},
	{"S3-31", func(t *testing.T) {
		for _, f := range asks(t, "studieskolen", "enrolment", "", locale.DA).Fields {
			if (f.Consent != nil) != (f.Control == policy.ConsentControl) {
				t.Errorf("%s is asked for by %s", f.Name, f.Control)
			}
		}
	}},
	{"S3-32", func(t *testing.T) {
		for _, tag := range []locale.Tag{locale.DA, locale.EN, locale.IS} {
			for _, f := range asks(t, "studieskolen", "enrolment", "", tag).Fields {
				if f.Consent != nil && (len(f.Reason.Purposes) == 0 || f.Consent.Withdraw == "" || strings.TrimSpace(f.Consent.Text) == "") {
					t.Errorf("%s in %s does not say what for or how to withdraw", f.Name, tag)
				}
			}
		}
	}},
}

// Nobody is told that nothing happens if a required field is left empty.
func TestRequiredFieldsTellWhatFollows(t *testing.T) {
	without := asks(t, "studieskolen", "enrolment", "", locale.EN).Field("name").Reason.Without
	if len(without) == 0 || slices.ContainsFunc(without, func(s string) bool { return strings.HasPrefix(s, "Nothing happens") }) {
		t.Errorf("got %q", without)
	}
}
