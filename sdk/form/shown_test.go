package form_test

import (
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

const shownPolicy = `
id: p
languages: [sv, da, nb, nn, fi, is, en]
data:
  - {id: day, label: {en: day, sv: dag, da: dag, nb: dag, nn: dag, fi: päivä, is: dagur}}
  - {id: size, label: {en: size, sv: mått, da: mål, nb: mål, nn: mål, fi: koko, is: stærð}}
  - {id: picture, label: {en: picture, sv: bild}}
  - {id: code, label: {en: code, sv: kod}}
forms:
  - id: f
    fields:
      - {datum: day, control: date, max: 2026-11-22, min: 2020-01-05}
      - {datum: size, control: number, min: "0.5", max: "12.25"}
      - {datum: picture, control: file, accept: [image/jpeg, image/png, image/webp]}
      - {datum: code, control: text, pattern: "AA*9"}
`

func shownForm(t *testing.T, tag locale.Tag) *form.Definition {
	t.Helper()
	file := policyfile.Parse("p.yaml", []byte(shownPolicy))
	if len(file.Findings) > 0 {
		t.Fatal(file.Findings)
	}
	d, err := form.Derive(file.Doc, "f", form.Context{Language: tag})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Days and numbers in messages and in the receipt are as the form asks for them;
// what is kept, and the arguments, are the same everywhere.
func TestDaysAndNumbersAsPeopleWriteThem(t *testing.T) {
	for _, c := range []struct {
		tag                    locale.Tag
		last, first, most, day string
		size                   string
	}{
		{locale.EN, "22.11.2026", "5.1.2020", "12.25", "2.1.2024", "3.5"},
		{locale.SV, "2026-11-22", "2020-01-05", "12,25", "2024-01-02", "3,5"},
		{locale.DA, "22.11.2026", "5.1.2020", "12,25", "2.1.2024", "3,5"},
		{locale.NB, "22.11.2026", "5.1.2020", "12,25", "2.1.2024", "3,5"},
		{locale.NN, "22.11.2026", "5.1.2020", "12,25", "2.1.2024", "3,5"},
		{locale.FI, "22.11.2026", "5.1.2020", "12,25", "2.1.2024", "3,5"},
		{locale.IS, "22.11.2026", "5.1.2020", "12,25", "2.1.2024", "3,5"},
	} {
		d := shownForm(t, c.tag)
		says := func(want, arg string, values ...form.Value) {
			t.Helper()
			problems := d.Check(values, today, nil)
			if len(problems) != 1 || !strings.Contains(problems[0].Message, " "+want) || problems[0].Args[0].Value != arg {
				t.Errorf("%s: %+v, want %q in the message and %q beside it", c.tag, problems, want, arg)
			}
		}
		says(c.last, "2026-11-22", form.Value{Name: "day", Text: "2027-01-01"})
		says(c.first, "2020-01-05", form.Value{Name: "day", Text: "1.1.2020"})
		says(c.most, "12.25", form.Value{Name: "size", Text: "13"})
		var s form.Submission
		if problems := d.Check([]form.Value{{Name: "day", Text: "2024-01-02"}, {Name: "size", Text: "3,5"}}, today, &s); len(problems) > 0 {
			t.Fatal(problems)
		}
		var p form.Printer
		receipt := string(p.Received(d, &s))
		if !strings.Contains(receipt, "<dd>"+c.day+"</dd>") || !strings.Contains(receipt, "<dd>"+c.size+"</dd>") {
			t.Errorf("%s: the receipt is %s", c.tag, receipt)
		}
		if got := string(s.AppendJSON(nil)); got != `{"day":"2024-01-02","size":"3.5"}` {
			t.Errorf("%s: kept as %s", c.tag, got)
		}
	}
}

func TestFileTypesInAMessage(t *testing.T) {
	p := shownForm(t, locale.EN).Check([]form.Value{{Name: "picture", Text: "a.gif", Type: "image/gif", Size: 1}}, today, nil)
	if len(p) != 1 || !strings.Contains(p[0].Message, "JPEG, PNG or WEBP") {
		t.Errorf("%+v", p)
	}
}

func TestLettersOfAPattern(t *testing.T) {
	d := shownForm(t, locale.EN)
	for text, right := range map[string]bool{
		"AB12": true, "ÅÄÖ1": true, "éü91": true, "Žł91": true, "A×11": false, "÷A11": false, "АБ11": false, "A111": false, "ÅÄÖÖ": false,
	} {
		if got := len(d.Check([]form.Value{{Name: "code", Text: text}}, today, nil)) == 0; got != right {
			t.Errorf("%q fits: %t", text, got)
		}
	}
}

func TestNumbersAreKeptInOneForm(t *testing.T) {
	file := policyfile.Parse("p.yaml", []byte("id: p\nlanguages: [en]\ndata: [{id: n}]\nforms: [{id: f, fields: [{datum: n, control: number}]}]\n"))
	d, err := form.Derive(file.Doc, "f", form.Context{})
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"0": "0", "-0": "0", "03": "3", "-03": "-3", "000": "0", "00.5": "0.5", "-0,0": "0.0", "-0.5": "-0.5", "3.50": "3.50", "100": "100", "\u2212007": "-7",
	} {
		var s form.Submission
		if problems := d.Check([]form.Value{{Name: "n", Text: typed}}, today, &s); len(problems) > 0 || s.Text("n") != want {
			t.Errorf("%q is kept as %q, want %q; %v", typed, s.Text("n"), want, problems)
		}
	}
}
