package policy_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/policy"
)

func TestControlFor(t *testing.T) {
	cpr := &policy.Datum{ID: "cpr", NationalNumber: "dk.cpr"}
	for name, tt := range map[string]struct {
		field policy.Field
		datum *policy.Datum
		want  policy.Control
	}{
		"its own":                      {policy.Field{Control: policy.TelControl}, cpr, policy.TelControl},
		"of a national number":         {policy.Field{}, cpr, policy.NationalNumberControl},
		"of free text":                 {policy.Field{}, &policy.Datum{FreeText: true}, policy.LongTextControl},
		"of a term":                    {policy.Field{}, &policy.Datum{Term: "pd:BirthDate"}, policy.DateControl},
		"of anything else":             {policy.Field{}, &policy.Datum{Term: "pd:Name"}, policy.TextControl},
		"of a consent":                 {policy.Field{Consent: "news", Control: policy.RadioControl}, nil, policy.ConsentControl},
		"of a consent, not said":       {policy.Field{Consent: "news"}, nil, policy.ConsentControl},
		"a consent box for a datum":    {policy.Field{Control: policy.ConsentControl}, cpr, policy.NationalNumberControl},
		"of a datum that is not there": {policy.Field{Datum: "x"}, nil, policy.TextControl},
	} {
		if got := tt.field.ControlFor(tt.datum); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

func TestNameIsThatOfWhatIsAskedFor(t *testing.T) {
	for want, f := range map[string]policy.Field{
		"own":     {ID: "own", Datum: "datum"},
		"datum":   {Datum: "datum"},
		"consent": {Consent: "consent"},
		"":        {},
	} {
		if got := f.Name(); got != want {
			t.Errorf("%+v: %q, want %q", f, got, want)
		}
	}
}

func TestUsualLengthIsEnough(t *testing.T) {
	for control, least := range map[policy.Control]int{
		policy.TextControl: 100, policy.LongTextControl: 1000, policy.EmailControl: 254, policy.URLControl: 1000,
		policy.NationalNumberControl: len("19121212+1212"), policy.PostalCodeControl: len("SE-123 45"),
	} {
		if got := control.UsualLength(); got < least {
			t.Errorf("%s: %d characters, want %d at least", control, got, least)
		}
	}
}
