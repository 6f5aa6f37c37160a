package examples_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// systems are the five examples.
var systems = []string{"lartorget", "skolstaden", "hammarby", "studieskolen", "gateway"}

var formDay = date.Date{Year: 2026, Month: 11, Day: 22}

// A filled form is one that somebody has sent.
type filled struct {
	form, event string
	tag         locale.Tag
	right       []form.Value // received
	wrong       map[string]string
}

// filledForms holds a submission of every form, by system. Each wrong entry is
// one answer in another way, "field=answer", with the problems that it gives,
// each as its code and field.
var filledForms = map[string][]filled{
	"lartorget":    lartorgetFilled,
	"skolstaden":   skolstadenFilled,
	"hammarby":     hammarbyFilled,
	"studieskolen": studieskolenFilled,
	"gateway":      gatewayFilled,
}

// answers makes values out of names and texts, in turn.
func answers(pairs ...string) []form.Value {
	var values []form.Value
	for i := 0; i < len(pairs); i += 2 {
		values = append(values, form.Value{Name: pairs[i], Text: pairs[i+1]})
	}
	return values
}

// changed gives the values with another answer in one field; no answer takes the
// field away.
func changed(values []form.Value, name, text string) []form.Value {
	values = slices.DeleteFunc(slices.Clone(values), func(v form.Value) bool { return v.Name == name })
	if text == "" {
		return values
	}
	return append(values, form.Value{Name: name, Text: text})
}

// policies holds what [policyOf] has read: the tests of forms only look at it.
var policies = map[string]*policy.Document{}

// put gives the policy of a system as it is put right.
func policyOf(t *testing.T, system string) *policy.Document {
	t.Helper()
	if policies[system] == nil {
		policies[system] = load(t, filepath.Join(system, "policy.yaml"))
	}
	return policies[system]
}

