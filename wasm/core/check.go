package core

import (
	"slices"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/form"
)

// check checks what was filled in. The request has the form, values, and day, on
// which the person fills it in. What comes back has problems, answers and dropped as
// package form writes them, and second: the names of the fields of the second part,
// if the form has one and no problem is left.
//
// With field, the name of one, there is nothing but problems: those of this field.
func (r *request) check() []byte {
	d, values, day := r.definition(), r.values("values"), r.day("day")
	if r.fault != "" {
		return nil
	}
	var s form.Submission
	problems := d.Check(values, day, &s)
	w := wire.NewWriter(nil).BeginObject()
	if name, ok := r.Get("field").Str(); ok {
		r.blame("field", d.Field(name) != nil)
		problems = slices.DeleteFunc(problems, func(p form.Problem) bool { return p.Field != name && !slices.Contains(p.Others, name) })
		return w.Key("problems").Raw(string(form.AppendProblems(nil, problems))).EndObject().Bytes()
	}
	w.Key("problems").Raw(string(form.AppendProblems(nil, problems)))
	w.Key("answers").Raw(string(s.AppendJSON(nil)))
	w.Key("dropped").Raw(string(form.AppendDrops(nil, s.Dropped())))
	if second := d.Second(&s); second != nil && len(problems) == 0 {
		w.Key("second").BeginArray()
		for i := range second.Fields {
			w.String(second.Fields[i].Name)
		}
		w.EndArray()
	}
	return w.EndObject().Bytes()
}

// values reads answers. Without any there are none.
func (r *request) values(name string) []form.Value {
	n := r.Get(name)
	if n.Kind == wire.Missing {
		return nil
	}
	values, err := form.ValuesOf(n)
	r.blame(name, err == nil)
	return values
}
