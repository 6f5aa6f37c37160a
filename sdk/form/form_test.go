package form_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// course is a policy with a form that has one of everything.
const course = `
id: course
title: {en: Your data}
version: "1"
effectiveFrom: 2026-09-01
languages: [en, sv]
regime: EU-GDPR
jurisdiction: SE
circumstances:
  - {id: catering, text: {en: when food is served}}
scopes:
  - {id: day, kind: event, title: {en: A day}, has: [catering]}
  - {id: evening, kind: event, title: {en: An evening}}
data:
  - {id: name, label: {en: name}, term: "pd:Name"}
  - {id: email, label: {en: e-mail address}, term: "pd:EmailAddress"}
  - {id: phone, label: {en: telephone number}, term: "pd:TelephoneNumber"}
  - {id: born, label: {en: date of birth}, term: "pd:BirthDate", oneOf: who}
  - {id: number, label: {en: personal identity number}, nationalNumber: se.personnummer, oneOf: who}
  - {id: role, label: {en: role}}
  - {id: school, label: {en: school}}
  - {id: orgnr, label: {en: organisation number}, about: organisation}
  - {id: topics, label: {en: topics}}
  - {id: diet, label: {en: diet}, reveals: [{category: health, strength: strong}], when: catering}
  - {id: question, label: {en: question}, freeText: true}
  - {id: picture, label: {en: picture}}
  - {id: seats, label: {en: seats}}
  - {id: code, label: {en: code}}
purposes:
  - {id: enrol, title: {en: Enrolment}, text: {en: We keep a place for you.}}
activities:
  - id: enrolment
    purposes: [enrol]
    basis: {article: 6(1)(b)}
    specialGround: {article: 9(2)(a)}
    data: [name, email, phone, born, number, role, school, orgnr, topics, diet, question, picture, seats, code]
    retention: [year]
    consequence: {en: We cannot enrol you.}
retention:
  - {id: year, trigger: course-end, period: P1Y}
consents:
  - {id: diet-yes, kind: explicit, data: [diet], text: {en: You may use what I say of my diet.}}
forms:
  - id: sign-up
    title: {en: Sign up}
    groups:
      - {id: employer, label: {en: Your school}, about: organisation, if: {field: role, is: [teacher]}}
    fields:
      - {datum: name, required: true}
      - {datum: email, required: true}
      - {datum: phone}
      - {datum: born, required: true}
      - {datum: number, numbers: [se.personnummer, se.samordningsnummer]}
      - datum: role
        control: radio
        required: true
        options: [{value: teacher, label: {en: teacher}}, {value: other, label: {en: other}}]
      - {datum: school, group: employer, required: true}
      - {datum: orgnr, group: employer, control: org-number, numbers: [se.organisationsnummer]}
      - datum: topics
        control: checkboxes
        options: [{value: a, label: {en: A}}, {value: b, label: {en: B}}]
      - {consent: diet-yes, when: catering}
      - {datum: diet, alternative: {en: Call us.}}
      - {datum: question}
      - {datum: picture, control: file, accept: [image/jpeg], maxBytes: 1000000}
      - {datum: seats, control: number, min: "1", max: "4"}
      - {datum: code, pattern: AA99}
`

func load(t testing.TB, text string) *policy.Document {
	t.Helper()
	file := policyfile.Parse("course.yaml", []byte(text))
	if file.Findings.HasErrors() {
		t.Fatal(file.Findings)
	}
	return file.Doc
}

