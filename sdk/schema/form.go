package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf16"

	"github.com/invopop/jsonschema"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Form gives the JSON Schema of what people send with a form, in the shape in
// which it is kept: that of [form.Submission.AppendJSON]. It is indented, with a
// line break at its end, and the same at each call.
//
// The schema and [form.Definition.Check] accept the same answers, but for what a
// schema cannot say. Check alone sees check digits, days that are in no calendar,
// bounds of days and numbers, what free text must not tell, and limits in bytes.
// It also takes other spellings, such as 31.1.2026 for a day, which it brings into
// the shape that the schema has.
//
// A field that is not asked for, after the other answers, and a name that the
// form does not have may hold anything: Check drops it and reports that.
func Form(d *form.Definition) []byte {
	x := former{def: d, shapes: jsonschema.Definitions{}}
	return escaped(indented(x.schema()))
}

// formComment is for those who meet the schema without this package.
const formComment = "The answers as they are kept. What is not asked for after the other answers is dropped, so it may hold anything. " +
	"Not said here, and checked on receipt: check digits, days that are in no calendar, bounds of days and numbers, and what free text must not tell."

// A former writes the schema of one form.
type former struct {
	def    *form.Definition
	shapes jsonschema.Definitions // what several fields share, as far as it is used
}

func (x *former) schema() *jsonschema.Schema {
	root := &jsonschema.Schema{
		Version: jsonschema.Version, Comments: formComment, Title: x.def.Title, Description: x.def.Intro,
		Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: x.shape("answer"), Definitions: x.shapes,
	}
	under := map[string]*jsonschema.Schema{} // what is asked for under a condition
	for _, f := range x.fields() {
		holds, ever := x.asked(f)
		if !ever {
			continue
		}
		at := root
		if len(holds) > 0 {
			key := holds.key()
			if under[key] == nil {
				under[key] = &jsonschema.Schema{Properties: jsonschema.NewProperties()}
				root.AllOf = append(root.AllOf, holds.then(under[key]))
			}
			at = under[key]
		}
		at.Properties.Set(f.Name, x.answer(f))
		if f.Required && f.OneOf == "" {
			at.Required = append(at.Required, f.Name)
		}
	}
	root.AllOf = append(root.AllOf, x.choices()...)
	return root
}

// fields gives the fields that can be answered: of two with one name, the first.
func (x *former) fields() []*form.Field {
	var list []*form.Field
	for i := range x.def.Fields {
		if f := &x.def.Fields[i]; x.def.Field(f.Name) == f {
			list = append(list, f)
		}
	}
	return list
}

// choices says of the fields of which only one is to be filled in that two of
// them are too many, and none too few if one is required.
func (x *former) choices() []*jsonschema.Schema {
	var rules []*jsonschema.Schema
	var done []string
	for _, f := range x.fields() {
		if f.OneOf == "" || slices.Contains(done, f.OneOf) {
			continue
		}
		done = append(done, f.OneOf)
		rules = append(rules, x.choice(f.OneOf)...)
	}
	return rules
}

// choice says so of the fields that share a name.
func (x *former) choice(name string) []*jsonschema.Schema {
	var rules []*jsonschema.Schema
	var fields []*form.Field
	var when []conditions // each of the fields is asked for
	for _, f := range x.fields() {
		holds, ever := x.asked(f)
		if f.OneOf != name || !ever {
			continue
		}
		for i, other := range fields {
			both := with(when[i].and(holds).schema(), other.Name, f.Name)
			rules = append(rules, &jsonschema.Schema{Not: both})
		}
		fields, when = append(fields, f), append(when, holds)
	}
	var done []string
	for i, f := range fields {
		if !f.Required || slices.Contains(done, when[i].key()) {
			continue
		}
		done = append(done, when[i].key())
		var given []*jsonschema.Schema
		for k, other := range fields {
			given = append(given, with(when[k].without(when[i]).schema(), other.Name))
		}
		rules = append(rules, when[i].then(&jsonschema.Schema{AnyOf: given}))
	}
	return rules
}

// answer is the schema of the answer to a field.
func (x *former) answer(f *form.Field) *jsonschema.Schema {
	s := x.control(f)
	s.Title, s.Description = f.Label, f.Hint
	return s
}

func (x *former) control(f *form.Field) *jsonschema.Schema {
	switch f.Control {
	case policy.EmailControl, policy.TelControl, policy.URLControl:
		return x.limited(string(f.Control), f)
	case policy.NumberControl, policy.DateControl:
		return x.shape(string(f.Control))
	case policy.SelectControl, policy.RadioControl, policy.CountryControl:
		return offered(f)
	case policy.CheckboxesControl:
		return &jsonschema.Schema{Type: "array", Items: offered(f), MinItems: length(1)}
	case policy.NationalNumberControl, policy.OrgNumberControl, policy.PostalCodeControl:
		if len(f.Numbers) == 0 {
			return x.limited("name", f)
		}
		return number(f)
	case policy.FileControl:
		return x.file(f)
	case policy.ConsentControl:
		return &jsonschema.Schema{Type: "boolean"}
	case policy.LongTextControl:
		return patterned(x.limited("lines", f), f.Pattern)
	}
	return patterned(x.limited("line", f), f.Pattern)
}

func (x *former) file(f *form.Field) *jsonschema.Schema {
	kind, size := &jsonschema.Schema{Type: "string"}, &jsonschema.Schema{Type: "integer", Minimum: "1", Maximum: largestFile}
	if len(f.Accept) > 0 {
		kind = &jsonschema.Schema{Enum: unique(f.Accept)}
	}
	if f.MaxBytes > 0 {
		size.Maximum = json.Number(strconv.Itoa(f.MaxBytes))
	}
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), Required: []string{"name", "type", "size"}}
	s.Properties.Set("name", x.limited("name", f))
	s.Properties.Set("type", kind)
	s.Properties.Set("size", size)
	return s
}

// shape refers to a shape that several fields share.
func (x *former) shape(name string) *jsonschema.Schema {
	x.shapes[name] = shapes()[name]
	return reference(name)
}

// escaped writes what cannot be seen with backslashes, inside the strings of
// JSON: the patterns name such characters.
func escaped(data []byte) []byte {
	var b bytes.Buffer
	for _, r := range string(data) {
		if unicode.IsPrint(r) || r == '\n' {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.Bytes()
}