// asks derives a form of a system's policy.
func asks(t *testing.T, system, id, event string, tag locale.Tag) *form.Definition {
	t.Helper()
	d, err := form.Derive(policyOf(t, system), id, form.Context{Language: tag, Event: event})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// send checks what was sent, and gives what is kept and each problem as its
// code and field.
func send(d *form.Definition, values []form.Value) (*form.Submission, []string) {
	var s form.Submission
	var problems []string
	for _, p := range d.Check(values, formDay, &s) {
		problems = append(problems, string(p.Code)+" "+p.Field)
	}
	return &s, problems
}

// received checks that the form is received, and gives what is kept.
func received(t *testing.T, d *form.Definition, values []form.Value) *form.Submission {
	t.Helper()
	s, problems := send(d, values)
	if len(problems) > 0 {
		t.Errorf("%s in %s: %v", d.Form, d.Language, problems)
	}
	return s
}

// contexts goes through every form in every language and for every event.
func contexts(t *testing.T, see func(t *testing.T, doc *policy.Document, d *form.Definition, event string)) {
	for _, system := range systems {
		doc := policyOf(t, system)
		events := []string{""}
		for i := range doc.Scopes {
			if doc.Scopes[i].Kind == policy.EventScope {
				events = append(events, doc.Scopes[i].ID)
			}
		}
		for i := range doc.Forms {
			for _, tag := range doc.Languages {
				for _, event := range events {
					name := strings.Join([]string{system, doc.Forms[i].ID, string(tag), event}, "/")
					t.Run(name, func(t *testing.T) {
						d, err := form.Derive(doc, doc.Forms[i].ID, form.Context{Language: tag, Event: event})
						if err != nil {
							t.Fatal(err)
						}
						see(t, doc, d, event)
					})
				}
			}
		}
	}
}

func TestFormsSayEverything(t *testing.T) {
	contexts(t, func(t *testing.T, doc *policy.Document, d *form.Definition, event string) {
		if event == "" && len(d.Fields) == 0 {
			t.Error("the form asks for nothing")
		}
		if d.Title == "" || d.Submit == "" || d.Received == "" {
			t.Errorf("title %q, button %q, received %q", d.Title, d.Submit, d.Received)
		}
		for i := range d.Groups {
			if d.Groups[i].Label == "" {
				t.Errorf("the group %s has no heading", d.Groups[i].ID)
			}
		}
		for i := range d.Fields {
			f := &d.Fields[i]
			if f.Label == "" || f.Control == "" || f.MaxLength == 0 && f.Consent == nil {
				t.Errorf("%s: label %q, control %q, at most %d characters", f.Name, f.Label, f.Control, f.MaxLength)
			}
			if missing := unsaid(f); missing != "" {
				t.Errorf("%s: %s", f.Name, missing)
			}
			if f.Datum != "" && doc.Datum(f.Datum).About != policy.AboutOrganisation && (len(f.Reason.Purposes) == 0 || len(f.Reason.Basis) == 0 || len(f.Reason.Kept) == 0) {
				t.Errorf("%s leads to no purpose, basis or retention: %+v", f.Name, f.Reason)
			}
		}
	})
}

// unsaid tells what people would miss in a field.
func unsaid(f *form.Field) string {
	labels := map[string]bool{}
	for _, o := range f.Options {
		if o.Value == "" || o.Label == "" || labels[o.Label] {
			return "the choice " + o.Value + " has no label of its own"
		}
		labels[o.Label] = true
	}
	chooses := slices.Contains([]policy.Control{policy.SelectControl, policy.RadioControl, policy.CheckboxesControl, policy.CountryControl}, f.Control)
	numbered := slices.Contains([]policy.Control{policy.NationalNumberControl, policy.OrgNumberControl, policy.PostalCodeControl}, f.Control)
	switch {
	case chooses != (len(f.Options) > 0):
		return "choices where there are none, or none where there are"
	case numbered != (len(f.Numbers) > 0):
		return "a number of no kind"
	case f.Control == policy.FileControl && (len(f.Accept) == 0 || f.MaxBytes == 0):
		return "a file of any type and size"
	case f.Consent != nil && (f.Consent.Text == "" || f.Consent.Instead == "" || f.Consent.Withdraw == ""):
		return "a consent without statement, alternative or withdrawal"
	case f.Consent != nil && f.Required:
		return "a consent that must be answered"
	case f.Consent == nil && (locale.Small(f.Label) != f.Label || strings.ContainsAny(f.Label[len(f.Label)-1:], ".:?")):
		return "the label does not fit into a sentence: " + f.Label
	case strings.HasSuffix(f.Missing, "."):
		return "a message that ends with a point"
	case f.Hint != "" && !strings.HasSuffix(f.Hint, "."):
		return "a hint that is no sentence"
	}
	return ""
}

// What a condition names is a field of the form, and an answer that it offers.
func TestFormConditionsCanHold(t *testing.T) {
	contexts(t, func(t *testing.T, _ *policy.Document, d *form.Definition, _ string) {
		var conditions []*form.Condition
		for i := range d.Fields {
			if f := &d.Fields[i]; f.If != nil {
				conditions = append(conditions, f.If)
			}
			for _, g := range d.Groups {
				if g.ID == d.Fields[i].Group && g.If != nil {
					conditions = append(conditions, g.If)
				}
			}
		}
		for _, c := range conditions {
			f := d.Field(c.Field)
			if f == nil {
				t.Errorf("there is no field %s", c.Field)
				continue
			}
			for _, answer := range c.Is {
				offered := f.Consent != nil && (answer == form.Yes || answer == form.No)
				for _, o := range f.Options {
					offered = offered || o.Value == answer
				}
				if !offered {
					t.Errorf("%s does not offer %q", c.Field, answer)
				}
			}
		}
	})
}

func TestFormsThroughJSON(t *testing.T) {
	contexts(t, func(t *testing.T, _ *policy.Document, d *form.Definition, _ string) {
		data := d.AppendJSON(nil)
		read, err := form.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(data), string(read.AppendJSON(nil))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

func TestFormsAreReceived(t *testing.T) {
	for _, system := range systems {
		filled := map[string]bool{}
		for _, f := range filledForms[system] {
			filled[f.form] = true
			t.Run(system+"/"+f.form, func(t *testing.T) {
				d := asks(t, system, f.form, f.event, f.tag)
				s := received(t, d, f.right)
				if len(s.Dropped()) > 0 {
					t.Errorf("dropped: %v", s.Dropped())
				}
				for _, v := range f.right {
					if !s.Has(v.Name) {
						t.Errorf("%s is not kept", v.Name)
					}
				}
				for change, want := range f.wrong {
					name, text, _ := strings.Cut(change, "=")
					if _, problems := send(d, changed(f.right, name, text)); strings.Join(problems, ", ") != want {
						t.Errorf("%s: got %v, want %s", change, problems, want)
					}
				}
			})
		}
		doc := policyOf(t, system)
		for i := range doc.Forms {
			if !filled[doc.Forms[i].ID] {
				t.Errorf("%s: nobody fills in %s", system, doc.Forms[i].ID)
			}
		}
	}
}

// A required field that is left empty is told of, in every language.
func TestRequiredFieldsAreMissed(t *testing.T) {
	contexts(t, func(t *testing.T, _ *policy.Document, d *form.Definition, _ string) {
		var s form.Submission
		told := map[string]string{}
		for _, p := range d.Check(nil, formDay, &s) {
			for _, name := range append([]string{p.Field}, p.Others...) {
				told[name] = p.Message
			}
		}
		for i := range d.Fields {
			f := &d.Fields[i]
			depends := f.If != nil || len(f.NeedsYes) > 0 || slices.ContainsFunc(d.Groups, func(g form.Group) bool { return g.ID == f.Group && g.If != nil })
			if want := f.Required && !depends; want != (told[f.Name] != "") {
				t.Errorf("%s: required %v, told %q", f.Name, want, told[f.Name])
			}
			if alone := f.OneOf == "" || len(choice(d, f.OneOf)) == 1; alone && f.Missing != "" && f.Required && !depends && told[f.Name] != f.Missing {
				t.Errorf("%s: got %q, want %q", f.Name, told[f.Name], f.Missing)
			}
		}
	})
}

// choice names the fields of which only one is to be filled in, those aside that
// depend on another answer.
func choice(d *form.Definition, oneOf string) []string {
	var names []string
	for i := range d.Fields {
		if f := &d.Fields[i]; f.OneOf == oneOf && f.If == nil {
			names = append(names, f.Name)
		}
	}
	return names
}

// What may reveal a special category is not kept before every yes.
func TestSensitiveValuesNeedAYes(t *testing.T) {
	sensitive := 0
	for _, system := range systems {
		for _, f := range filledForms[system] {
			d := asks(t, system, f.form, f.event, f.tag)
			for i := range d.Fields {
				if field := &d.Fields[i]; len(field.NeedsYes) > 0 {
					sensitive++
					t.Run(system+"/"+f.form+"/"+field.Name, func(t *testing.T) { needsYes(t, d, field, f.right) })
				}
			}
		}
	}
	if sensitive != 3 {
		t.Errorf("%d sensitive fields, want diet, accessibility and the declaration", sensitive)
	}
}

func needsYes(t *testing.T, d *form.Definition, f *form.Field, right []form.Value) {
	if s := received(t, d, right); !s.Has(f.Name) {
		t.Fatalf("with every yes %s is not kept", f.Name)
	}
	for _, consent := range f.NeedsYes {
		for _, answer := range []string{"", form.No} {
			s := received(t, d, changed(right, consent, answer))
			if s.Has(f.Name) || s.Text(consent) != form.No || strings.Contains(string(s.AppendJSON(nil)), `"`+f.Name+`":`) {
				t.Errorf("without %s the answer is kept", consent)
			}
			if want := []form.Drop{{Field: f.Name, Why: form.NoConsent}}; !slices.Equal(s.Dropped(), want) {
				t.Errorf("without %s: dropped %v, want %v", consent, s.Dropped(), want)
			}
		}
	}
	if d.First().Field(f.Name) != nil {
		t.Error("the first page asks for it")
	}
}

// Without script the sensitive fields come on a second page, and only those that
// have got their yes. What both pages keep is what one page keeps.
func TestTwoPagesKeepTheSame(t *testing.T) {
	for _, system := range systems {
		for _, f := range filledForms[system] {
			t.Run(system+"/"+f.form, func(t *testing.T) {
				d := asks(t, system, f.form, f.event, f.tag)
				whole := received(t, d, f.right)
				kept := map[string]bool{}
				parts := []*form.Definition{d.First()}
				first := received(t, parts[0], f.right)
				if second := d.Second(first); second != nil {
					parts = append(parts, second)
				}
				for _, part := range parts {
					for name := range received(t, part, f.right).Names() {
						if kept[name] {
							t.Errorf("both pages ask for %s", name)
						}
						kept[name] = true
					}
				}
				for name := range whole.Names() {
					if !kept[name] {
						t.Errorf("no page keeps %s", name)
					}
					delete(kept, name)
				}
				if len(kept) > 0 {
					t.Errorf("the pages keep more: %v", kept)
				}
			})
		}
	}
}

// The submissions that stand beside the policies, for those who try the program.
func TestSubmissionFiles(t *testing.T) {
	for _, system := range systems {
		for _, kind := range []string{"right", "wrong"} {
			files, err := filepath.Glob(filepath.Join(system, "submissions", "*-"+kind+".json"))
			if err != nil || len(files) != 1 {
				t.Errorf("%s: %d submissions that are %s, want one", system, len(files), kind)
			}
			for _, name := range files {
				t.Run(name, func(t *testing.T) {
					id := strings.TrimSuffix(filepath.Base(name), "-"+kind+".json")
					_, problems := send(asks(t, system, id, "", ""), readSubmission(t, name))
					if (len(problems) == 0) != (kind == "right") {
						t.Errorf("problems: %v", problems)
					}
				})
			}
		}
	}
}

// readSubmission reads a JSON object of answers: a text, a list of texts, true
// or false for a consent, or what is known of a file.
func readSubmission(t *testing.T, name string) []form.Value {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var object map[string]any
	if err := json.Unmarshal(src, &object); err != nil {
		t.Fatal(err)
	}
	var values []form.Value
	for field, answer := range object {
		switch answer := answer.(type) {
		case string:
			values = append(values, form.Value{Name: field, Text: answer})
		case bool:
			values = append(values, form.Value{Name: field, Text: map[bool]string{true: form.Yes, false: form.No}[answer]})
		case []any:
			for _, one := range answer {
				values = append(values, form.Value{Name: field, Text: fmt.Sprint(one)})
			}
		case map[string]any:
			size, _ := answer["size"].(float64)
			values = append(values, form.Value{Name: field, Text: fmt.Sprint(answer["name"]), Type: fmt.Sprint(answer["type"]), Size: int(size)})
		default:
			t.Errorf("%s: an answer of no known shape", field)
		}
	}
	return values
}

// A formPoint is a point of the list that a form meets.
type formPoint struct {
	id    string
	meets func(t *testing.T)
}

// formPoints holds them by system. What the policy says on the same points
// stands in [points].
var formPoints = map[string][]formPoint{
	"lartorget":    lartorgetFormPoints,
	"skolstaden":   skolstadenFormPoints,
	"hammarby":     hammarbyFormPoints,
	"studieskolen": studieskolenFormPoints,
	"gateway":      gatewayFormPoints,
}

func TestFormPoints(t *testing.T) {
	for _, system := range systems {
		for _, p := range formPoints[system] {
			if !slices.ContainsFunc(points[system], func(q point) bool { return q.id == p.id }) {
				t.Errorf("%s is no point of %s", p.id, system)
			}
			t.Run(p.id, p.meets)
		}
	}
}
