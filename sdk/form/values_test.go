package form_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/form"
)

func TestReadValues(t *testing.T) {
	got, err := form.ReadValues([]byte(`{"a": "x", "b": ["y", "", "z"], "c": true, "d": false, "e": null, "f": 2.50, "g": {"name": "n", "type": "t", "size": 7, "more": 1}, "": "é"}`))
	if err != nil {
		t.Fatal(err)
	}
	want := []form.Value{
		{Name: "a", Text: "x"}, {Name: "b", Text: "y"}, {Name: "b"}, {Name: "b", Text: "z"}, {Name: "c", Text: "yes"}, {Name: "d", Text: "no"},
		{Name: "f", Text: "2.50"}, {Name: "g", Text: "n", Type: "t", Size: 7}, {Text: "é"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The errors say where, and nothing of what was sent.
func TestReadValuesTellsWhere(t *testing.T) {
	const answer = "form: answer 2 is neither a text, a list of texts, true or false, nor a file with name, type and size of less than 2 GiB"
	for text, want := range map[string]string{
		`["Elin"]`:                       "form: the answers are not a JSON object",
		`"Elin"`:                         "form: the answers are not a JSON object",
		`{"a":"Elin","Elin":[["Elin"]]}`: answer,
		`{"a":"Elin","Elin":["Elin",1]}`: answer,
		`{"a":"Elin","Elin":{}}`:         answer,
		`{"a":1,"b":{"name":"Elin","type":"image/png","size":-1}}`:         answer,
		`{"a":1,"b":{"name":"Elin","type":"image/png","size":2147483648}}`: answer,
		`{"a":1,"b":{"name":"Elin","type":"image/png","size":"1"}}`:        answer,
		`{"a":1,"b":{"name":"Elin","size":1}}`:                             answer,
		`{"Elin": Elin}`:                                                   "form: not JSON at byte 9",
		`{"Elin": "Elin", "Elin": 1}`:                                      "form: a name stands twice in an object at byte 17",
		`{"Elin": "\ud800"}`:                                               "form: text is not Unicode at byte 10",
		`{"Elin": [[[["Elin"]]]]}`:                                         "form: nested too deeply at byte 11",
		strings.Repeat(" ", 1<<20) + `{}`:                                  "form: too many bytes at byte 1048576",
		`{"a":[` + strings.Repeat("1,", 1<<14) + `1]}`:                     "form: too many values at byte 32770",
	} {
		_, err := form.ReadValues([]byte(text))
		if err == nil || err.Error() != want {
			t.Errorf("%.60s: got %v, want %s", text, err, want)
		}
	}
}

func FuzzReadValues(f *testing.F) {
	d := derive(f, form.Context{})
	f.Add([]byte(`{"name":"Elin Exempel","email":"elin@exempel.se","born":"2001-02-03","role":"teacher","school":"Exempelskolan","topics":["a","b"],"seats":2,"diet-yes":true}`))
	f.Add([]byte(`{"picture":{"name":"a","type":"image/jpeg","size":1},"name":null,"role":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		values, err := form.ReadValues(data)
		if err != nil {
			return
		}
		var s, again form.Submission
		if len(d.Check(values, today, &s)) > 0 {
			return
		}
		kept := s.AppendJSON(nil)
		if values, err = form.ReadValues(kept); err != nil {
			t.Fatalf("what is kept cannot be read: %v", err)
		}
		for _, p := range d.Check(values, today, &again) {
			if !p.Asks { // the wish to keep a text is not kept itself
				t.Errorf("what is kept has a problem: %s of %s", p.Code, p.Field)
			}
		}
	})
}

// What is kept has one shape, however it was typed.
func TestKept(t *testing.T) {
	d := derive(t, form.Context{})
	for _, tt := range []struct{ name, text, want string }{
		{"born", "2001- 2- 3", "2001-02-03"},
		{"born", "2001-2-3", "2001-02-03"},
		{"born", "03-02-2001", "2001-02-03"},
		{"seats", "\u22121", ""},
		{"seats", "2,50", "2.50"},
		{"email", "elin\u00A0x@exempel.se", ""},
		{"email", "Elin@EXEMPEL.se", "Elin@exempel.se"},
	} {
		var s form.Submission
		d.Check(with(right(), tt.name, tt.text), today, &s)
		if got := s.Text(tt.name); got != tt.want {
			t.Errorf("%s %q: got %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
	below := fromJSON(t, `{"fields":[{"name":"n","control":"number"}]}`)
	var s form.Submission
	if problems := below.Check([]form.Value{{Name: "n", Text: "\u22121,5"}}, today, &s); len(problems) > 0 || s.Text("n") != "-1.5" {
		t.Errorf("a minus: got %q, %v", s.Text("n"), problems)
	}
}

func fromJSON(t *testing.T, text string) *form.Definition {
	t.Helper()
	d, err := form.Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A box that is not ticked is a no, also to the fields that depend on it: what is
// kept is right when it is checked again.
func TestUntickedConsentIsNo(t *testing.T) {
	const d = `{"fields":[{"name":"news","control":"consent"%s},{"name":"why","control":"text","required":true,"if":{"field":"news"%s}}]}`
	for _, tt := range []struct {
		required, is string
		want         form.Code
	}{
		{"", `,"is":["no"]`, form.Missing},
		{"", `,"is":["yes"]`, ""},
		{"", "", form.Missing},
		{`,"required":true`, `,"is":["no"]`, form.Missing}, // of the consent itself
	} {
		def := fromJSON(t, strings.Replace(strings.Replace(d, "%s", tt.required, 1), "%s", tt.is, 1))
		var s form.Submission
		problems := def.Check(nil, today, &s)
		var got form.Code
		if len(problems) > 0 {
			got = problems[0].Code
		}
		if got != tt.want || len(problems) > 1 {
			t.Errorf("%+v: got %v", tt, problems)
		}
		if kept := string(s.AppendJSON(nil)); tt.required == "" && kept != `{"news":false}` || tt.required != "" && kept != "{}" {
			t.Errorf("%+v: kept %s", tt, kept)
		}
	}
}

func TestAppendDrops(t *testing.T) {
	got := string(form.AppendDrops(nil, []form.Drop{{Why: form.NotOnForm}, {Field: "diet", Why: form.NoConsent}}))
	if want := `[{"why":"not-on-form"},{"field":"diet","why":"no-consent"}]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
