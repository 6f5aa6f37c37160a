package schema

import (
	"slices"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
)

// conditions must all hold for a field to be asked for.
type conditions []condition

// A condition holds where a field has one of some answers.
type condition struct {
	field    string
	is       []string           // the answers; none stands for any
	answer   *jsonschema.Schema // the same as a schema; nil for any
	required bool               // without an answer it does not hold
}

// key is the same for the same conditions.
func (c conditions) key() string {
	var b strings.Builder
	for _, one := range c {
		b.WriteString(one.field + "\x00" + strings.Join(one.is, "\x01") + "\x02")
	}
	return b.String()
}

// and gives the conditions with those others that are not among them.
func (c conditions) and(others conditions) conditions {
	return append(c[:len(c):len(c)], others.without(c)...)
}

// without gives the conditions that are not among the others.
func (c conditions) without(others conditions) conditions {
	return slices.DeleteFunc(slices.Clone(c), func(one condition) bool {
		return slices.ContainsFunc(others, func(other condition) bool { return other.field == one.field && slices.Equal(other.is, one.is) })
	})
}

// schema is what the answers must be for the conditions to hold.
func (c conditions) schema() *jsonschema.Schema {
	s := &jsonschema.Schema{}
	for _, one := range c {
		if one.required {
			with(s, one.field)
		}
		if one.answer == nil {
			continue
		}
		answer := one.answer
		if s.Properties == nil {
			s.Properties = jsonschema.NewProperties()
		}
		if before, ok := s.Properties.Get(one.field); ok {
			answer = &jsonschema.Schema{AllOf: []*jsonschema.Schema{before, answer}}
		}
		s.Properties.Set(one.field, answer)
	}
	return s
}

// then gives the schema, if the conditions hold.
func (c conditions) then(s *jsonschema.Schema) *jsonschema.Schema {
	if len(c) == 0 {
		return s
	}
	return &jsonschema.Schema{If: c.schema(), Then: s}
}

// with asks for answers to the fields too.
func with(s *jsonschema.Schema, names ...string) *jsonschema.Schema {
	for _, name := range names {
		if !slices.Contains(s.Required, name) {
			s.Required = append(s.Required, name)
		}
	}
	return s
}

// meets is the condition that the field has one of the answers, and false if it
// can have none of them.
func meets(f *form.Field, is []string) (c condition, ever bool) {
	c = condition{field: f.Name, is: is, required: true}
	switch {
	case f.Control == policy.ConsentControl:
		return c.consent(f)
	case len(is) == 0:
	case f.Control == policy.CheckboxesControl:
		c.answer = &jsonschema.Schema{Contains: &jsonschema.Schema{Enum: unique(is)}}
	case f.Control == policy.FileControl:
		c.answer = &jsonschema.Schema{Properties: jsonschema.NewProperties()}
		c.answer.Properties.Set("name", &jsonschema.Schema{Enum: unique(is)})
	default:
		c.answer = &jsonschema.Schema{Enum: unique(is)}
	}
	return c, true
}

// consent is meets for a consent. One that nobody is made to answer is a no if
// it is left out.
func (c condition) consent(f *form.Field) (condition, bool) {
	yes := len(c.is) == 0 || slices.Contains(c.is, form.Yes)
	no := len(c.is) == 0 || slices.Contains(c.is, form.No)
	if yes != no {
		c.answer = &jsonschema.Schema{Const: yes}
	}
	c.required = !no || f.Required
	return c, yes || no
}

// asked gives what must hold for the field to be asked for, with what must hold
// for the fields that it depends on, and false if it is never asked for.
func (x *former) asked(f *form.Field) (conditions, bool) { return x.follow(nil, f, nil) }

// follow adds to the conditions those of the field. The trail holds the fields on
// the way here; to meet one of them again is a circle, which no answer opens.
func (x *former) follow(all conditions, f *form.Field, trail []*form.Field) (conditions, bool) {
	if slices.Contains(trail, f) {
		return nil, false
	}
	for _, c := range x.own(f) {
		other := x.def.Field(c.Field)
		if other == nil {
			return nil, false
		}
		var ever bool
		if all, ever = x.follow(all, other, append(trail, f)); !ever {
			return nil, false
		}
		next, ever := meets(other, c.Is)
		if !ever {
			return nil, false
		}
		if next.answer != nil || next.required {
			all = all.and(conditions{next})
		}
	}
	return all, true
}

// own lists what the field itself depends on.
func (x *former) own(f *form.Field) []form.Condition {
	var list []form.Condition
	if f.If != nil {
		list = append(list, *f.If)
	}
	for i := range x.def.Groups {
		if g := &x.def.Groups[i]; g.ID == f.Group {
			if g.If != nil {
				list = append(list, *g.If)
			}
			break
		}
	}
	for _, name := range f.NeedsYes {
		list = append(list, form.Condition{Field: name, Is: []string{form.Yes}})
	}
	return list
}
