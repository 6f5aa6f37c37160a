package bind

import (
	"maps"
	"net/url"
	"reflect"
	"slices"

	"golang.org/x/text/unicode/norm"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
)

// A TypeError says that a struct cannot take the answers of a form. It is a
// mistake in the program, and holds nothing of what was sent.
type TypeError struct {
	Field  string // the struct field, as one writes it in Go: "Enrolment.Diet"
	Reason string // what is wrong with it
}

// Error says which field and what is wrong.
func (e *TypeError) Error() string { return "bind: " + e.Field + ": " + e.Reason }

// Values gives what a page sent as values for [form.Definition.Check]: in
// Unicode form NFC, by name, those of one name in their order. A file is not
// among them: its name, type and size come from the host.
func Values(values url.Values) []form.Value {
	var list []form.Value
	for _, name := range slices.Sorted(maps.Keys(values)) {
		for _, text := range values[name] {
			list = append(list, form.Value{Name: norm.NFC.String(name), Text: norm.NFC.String(text)})
		}
	}
	return list
}

// Decode checks what a page sent on the day, as [form.Definition.Check] does,
// and fills the struct that into points to. With problems, or an error, the
// struct is as it was.
//
// Each struct field whose tag names what a field of the form asks for gets its
// answer, or the zero value if there is none: what was dropped, because it was
// not asked for, is not in the struct. Struct fields for what the form does not
// ask for stay as they are, so that the two parts of a form
// ([form.Definition.First]) fill one struct.
//
// A struct field is a string, or of a string type; for a number also an
// integer or float; for a date also a [date.Date] or a [time.Time], at midnight
// UTC; for checkboxes a slice of strings; for a file a [form.File]; for a consent
// a bool, or an [Answer]; and for anything an [encoding.TextUnmarshaler]. Behind a
// pointer, nil is no answer.
//
// The error is a *TypeError if the struct does not fit the form. What a person
// typed and the struct field cannot hold, such as 2.5 for an int, is a problem
// and no error.
func Decode(d *form.Definition, values url.Values, day date.Date, into any) ([]form.Problem, error) {
	return decode(d, Values(values), day, into)
}

// DecodeJSON is [Decode] for answers in JSON, as [form.ReadValues] reads them.
// The error may also be one of that function.
func DecodeJSON(d *form.Definition, data []byte, day date.Date, into any) ([]form.Problem, error) {
	values, err := form.ReadValues(data)
	if err != nil {
		return nil, err
	}
	for i := range values {
		v := &values[i]
		v.Name, v.Text = norm.NFC.String(v.Name), norm.NFC.String(v.Text)
	}
	return decode(d, values, day, into)
}

func decode(d *form.Definition, values []form.Value, day date.Date, into any) ([]form.Problem, error) {
	p, err := planFor(d, into)
	if err != nil {
		return nil, err
	}
	var s form.Submission
	if problems := d.Check(values, day, &s); len(problems) > 0 {
		return problems, nil
	}
	return p.fill(&s), nil
}

// Fill fills the struct that into points to with what was kept of a submission,
// as [Decode] does. It is for a host that calls [form.Definition.Check] itself,
// with files or what a log-in filled in among the values.
func Fill(s *form.Submission, into any) ([]form.Problem, error) {
	if s == nil {
		return nil, &TypeError{Field: "submission", Reason: "there is none"}
	}
	p, err := planFor(s.Form(), into)
	if err != nil {
		return nil, err
	}
	return p.fill(s), nil
}

// A plan ties the fields of a struct to those of a form.
type plan struct {
	def  *form.Definition
	into reflect.Value
	ties []tie
}

type tie struct {
	member *member
	field  *form.Field
}

// planFor finds the field of the form for each field of the struct. All that can
// be wrong with the struct is found here, before anything is put into it.
func planFor(d *form.Definition, into any) (*plan, error) {
	v := reflect.ValueOf(into)
	if d == nil {
		return nil, &TypeError{Field: "form", Reason: "there is no definition"}
	}
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return nil, &TypeError{Field: "into", Reason: "it is not a pointer to a struct"}
	}
	all, err := members(v.Type())
	if err != nil {
		return nil, &TypeError{Field: nameOf(v.Type().Elem()), Reason: err.Error()}
	}
	p := &plan{def: d, into: v.Elem()}
	for i := range all {
		if err := p.tie(&all[i]); err != nil {
			return nil, err
		}
	}
	if len(p.ties) == 0 {
		return nil, &TypeError{Field: nameOf(v.Type().Elem()), Reason: `no field has a tag for what the form "` + d.Form + `" asks for`}
	}
	return p, nil
}

// tie finds the field of the form for a field of the struct, if there is one.
func (p *plan) tie(m *member) error {
	if m.text == "" || m.tag.none {
		return nil
	}
	if !m.tagged {
		return &TypeError{Field: m.path, Reason: malformed(m.text)}
	}
	var found *form.Field
	for i := range p.def.Fields {
		f := &p.def.Fields[i]
		if !m.tag.isFor(f) {
			continue
		}
		if found != nil {
			return &TypeError{Field: m.path, Reason: `the form "` + p.def.Form + `" has several fields for ` + m.tag.String() + `: write which, as in "` + m.text + `,field=` + f.Name + `"`}
		}
		found = f
	}
	if found == nil {
		return nil
	}
	switch {
	case !m.fillOne:
		return &TypeError{Field: m.path, Reason: "it cannot be filled: it is not exported, or in a list or map"}
	case !takes(m.typ, found.Control):
		return &TypeError{Field: m.path, Reason: m.typ.String() + " cannot hold " + m.tag.String() + ", which is asked for as " + string(found.Control)}
	}
	p.ties = append(p.ties, tie{m, found})
	return nil
}

// isFor reports whether the field of a form asks for what the tag names.
func (t tag) isFor(f *form.Field) bool {
	if t.field != "" && t.field != f.Name {
		return false
	}
	if t.consent != "" {
		return f.Consent != nil && f.Consent.ID == t.consent
	}
	return f.Consent == nil && f.Datum == t.datum
}

// fill puts the answers into the struct, all or none. The problems are those of
// answers that do not fit their types.
func (p *plan) fill(s *form.Submission) []form.Problem {
	made := make([]reflect.Value, len(p.ties))
	var problems []form.Problem
	for i, t := range p.ties {
		v, ok := convert(t.member.typ, t.field, s)
		if !ok {
			problems = append(problems, refuse(p.def, t.member.typ, t.field, s.Text(t.field.Name)))
		}
		made[i] = v
	}
	if len(problems) > 0 {
		return problems
	}
	for i, t := range p.ties {
		if to, ok := reach(p.into, t.member.index, made[i].IsZero()); ok {
			to.Set(made[i])
		}
	}
	return nil
}

// reach gives the field with the index, and makes the structs behind pointers on
// the way. It makes none only to hold nothing.
func reach(v reflect.Value, index []int, nothing bool) (reflect.Value, bool) {
	for i, n := range index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				if nothing {
					return v, false
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(n)
	}
	return v, true
}

// malformed says that a tag says nothing.
func malformed(text string) string {
	return `the tag ` + TagName + `:"` + text + `" is none: write the id of a datum, "consent=" and the id of a consent, or "-"`
}
