package form_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
)

// What a host refuses reads as what the form refuses.
func TestRefuse(t *testing.T) {
	d := derive(t, form.Context{})
	var s form.Submission
	refused := map[form.Code]bool{}
	for name, text := range map[string]string{
		"name": " ", "email": "elin", "phone": "12", "born": "2001-02-30", "role": "king", "orgnr": "202100-5449", "seats": "5", "code": "A112",
	} {
		for _, p := range d.Check(with(right(), name, text), today, &s) {
			refused[p.Code] = true
			if diff := cmp.Diff(p, d.Refuse(p.Field, p.Code, p.Args...)); diff != "" {
				t.Errorf("%s (-check +refuse):\n%s", name, diff)
			}
		}
	}
	if len(refused) != 8 {
		t.Errorf("%d codes", len(refused))
	}
	for _, code := range []form.Code{
		form.Missing, form.TooShort, form.TooLong, form.WrongPattern, form.NotEmail, form.NotTel, form.NotURL, form.NotNumber, form.TooSmall, form.TooGreat,
		form.NotDate, form.TooEarly, form.TooLate, form.NotOffered, form.WrongIdent, form.FutureIdent, form.SeriesIdent,
	} {
		if p := d.Refuse("seats", code); p.Message == "" || p.Code != code {
			t.Errorf("%s: %v", code, p)
		}
	}
	args := []locale.Arg{{Name: "min", Value: "1"}}
	want := form.Problem{Code: form.TooMany, Field: "seats", Args: args}
	if diff := cmp.Diff(want, d.Refuse("seats", form.TooMany, args...)); diff != "" {
		t.Error(diff)
	}
	if p := d.Refuse("stranger", form.NotDate); p.Message != "" || p.Field != "stranger" {
		t.Error(p)
	}
}
