package form_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/locale"
)

// enrolment is a form of fourteen fields, with rules between fields: one of
// birth date and identity number, and a school for teachers alone.
const enrolment = `
id: enrolment
title: {en: Your data}
version: "1"
effectiveFrom: 2026-09-01
languages: [en]
regime: EU-GDPR
jurisdiction: SE
data:
  - {id: given-name, label: {en: first name}, term: "pd:GivenName"}
  - {id: family-name, label: {en: surname}, term: "pd:FamilyName"}
  - {id: email, label: {en: e-mail address}, term: "pd:EmailAddress"}
  - {id: phone, label: {en: telephone number}, term: "pd:TelephoneNumber"}
  - {id: born, label: {en: date of birth}, term: "pd:BirthDate", oneOf: who}
  - {id: number, label: {en: personal identity number}, nationalNumber: se.personnummer, oneOf: who}
  - {id: role, label: {en: role}}
  - {id: school, label: {en: school}}
  - {id: orgnr, label: {en: organisation number}, about: organisation}
  - {id: postcode, label: {en: postal code}}
  - {id: country, label: {en: country}, term: "pd:Country"}
  - {id: seats, label: {en: seats}}
  - {id: start, label: {en: first day}}
purposes:
  - {id: enrol, title: {en: Enrolment}}
activities:
  - id: enrolment
    purposes: [enrol]
    basis: {article: 6(1)(b)}
    data: [given-name, family-name, email, phone, born, number, role, school, orgnr, postcode, country, seats, start]
consents:
  - {id: newsletter, text: {en: Send me the newsletter.}}
forms:
  - id: enrolment
    title: {en: Enrol}
    fields:
      - {datum: given-name, required: true, maxLength: 100}
      - {datum: family-name, required: true, maxLength: 100}
      - {datum: email, required: true}
      - {datum: phone}
      - {datum: born, required: true}
      - {datum: number, required: true}
      - datum: role
        control: radio
        required: true
        options: [{value: teacher, label: {en: teacher}}, {value: other, label: {en: other}}]
      - {datum: school, required: true, maxLength: 100, if: {field: role, is: [teacher]}}
      - {datum: orgnr, control: org-number, numbers: [se.organisationsnummer], if: {field: role, is: [teacher]}}
      - {datum: postcode, required: true, control: postal-code, numbers: [se.postnummer]}
      - {datum: country, required: true}
      - {datum: seats, required: true, control: number, min: "1", max: "4"}
      - {datum: start, required: true, control: date}
      - {consent: newsletter, required: true}
`

// An enrolled is the same form as a struct for package validator. It is decoded
// already, which package form does not ask for.
type enrolled struct {
	GivenName  string `field:"given-name" validate:"required,max=100"`
	FamilyName string `field:"family-name" validate:"required,max=100"`
	Email      string `field:"email" validate:"required,email,max=254"`
	Phone      string `field:"phone" validate:"omitempty,tel,max=40"`
	Born       string `field:"born" validate:"omitempty,datetime=2006-01-02"`
	Number     string `field:"number" validate:"omitempty,personnummer"`
	Role       string `field:"role" validate:"required,oneof=teacher other"`
	School     string `field:"school" validate:"required_if=Role teacher,excluded_unless=Role teacher,max=100"`
	OrgNr      string `field:"orgnr" validate:"omitempty,excluded_unless=Role teacher,organisationsnummer"`
	Postcode   string `field:"postcode" validate:"required,postnummer"`
	Country    string `field:"country" validate:"required,iso3166_1_alpha2"`
	Seats      int    `field:"seats" validate:"required,min=1,max=4"`
	Start      string `field:"start" validate:"required,datetime=2006-01-02"`
	Newsletter string `field:"newsletter" validate:"required,oneof=yes no"`
}

// newValidator gives package validator what it lacks: the numbers, by package
// ident as in the form, and a telephone number.
func newValidator(t testing.TB) *validator.Validate {
	t.Helper()
	v := validator.New(validator.WithRequiredStructEnabled())
	add := func(tag string, holds func(string) bool) {
		if err := v.RegisterValidation(tag, func(f validator.FieldLevel) bool { return holds(f.Field().String()) }); err != nil {
			t.Fatal(err)
		}
	}
	for tag, kind := range map[string]ident.Kind{
		"personnummer": ident.Personnummer, "organisationsnummer": ident.Organisationsnummer, "postnummer": ident.Postnummer,
	} {
		add(tag, func(s string) bool { return ident.Check(kind, s, ident.Options{AsOf: today}).Valid() })
	}
	add("tel", func(s string) bool {
		digits := 0
		for i, r := range s {
			switch {
			case '0' <= r && r <= '9':
				digits++
			case !strings.ContainsRune(" -./()", r) && (r != '+' || i > 0):
				return false
			}
		}
		return 3 <= digits && digits <= 17
	})
	v.RegisterStructValidation(func(s validator.StructLevel) {
		if e := s.Current().Interface().(enrolled); (e.Born == "") == (e.Number == "") {
			s.ReportError(e.Born, "Born", "Born", "one_of", "Number")
		}
	}, enrolled{})
	return v
}