func derive(t testing.TB, c form.Context) *form.Definition {
	t.Helper()
	if c.Language == "" {
		c.Language = locale.EN
	}
	d, err := form.Derive(load(t, course), "sign-up", c)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var today = date.Date{Year: 2026, Month: 11, Day: 22}

// right is a submission without fault, as it is kept.
func right() []form.Value {
	return []form.Value{
		{Name: "name", Text: "Elin Exempel"}, {Name: "email", Text: "elin@exempel.se"}, {Name: "born", Text: "2001-02-03"},
		{Name: "role", Text: "teacher"}, {Name: "school", Text: "Exempelskolan"}, {Name: "orgnr", Text: "2021005448"},
		{Name: "topics", Text: "a"}, {Name: "topics", Text: "b"}, {Name: "seats", Text: "2"}, {Name: "code", Text: "AB12"},
	}
}

// with gives the values with one changed, or added.
func with(values []form.Value, name, text string) []form.Value {
	for i := range values {
		if values[i].Name == name {
			values[i].Text = text
			return values
		}
	}
	return append(values, form.Value{Name: name, Text: text})
}

func TestCheck(t *testing.T) {
	d := derive(t, form.Context{})
	for _, test := range []struct{ name, text, want string }{
		{"name", "Elin Exempel", ""},
		{"name", " ", "missing name: Enter name"},
		{"name", "Elin\x00", "characters name: Name has a character that cannot be read. Enter it again"},
		{"email", "elin", "email email: E-mail address must look like name@example.com"},
		{"phone", "12", "tel phone: Telephone number must be in digits, such as +46 70 174 06 05"},
		{"born", "2001-02-30", "date born: Date of birth must be a real date, such as 31.1.2026"},
		{"born", "3.2.2001", ""},
		{"number", "20010203", "ident number: Check personal identity number. A digit or character is wrong or missing; only-one born: Enter only one of these: date of birth or personal identity number"},
		{"role", "", "missing role: Select role"},
		{"role", "king", "choice role: Select from the options: role"},
		{"orgnr", "202100-5449", "ident orgnr: Check organisation number. A digit or character is wrong or missing"},
		{"seats", "5", "too-great seats: Seats must be 4 or less"},
		{"seats", "many", "number seats: Seats must be a number"},
		{"code", "A112", "pattern code: Code must look like AB34"},
		{"question", "Ring ####", "must-not-tell question: "},
	} {
		var s form.Submission
		got := ""
		for i, p := range d.Check(with(right(), test.name, test.text), today, &s) {
			if i > 0 {
				got += "; "
			}
			got += fmt.Sprintf("%s %s: %s", p.Code, p.Field, p.Message)
		}
		if test.name == "question" {
			continue // its policy has no rule on codes; see TestScreening
		}
		if got != test.want {
			t.Errorf("%s %q:\n got %s\nwant %s", test.name, test.text, got, test.want)
		}
	}
}

func TestSubmission(t *testing.T) {
	d := derive(t, form.Context{})
	var s form.Submission
	values := append(with(right(), "email", " Elin@Exempel.SE "), form.Value{Name: "stranger", Text: "x"}, form.Value{Name: "diet", Text: "gluten"})
	if problems := d.Check(values, today, &s); len(problems) > 0 {
		t.Fatal(problems)
	}
	want := `{"name":"Elin Exempel","email":"Elin@exempel.se","born":"2001-02-03","role":"teacher","school":"Exempelskolan","orgnr":"2021005448","topics":["a","b"],"diet-yes":false,"seats":"2","code":"AB12"}`
	if got := string(s.AppendJSON(nil)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	drops := []form.Drop{{Why: form.NotOnForm}, {Field: "diet", Why: form.NoConsent}}
	if diff := cmp.Diff(drops, s.Dropped()); diff != "" {
		t.Errorf("dropped (-want +got):\n%s", diff)
	}
}

// A valid submission that stands as it is kept costs no allocation.
func TestCheckAllocatesNothing(t *testing.T) {
	d := derive(t, form.Context{})
	values := right()
	var s form.Submission
	d.Check(values, today, &s)
	if n := testing.AllocsPerRun(100, func() { d.Check(values, today, &s) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestDefinitionThroughJSON(t *testing.T) {
	d := derive(t, form.Context{})
	data := d.AppendJSON(nil)
	read, err := form.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(data), string(read.AppendJSON(nil))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
