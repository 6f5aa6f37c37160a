package schema

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"
	"github.com/invopop/jsonschema"

	"github.com/lagrum/lagrum/sdk/policy"
)

// refine adds to the schema of a struct, and of those that it leads to, what
// the validate tags of its fields say.
func refine(s *jsonschema.Schema, t reflect.Type, all jsonschema.Definitions, done map[reflect.Type]bool) {
	if done[t] {
		return
	}
	done[t] = true
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		property, _ := s.Properties.Get(name)
		typ, rule := f.Type, strings.TrimPrefix(f.Tag.Get("validate"), "omitempty,")
		if typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() == reflect.Slice {
			typ, rule, property = typ.Elem(), strings.TrimPrefix(rule, "dive,"), property.Items
		}
		switch {
		case property.Type == "string":
			restrict(property, rule)
		case typ.Kind() == reflect.Struct && all[typ.Name()] != nil:
			refine(all[typ.Name()], typ, all, done)
		}
	}
}

// restrict writes the format of a string into its schema.
func restrict(s *jsonschema.Schema, rule string) {
	s.Type = ""
	name, words, _ := strings.Cut(rule, "=")
	switch name {
	case "":
		s.Ref = "#/$defs/PlainText"
	case "oneof":
		s.Enum = list(strings.Fields(words))
	case "slug":
		s.Ref = "#/$defs/ID"
	case "actid":
		s.Ref = "#/$defs/ActID"
	case "jurisdiction":
		s.AnyOf = []*jsonschema.Schema{reference("Country"), {Const: "EU"}}
	case "iso3166_1_alpha2":
		s.Ref = "#/$defs/Country"
	case "bcp47":
		s.Ref = "#/$defs/Language"
	case "identkind":
		s.Enum = list(policy.NationalNumbers())
	case "numberkind":
		s.Enum = list(policy.Numbers())
	case "numberseries":
		s.Enum = list(policy.NumberSeries())
	case "curie":
		s.Type, s.Pattern = "string", `^[a-z][a-z0-9-]*:[A-Za-z][A-Za-z0-9_-]*$`
	case "email":
		s.Type, s.Format = "string", "email"
		s.Pattern = `^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$`
	case "http_url":
		s.Type, s.Format = "string", "uri"
		s.Pattern = `^[Hh][Tt][Tt][Pp][Ss]?://[^/?#\s]`
	default:
		panic(fmt.Sprintf("schema: the model has a format that is not known here: %s", rule))
	}
}

// countries are the codes of ISO 3166-1 as package validator knows them, which
// is what policies are read with. It has no list to give, so all pairs of
// letters are tried, once.
var countries = sync.OnceValue(func() []string {
	var codes []string
	v := validator.New()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if code := string([]rune{a, b}); v.Var(code, "iso3166_1_alpha2") == nil {
				codes = append(codes, code)
			}
		}
	}
	return codes
})

// language is a tag of the form that package locale reads, in canonical case.
const language = `^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$`

// definitions are the schemas that fields of several types share.
func definitions() jsonschema.Definitions {
	return jsonschema.Definitions{
		"Text": {
			Description: "A text: a mapping from language to text, or a plain text that is the same in all languages.",
			OneOf: []*jsonschema.Schema{reference("PlainText"), {
				Type: "object", PropertyNames: reference("Language"), AdditionalProperties: reference("PlainText"),
			}},
		},
		"PlainText": {
			Description: "Text, taken as it is written. Digits need no quotation marks.",
			Extras:      types("string", "number", "boolean"),
		},
		"ID": {
			Description: "A name in lower-case letters, digits and single hyphens.",
			Pattern:     `^[a-z0-9]+(-[a-z0-9]+)*$`, Minimum: "0", Examples: []any{"exam-results"},
			Extras: types("string", "integer", "boolean"), // "id: 2026" is text too
		},
		"ActID": {
			Description: "A name in capital letters, digits and single hyphens.",
			Pattern:     `^[A-Z0-9]+(-[A-Z0-9]+)*$`, Minimum: "0", Examples: []any{"SE-SKOL"},
			Extras: types("string", "integer"),
		},
		"Language": {
			Description: "A language as BCP 47 names it, in the usual case.",
			Type:        "string", Pattern: language, Examples: []any{"sv", "nn", "sv-FI"},
		},
		"Country": {
			Description: "A country code (ISO 3166-1 alpha-2).",
			Enum:        list(countries()),
		},
		"Date": day(),
		"Period": {
			Description: "A length of time (ISO 8601): P5Y, P1Y6M, P2W, P14D.",
			Type:        "string", Pattern: period, Examples: []any{"P5Y", "P14D"},
		},
	}
}

// day is a day of the calendar. The pattern is for those who read no formats.
func day() *jsonschema.Schema {
	return &jsonschema.Schema{
		Description: "A day, as 2026-01-31.",
		Type:        "string", Format: "date", Pattern: `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`,
		Examples: []any{"2026-01-31"},
	}
}

// period is one unit at least, in the order of years, months, weeks and days.
const period = `^P([0-9]{1,4}Y([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,4}D)?|` +
	`[0-9]{1,4}M([0-9]{1,4}W)?([0-9]{1,4}D)?|[0-9]{1,4}W([0-9]{1,4}D)?|[0-9]{1,4}D)$`

// types is the keyword type with several types, for which the library has no field.
func types(names ...string) map[string]any { return map[string]any{"type": list(names)} }

func list(words []string) []any {
	l := make([]any, len(words))
	for i, w := range words {
		l[i] = w
	}
	return l
}
