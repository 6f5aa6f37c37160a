package bind_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"

	"github.com/lagrum/lagrum/sdk/bind"
	"github.com/lagrum/lagrum/sdk/ident"
)

func newValidator(t testing.TB) *validator.Validate {
	t.Helper()
	v := validator.New(validator.WithRequiredStructEnabled())
	if err := bind.Register(v); err != nil {
		t.Fatal(err)
	}
	return v
}

// numbers has a valid and an invalid number of each kind, published as examples
// or test numbers (see package ident).
var numbers = map[string][2]string{
	"se_personnummer": {"19970131-2390", "19970131-2391"}, "se_samordningsnummer": {"19701063-2391", "19701063-2392"},
	"se_interimspersonnummer": {"20000101-T220", "000101-E221"}, "se_reservnummer": {"991981000010", "991981"},
	"se_organisationsnummer": {"202100-5448", "202100-5449"}, "se_hsaid": {"SE2321000016-A2G8", "SE2321000016-"},
	"norEduPersonNIN_swamid": {"199701312390", "199701312391"}, "se_postnummer": {"SE-123 45", "012 34"},
	"dk_cpr": {"251248-9996", "251248-0000"}, "dk_cvr": {"13585628", "13585627"}, "no_fodselsnummer": {"03851598730", "03851598731"},
	"no_organisasjonsnummer": {"975278921", "975278922"}, "fi_hetu": {"010594Y9032", "010594Y9033"}, "fi_ytunnus": {"2077474-0", "2077474-1"},
	"is_kennitala": {"0209804299", "3102690009"}, "is_kennitala_company": {"5811131290", "7104900009"}, "fo_vtal": {"123456", "12345X"},
	"eu_pic": {"999990239", "99999023"},
}

func TestNumbers(t *testing.T) {
	v := newValidator(t)
	n := 0
	for tag, kind := range bind.Tags() {
		n++
		sample, ok := numbers[tag]
		if !ok || !kind.Known() || !regexp.MustCompile(`^[A-Za-z_]+$`).MatchString(tag) {
			t.Errorf("%s: no sample, or no name", tag)
		}
		// Test numbers of Norway and Finland are of series that a form refuses.
		if err := v.Var(sample[0], tag); (err != nil) != (tag == "no_fodselsnummer" || tag == "fi_hetu") {
			t.Errorf("%s, valid: %v", tag, err)
		}
		if err := v.Var(sample[1], tag); err == nil || strings.Contains(err.Error(), sample[1]) {
			t.Errorf("%s, invalid: %v", tag, err)
		}
		if err := v.Var(7, tag); err == nil {
			t.Errorf("%s holds for an int", tag)
		}
	}
	if n != len(ident.Kinds()) || n != len(numbers) {
		t.Errorf("%d tags, %d kinds, %d samples", n, len(ident.Kinds()), len(numbers))
	}
	for range bind.Tags() { // which stops when asked to
		break
	}
	if err := v.Var("19701063-2391", "se_personnummer|se_samordningsnummer"); err != nil {
		t.Error(err)
	}
}

func TestNumberOnADay(t *testing.T) {
	v := validator.New()
	if err := v.RegisterValidation("fnr", bind.Number(ident.Options{AsOf: today, Accept: ident.Synthetic}, ident.Fodselsnummer)); err != nil {
		t.Fatal(err)
	}
	if err := v.Var("03851598730", "fnr"); err != nil {
		t.Error(err)
	}
}

// An answered no is an answer; "required" on a bool says it is none.
func TestConsent(t *testing.T) {
	v := newValidator(t)
	type asked struct {
		Answer  bind.Answer `validate:"consent"`
		Pointer *bool       `validate:"consent"`
		Bool    bool        `validate:"consent"`
	}
	for _, test := range []struct {
		v    asked
		want []string // the fields that fail
	}{
		{asked{bind.No, pointer(false), false}, nil},
		{asked{bind.Yes, pointer(true), true}, nil},
		{asked{}, []string{"Answer", "Pointer"}},
		{asked{Answer: "maybe", Pointer: pointer(false)}, []string{"Answer"}},
	} {
		var failed validator.ValidationErrors
		errors.As(v.Struct(test.v), &failed)
		var got []string
		for _, f := range failed {
			got = append(got, f.Field())
		}
		if strings.Join(got, " ") != strings.Join(test.want, " ") {
			t.Errorf("%v: got %v, want %v", test.v, got, test.want)
		}
	}
	if v.Var(false, "required") == nil || v.Var(bind.No, "required") != nil || v.Var(bind.Unanswered, "required") == nil {
		t.Error("required does not work as it is told to")
	}
	if v.Var(7, "consent") == nil {
		t.Error("a number is a consent")
	}
}

func TestRegisterTwice(t *testing.T) {
	v := newValidator(t)
	if err := bind.Register(v); err != nil {
		t.Error(err)
	}
}

func TestAnswer(t *testing.T) {
	for text, want := range map[string]bind.Answer{"yes": bind.Yes, "no": bind.No, "": bind.Unanswered} {
		a := bind.Yes
		if err := a.UnmarshalText([]byte(text)); err != nil || a != want || a.IsYes() != (text == "yes") || a.IsAnswered() != (text != "") {
			t.Errorf("%q: %v %v", text, a, err)
		}
	}
	a := bind.No
	if err := a.UnmarshalText([]byte("perhaps")); err != bind.ErrAnswer || a != bind.No {
		t.Error(a, err)
	}
}
