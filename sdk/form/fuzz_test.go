package form_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Whatever arrives, Check keeps what the form has and drops the rest; what it
// has kept without a problem is right when it is checked again.
func FuzzCheck(f *testing.F) {
	d := derive(f, form.Context{})
	for _, seed := range []string{
		"name=Elin&email=elin@exempel.se&born=2001-02-03&role=teacher&school=X&seats=2&code=AB12", "topics=a&topics=b&topics=c",
		"diet-yes=yes&diet=gluten", "born=3.2.2001&number=19090527%2B1474", "question=Ring+%23%23%23%23&keep.question=yes", "name=%00%ff&seats=-0", "role=teacher&orgnr=202100-5448",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		sent, err := url.ParseQuery(query)
		if err != nil {
			return
		}
		var values []form.Value
		for name, texts := range sent {
			for _, text := range texts {
				values = append(values, form.Value{Name: name, Text: text, Type: "image/jpeg", Size: len(text)})
			}
		}
		var s form.Submission
		for _, p := range d.Check(values, today, &s) {
			if p.Message == "" || p.Code == "" || p.Start > p.End {
				t.Fatalf("a problem of field %q without message, code or place", p.Field)
			}
		}
		var again []form.Value
		for name := range s.Names() {
			file, _ := s.File(name)
			for _, text := range s.Texts(name) {
				again = append(again, form.Value{Name: name, Text: text, Type: file.Type, Size: file.Size})
			}
			if d.Field(name).Screen != nil {
				again = append(again, form.Value{Name: form.KeepName(name), Text: form.Yes})
			}
		}
		kept := string(s.AppendJSON(nil))
		for _, p := range d.Check(again, today, &s) {
			if p.Code != form.Missing && p.Code != form.OneOf && p.Code != form.OnlyOne {
				t.Fatalf("what was kept of field %q is not right: %s", p.Field, p.Code)
			}
		}
		if len(again) > 0 && strings.Count(kept, `":`) < 1 {
			t.Fatal("kept answers are not written")
		}
	})
}

// Whatever a field of the policy says, the form derives, prints, and comes
// through JSON as it is.
func FuzzDerive(f *testing.F) {
	f.Add("name", "AA99", "1", "role", "teacher", uint8(3))
	f.Add("diet", "9*", "2026-01-31", "diet-yes", "yes", uint8(10))
	f.Add("", "", "today", "stranger", "", uint8(15))
	base := load(f, strings.ReplaceAll(course, "freeText: true", "freeText: false")) // a lexicon takes its time
	controls := []policy.Control{"", policy.TextControl, policy.NumberControl, policy.DateControl, policy.SelectControl, policy.FileControl, policy.NationalNumberControl, policy.CountryControl, "odd"}
	f.Fuzz(func(t *testing.T, name, pattern, bound, other, value string, n uint8) {
		for _, s := range []*string{&name, &pattern, &bound, &other, &value} {
			*s = strings.ToValidUTF8(*s, "?") // as every policy file is
		}
		doc := *base
		doc.Forms = slices.Clone(base.Forms)
		doc.Forms[0].Fields = slices.Clone(base.Forms[0].Fields)
		field := &doc.Forms[0].Fields[int(n)%len(doc.Forms[0].Fields)]
		field.ID, field.Pattern, field.Min, field.Max = name, pattern, bound, value
		field.If = &policy.Answer{Field: other, Is: []string{value}}
		field.Control, field.Group, field.Required = controls[int(n/8)%len(controls)], other, n%2 == 0
		field.Options = []policy.Option{{Value: value}, {Value: bound}}
		field.MinLength, field.MaxLength, field.Numbers = int(n), len(value), []string{value}
		d, err := form.Derive(&doc, "sign-up", form.Context{Language: locale.EN})
		if err != nil {
			t.Fatal(err)
		}
		data := d.AppendJSON(nil)
		read, err := form.Read(data)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if string(read.AppendJSON(nil)) != string(data) {
			t.Fatal("the definition is another after JSON")
		}
		var values []form.Value
		for k := range d.Fields {
			values = append(values, form.Value{Name: d.Fields[k].Name, Text: value})
		}
		var s form.Submission
		problems := d.Check(values, today, &s)
		var p form.Printer
		p.HTML(d, form.State{Values: values, Problems: problems})
		if second := d.First().Second(&s); second != nil {
			second.Check(values, today, &s)
		}
	})
}