// enrol gives the form, and values that are right or have eleven faults.
func enrol(t testing.TB) (d *form.Definition, right, wrong []form.Value) {
	t.Helper()
	d, err := form.Derive(load(t, enrolment), "enrolment", form.Context{Language: locale.EN})
	if err != nil || len(d.Fields) != 14 {
		t.Fatal(err, len(d.Fields))
	}
	return d, []form.Value{
			{Name: "given-name", Text: "Elin"}, {Name: "family-name", Text: "Exempel"}, {Name: "email", Text: "elin@exempel.se"},
			{Name: "phone", Text: "+46 8 123 456 78"}, {Name: "born", Text: ""}, {Name: "number", Text: "199701312390"}, {Name: "role", Text: "teacher"},
			{Name: "school", Text: "Exempelskolan"}, {Name: "orgnr", Text: "2021005448"}, {Name: "postcode", Text: "12345"},
			{Name: "country", Text: "SE"}, {Name: "seats", Text: "2"}, {Name: "start", Text: "2026-12-01"}, {Name: "newsletter", Text: "no"},
		}, []form.Value{
			{Name: "given-name", Text: ""}, {Name: "family-name", Text: "Exempel"}, {Name: "email", Text: "elin"},
			{Name: "phone", Text: "none"}, {Name: "born", Text: "1997-01-31"}, {Name: "number", Text: "199701312391"}, {Name: "role", Text: "teacher"},
			{Name: "school", Text: ""}, {Name: "orgnr", Text: "2021005449"}, {Name: "postcode", Text: "02345"},
			{Name: "country", Text: "QQ"}, {Name: "seats", Text: "9"}, {Name: "start", Text: "2026-02-30"}, {Name: "newsletter", Text: "no"},
		}
}

// decoded is the struct of the values.
func decoded(values []form.Value) (e enrolled) {
	for _, v := range values {
		for name, to := range map[string]*string{
			"given-name": &e.GivenName, "family-name": &e.FamilyName, "email": &e.Email, "phone": &e.Phone, "born": &e.Born,
			"number": &e.Number, "role": &e.Role, "school": &e.School, "orgnr": &e.OrgNr, "postcode": &e.Postcode,
			"country": &e.Country, "start": &e.Start, "newsletter": &e.Newsletter,
		} {
			if v.Name == name {
				*to = v.Text
			}
		}
		if v.Name == "seats" {
			e.Seats = int(v.Text[0] - '0')
		}
	}
	return e
}

// What is measured are the same rules: both find the same faults.
func TestMeasuredRulesAreTheSame(t *testing.T) {
	d, right, wrong := enrol(t)
	v := newValidator(t)
	for _, values := range [][]form.Value{right, wrong} {
		var s form.Submission
		var own, theirs []string
		for _, p := range d.Check(values, today, &s) {
			own = append(own, p.Field)
		}
		var failed validator.ValidationErrors
		errors.As(v.Struct(decoded(values)), &failed)
		for _, f := range failed {
			theirs = append(theirs, strings.ReplaceAll(strings.ToLower(f.Field()), "name", "-name"))
		}
		slices.Sort(own)
		slices.Sort(theirs)
		if diff := cmp.Diff(theirs, own); diff != "" {
			t.Errorf("(-validator +form):\n%s", diff)
		}
	}
	if n := len(d.Check(wrong, today, new(form.Submission))); n != 11 {
		t.Errorf("%d problems", n)
	}
	var s form.Submission
	d.Check(right, today, &s)
	if n := testing.AllocsPerRun(100, func() { d.Check(right, today, &s) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func benchmarkForm(b *testing.B, d *form.Definition, values []form.Value, want int) {
	var s form.Submission
	b.ReportAllocs()
	for b.Loop() {
		if n := len(d.Check(values, today, &s)); n != want {
			b.Fatal(n)
		}
	}
}

func benchmarkValidator(b *testing.B, values []form.Value, text bool, want int) {
	v, e := newValidator(b), decoded(values)
	b.ReportAllocs()
	for b.Loop() {
		err := v.Struct(&e)
		if failed, _ := err.(validator.ValidationErrors); len(failed) != want || text && err.Error() == "" {
			b.Fatal(err)
		}
	}
}

// BenchmarkFourteenFields checks the same answers by the same rules. Both
// sides' faults are counted; those of package form have their messages, in the
// language of the form. "text" is package validator with its text, in English.
func BenchmarkFourteenFields(b *testing.B) {
	d, right, wrong := enrol(b)
	b.Run("valid/form", func(b *testing.B) { benchmarkForm(b, d, right, 0) })
	b.Run("valid/validator", func(b *testing.B) { benchmarkValidator(b, right, false, 0) })
	b.Run("invalid/form", func(b *testing.B) { benchmarkForm(b, d, wrong, 11) })
	b.Run("invalid/validator", func(b *testing.B) { benchmarkValidator(b, wrong, false, 11) })
	b.Run("invalid/text", func(b *testing.B) { benchmarkValidator(b, wrong, true, 11) })
}

func BenchmarkDerive(b *testing.B) {
	doc := load(b, enrolment)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := form.Derive(doc, "enrolment", form.Context{Language: locale.EN}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDefinitionAppendJSON(b *testing.B) {
	d, _, _ := enrol(b)
	data := d.AppendJSON(nil)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		data = d.AppendJSON(data[:0])
	}
}

func BenchmarkRead(b *testing.B) {
	d, _, _ := enrol(b)
	data := d.AppendJSON(nil)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := form.Read(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	d, _, wrong := enrol(b)
	problems := d.Check(wrong, today, new(form.Submission))
	for name, state := range map[string]form.State{"empty": {}, "problems": {Values: wrong, Problems: problems}} {
		b.Run(name, func(b *testing.B) {
			var p form.Printer
			b.SetBytes(int64(len(p.HTML(d, state))))
			b.ReportAllocs()
			for b.Loop() {
				p.HTML(d, state)
			}
		})
	}
}
