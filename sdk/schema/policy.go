package schema

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/invopop/jsonschema"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

//go:generate go run ../../internal/gen/schema

// PolicyID identifies the schema of policies. It is a name; whoever publishes
// the schema may map it to an address of their own.
const PolicyID = "https://lagrum.example/schema/policy.json"

// EditorLine is the first line of a policy in YAML for editors that use the
// YAML language server. The schema then stands beside the policy, in a file of
// that name.
const EditorLine = "# yaml-language-server: $schema=policy.schema.json"

// Policy gives the JSON Schema of a policy, indented, with a line break at its
// end. It is the same at each call.
func Policy() []byte {
	reflector := jsonschema.Reflector{
		Anonymous:      true,
		ExpandedStruct: true,
		Mapper:         mapped,
		Namer:          named,
		LookupComment:  comment,
	}
	s := reflector.Reflect(policy.Document{})
	refine(s, reflect.TypeFor[policy.Document](), s.Definitions, map[reflect.Type]bool{})
	for name, definition := range definitions() {
		s.Definitions[name] = definition
	}
	s.Properties.Set("$schema", &jsonschema.Schema{
		Ref: "#/$defs/PlainText", Description: "The file or address of this schema, for editors. It says nothing of the policy.",
	})
	s.ID = PolicyID
	s.Title = "Lagrum policy"
	s.Comments = `Save this as policy.schema.json. Beside it, a policy in JSON begins with the member "$schema": "policy.schema.json", ` +
		"and one in YAML with the line: " + EditorLine
	return indented(s)
}

// indented writes a schema. That it can be written is tested.
func indented(s *jsonschema.Schema) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(s); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// mapped gives the schema of the types that are written otherwise than Go
// would have it.
func mapped(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[policy.Text]():
		return reference("Text")
	case reflect.TypeFor[date.Date]():
		return reference("Date")
	case reflect.TypeFor[date.Period]():
		return reference("Period")
	}
	return nil
}

// named is the name of a type's definition. Only structs have one. Other named
// types get their package with it, because the library takes the right that
// is a string in package law for the struct in package policy otherwise.
func named(t reflect.Type) string {
	if t.Kind() == reflect.Struct || t.Name() == "" {
		return t.Name()
	}
	return t.String()
}

// comment is the description of a type or of one of its fields.
func comment(t reflect.Type, field string) string {
	if t.PkgPath() != reflect.TypeFor[policy.Document]().PkgPath() {
		return ""
	}
	if field != "" {
		return comments()[t.Name()+"."+field]
	}
	return comments()[t.Name()]
}

func reference(definition string) *jsonschema.Schema {
	return &jsonschema.Schema{Ref: "#/$defs/" + definition}
}
