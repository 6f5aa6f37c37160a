package form_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

const parted = `
id: p
languages: [en]
data:
  - {id: name, label: {en: name}}
  - {id: lunch, label: {en: lunch}}
  - {id: diet, label: {en: diet}, reveals: [{category: health, strength: strong}]}
  - {id: why, label: {en: why}, reveals: [{category: health, strength: strong}]}
  - {id: ramp, label: {en: ramp}, special: health}
consents:
  - {id: food, kind: explicit, data: [diet, why]}
  - {id: access, kind: explicit, data: [ramp]}
forms:
  - id: f
    intro: {en: Sign up here.}
    groups: [{id: meal, if: {field: lunch, is: ["yes"]}}]
    fields:
      - {datum: name, required: true}
      - {datum: lunch, control: radio, options: [{value: "yes"}, {value: "no"}]}
      - {id: food-ok, consent: food}
      - {id: access-ok, consent: access}
      - {datum: diet, group: meal}
      - {datum: why, if: {field: diet}}
      - {datum: ramp, control: long-text}
`

func namesOf(d *form.Definition) []string {
	if d == nil {
		return nil
	}
	var names []string
	for i := range d.Fields {
		names = append(names, d.Fields[i].Name)
	}
	return names
}

func TestSecondPart(t *testing.T) {
	file := policyfile.Parse("p.yaml", []byte(parted))
	if len(file.Findings) > 0 {
		t.Fatal(file.Findings)
	}
	d, err := form.Derive(file.Doc, "f", form.Context{})
	if err != nil {
		t.Fatal(err)
	}
	whole := namesOf(d)
	first := d.First()
	if diff := cmp.Diff([]string{"name", "lunch", "food-ok", "access-ok"}, namesOf(first)); diff != "" {
		t.Errorf("first part (-want +got):\n%s", diff)
	}
	for name, tt := range map[string]struct {
		yes  []string // the fields answered with yes
		want []string
		keep []string // what is kept of the second part where all of it is filled in
	}{
		"nothing":             {nil, nil, nil},
		"lunch without a yes": {[]string{"lunch"}, nil, nil},
		"a yes and no lunch":  {[]string{"food-ok"}, nil, nil},
		"a yes and lunch":     {[]string{"food-ok", "lunch"}, []string{"diet", "why"}, []string{"diet", "why"}},
		"the other yes":       {[]string{"access-ok", "lunch"}, []string{"ramp"}, []string{"ramp"}},
		"all":                 {[]string{"access-ok", "food-ok", "lunch"}, []string{"diet", "why", "ramp"}, []string{"diet", "why", "ramp"}},
	} {
		values := []form.Value{{Name: "name", Text: "Kim"}}
		for _, f := range tt.yes {
			values = append(values, form.Value{Name: f, Text: "yes"})
		}
		var s form.Submission
		if problems := first.Check(values, date.Date{}, &s); len(problems) > 0 {
			t.Fatalf("%s: %v", name, problems)
		}
		second := d.Second(&s)
		if diff := cmp.Diff(tt.want, namesOf(second)); diff != "" {
			t.Errorf("%s: second part (-want +got):\n%s", name, diff)
		}
		again := d.SecondOf(append(namesOf(second), "name", "nothing"))
		if diff := cmp.Diff(tt.want, namesOf(again)); diff != "" {
			t.Errorf("%s: second part by its names (-want +got):\n%s", name, diff)
		}
		if again == nil {
			continue
		}
		if again.Intro != "" || string(again.AppendJSON(nil)) != string(second.AppendJSON(nil)) {
			t.Errorf("%s: by its names the second part is another", name)
		}
		values = nil
		for _, f := range again.Fields {
			values = append(values, form.Value{Name: f.Name, Text: "soup"})
		}
		if problems := again.Check(values, date.Date{}, &s); len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
		if diff := cmp.Diff(tt.keep, slices.Collect(s.Names())); diff != "" {
			t.Errorf("%s: kept (-want +got):\n%s", name, diff)
		}
	}
	if diff := cmp.Diff(whole, namesOf(d)); diff != "" || d.Intro == "" || len(d.Field("diet").NeedsYes) == 0 || d.Groups[0].If == nil {
		t.Errorf("the form itself has changed: %s", diff)
	}
}

// What was received before the second part is not told as if it were all, and what
// was not kept has the reason that it has.
func TestAnswersSoFar(t *testing.T) {
	file := policyfile.Parse("p.yaml", []byte(parted))
	d, err := form.Derive(file.Doc, "f", form.Context{})
	if err != nil {
		t.Fatal(err)
	}
	first := d.First()
	var s form.Submission
	values := []form.Value{{Name: "name", Text: "Kim"}, {Name: "food-ok", Text: "yes"}, {Name: "access-ok", Text: "yes"}}
	if problems := first.Check(values, date.Date{Year: 2026, Month: 9, Day: 1}, &s); len(problems) > 0 {
		t.Fatal(problems)
	}
	const received, void, needless = "We have received your answers", "yours is not valid", "We did not need it"
	says := func(page []byte, wants ...string) {
		t.Helper()
		checkHTML(t, page)
		for _, said := range []string{"Kim", received, void, needless} {
			if strings.Contains(string(page), said) != slices.Contains(wants, said) {
				t.Errorf("%q is told: %t\n%s", said, !slices.Contains(wants, said), page)
			}
		}
	}
	var p form.Printer
	says(p.Answers(first, &s), "Kim")
	s.Withhold("food-ok", form.ConsentVoid)
	says(p.Answers(first, &s), "Kim", void)
	says(p.Received(first, &s), "Kim", received, void)
	s.Withhold("access-ok", form.NotAsked)
	says(p.Received(first, &s), "Kim", received, void, needless)
	if page := p.Answers(first, new(form.Submission)); page != nil {
		t.Errorf("of no answers it tells %s", page)
	}
}
