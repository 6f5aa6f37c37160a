package schema_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/schema"
)

// compile gives the schema to another implementation than the one that wrote
// it, which checks it against the metaschema of its draft.
func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.Policy()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(schema.PolicyID, document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(schema.PolicyID)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// read gives the values of a YAML file as the core schema of YAML 1.2 has them,
// which is what editors take them for.
func read(t *testing.T, src []byte) any {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal(src, &root); err != nil {
		t.Fatal(err)
	}
	return value(root.Content[0])
}

func value(n *yaml.Node) any {
	switch n.Kind {
	case yaml.AliasNode:
		return value(n.Alias)
	case yaml.SequenceNode:
		list := []any{}
		for _, entry := range n.Content {
			list = append(list, value(entry))
		}
		return list
	case yaml.MappingNode:
		members := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			members[n.Content[i].Value] = value(n.Content[i+1])
		}
		return members
	}
	switch n.Tag {
	case "!!null":
		return nil
	case "!!bool":
		return n.Value == "true"
	case "!!int", "!!float":
		if number := json.Number(n.Value); json.Valid([]byte(number)) {
			return number
		}
		return json.Number("1") // such as 0x10 or .inf: a number all the same
	}
	return n.Value
}

func TestSchemaIsASchema(t *testing.T) {
	compile(t)
	metaschema, err := jsonschema.NewCompiler().Compile("https://json-schema.org/draft/2020-12/schema")
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.Policy()))
	if err != nil {
		t.Fatal(err)
	}
	if err := metaschema.Validate(document); err != nil {
		t.Error(err)
	}
	if !bytes.Equal(schema.Policy(), schema.Policy()) {
		t.Error("two calls give two schemas")
	}
}

func TestExamplesFollowTheSchema(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	names, err := policyFiles(root)
	if err != nil || len(names) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	s := compile(t)
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(read(t, src)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSpecimensFollowTheSchema(t *testing.T) {
	s := compile(t)
	for name, src := range map[string][]byte{
		"ordinary": specimen.Policy(20), "full": specimen.File(specimen.Full()), "hostile": specimen.HostileFile(),
	} {
		if err := s.Validate(read(t, src)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Every key of the model is explained.
func TestEveryPropertyHasADescription(t *testing.T) {
	type definition struct {
		Properties map[string]struct{ Description string }
	}
	var all struct {
		definition
		Defs map[string]definition `json:"$defs"`
	}
	if err := json.Unmarshal(schema.Policy(), &all); err != nil {
		t.Fatal(err)
	}
	all.Defs["Document"] = all.definition
	count := 0
	for name, d := range all.Defs {
		for key, p := range d.Properties {
			if count++; p.Description == "" {
				t.Errorf("%s of %s", key, name)
			}
		}
	}
	if count < 200 {
		t.Errorf("%d properties, want the whole model", count)
	}
}

// What is accepted by the schema and by the loader.
func TestSchemaAndLoaderAgree(t *testing.T) {
	s := compile(t)
	for _, c := range []struct {
		src    string
		accept bool
	}{
		{"id: evening-school", true},
		{"id: Evening_School", false},
		{"id: evening--school", false},
		{"id: 2026", true},
		{"id: -1", false},
		{"id: ''", false},
		{"id: null", false},
		{"id: [a]", false},
		{"$schema: policy.schema.json", true},
		{`{"$schema": "https://lagrum.example/schema/policy.json", "id": "a"}`, true},
		{"$schema: [a]", false},
		{"$schema:", false},
		{"parties: [{$schema: a}]", false},
		{"version: 1.10", true},
		{"version: true", true},
		{"version: ''", true},
		{"version:", false},
		{"titel: a", false},
		{"title: a", true},
		{"title: 7", true},
		{"title: {}", true},
		{"title: {sv: a, sv-FI: b, zh-Hant-TW: c, es-419: d, mul: e}", true},
		{"title: {SV: a}", false},
		{"title: {swedish: a}", false},
		{"title: {sv: [a]}", false},
		{"title: {sv: null}", false},
		{"title: [a]", false},
		{"effectiveFrom: 2026-09-01", true},
		{"effectiveFrom: 2026-02-30", false},
		{"effectiveFrom: 2026-9-1", false},
		{"effectiveFrom: 2026-09-01T00:00:00Z", false},
		{"effectiveFrom: ''", false},
		{"effectiveFrom: 2026", false},
		{"languages: [sv, nn]", true},
		{"languages: [SV]", false},
		{"languages: sv", false},
		{"jurisdiction: EU", true},
		{"jurisdiction: NO", true},
		{"jurisdiction: AX", true},
		{"jurisdiction: XX", false},
		{"jurisdiction: Sweden", false},
		{"asPublished: true", true},
		{"asPublished: yes", false},
		{"asPublished: 'true'", false},
		{"acts: [{id: SE-SKOL}, {id: 2026}]", true},
		{"acts: [{id: se-skol}]", false},
		{"acts: [{url: 'https://school.example/a?b=c#d'}]", true},
		{"acts: [{url: 'javascript:alert(1)'}]", false},
		{"acts: [{url: 'https://'}]", false},
		{"acts: [{url: school.example}]", false},
		{"parties: []", true},
		{"parties: {}", false},
		{"parties: [{}]", true},
		{"parties: [school]", false},
		{"parties: [{country: NO, signsAgreements: no}]", true},
		{"parties: [{country: EU}]", false},
		{"parties: [{email: registrar@school.example}]", true},
		{"parties: [{email: registrar}]", false},
		{"parties: [{email: 'a b@school.example'}]", false},
		{"parties: [{phone: 0101234567, orgNumber: 0016}]", true},
		{"parties: [{address: {zip: '1'}}]", false},
		{"parties: [{kind: legal-entity}]", true},
		{"parties: [{kind: person}]", false},
		{"data: [{nationalNumber: se.personnummer}]", true},
		{"data: [{nationalNumber: personnummer}]", false},
		{"data: [{term: dpv:Student}]", true},
		{"data: [{term: Student}]", false},
		{"data: [{reveals: [{category: health, strength: strong}]}]", true},
		{"data: [{reveals: [{category: health, strength: none}]}]", false},
		{"data: [{reveals: [{category: health, strength: 3}]}]", false},
		{"purposes: [{id: a, parts: [{id: b, parts: [{id: c}]}]}]", true},
		{"purposes: [{id: a, parts: [{id: b, parts: [{no: c}]}]}]", false},
		{"retention: [{period: P1Y2M3W4D}, {period: P0D}, {period: P14D}, {period: P6M}]", true},
		{"retention: [{period: P}]", false},
		{"retention: [{period: P1M1Y}]", false},
		{"retention: [{period: PT1H}]", false},
		{"retention: [{period: P12345D}]", false},
		{"consents: [{givenBy: [ticking, signing]}]", true},
		{"consents: [{givenBy: [nodding]}]", false},
		{"children: {intro: {sv: Hej}}", true},
		{"children: Hej", false},
		{"[]", false},
		{"a policy", false},
	} {
		loaded := len(policyfile.Parse("", []byte(c.src)).Findings) == 0
		followed := s.Validate(read(t, []byte(c.src))) == nil
		if loaded != c.accept || followed != c.accept {
			t.Errorf("%s: the loader says %v, the schema %v, want %v", c.src, loaded, followed, c.accept)
		}
	}
}

// Each place of the model gets each kind of value. Schema and loader must say
// the same to all of them.
func TestSchemaAndLoaderAgreeEverywhere(t *testing.T) {
	s := compile(t)
	values := []any{nil, true, json.Number("7"), "", "some words", []any{}, []any{"a"}, map[string]any{}, map[string]any{"zz": "a"}, map[string]any{"sv": "a"}}
	seen := map[string]bool{}
	checked := 0
	places(read(t, specimen.File(specimen.Full())), nil, func(place []string) {
		key := strings.Join(place, "/")
		if seen[key] {
			return
		}
		seen[key] = true
		for _, v := range values {
			policy := at(place, v)
			src, err := json.Marshal(policy)
			if err != nil {
				t.Fatal(err)
			}
			checked++
			loaded := len(policyfile.Parse("", src).Findings) == 0
			if followed := s.Validate(policy) == nil; loaded != followed {
				t.Errorf("%s: the loader says %v, the schema %v", src, loaded, followed)
			}
		}
	})
	if checked < 3000 {
		t.Errorf("%d values tried, want the whole model", checked)
	}
}

// places calls visit with the way to every value: the keys, and "" for an entry
// of a list.
func places(v any, way []string, visit func([]string)) {
	if len(way) > 0 {
		visit(way)
	}
	switch v := v.(type) {
	case map[string]any:
		for key, member := range v {
			places(member, append(way[:len(way):len(way)], key), visit)
		}
	case []any:
		if len(v) > 0 {
			places(v[0], append(way[:len(way):len(way)], ""), visit)
		}
	}
}

// at is the smallest policy with the value at a place.
func at(way []string, v any) any {
	for i := len(way) - 1; i >= 0; i-- {
		if way[i] == "" {
			v = []any{v}
		} else {
			v = map[string]any{way[i]: v}
		}
	}
	return v
}

// What an editor reads in the schema itself, to begin a policy with.
func TestSchemaTellsHowToNameIt(t *testing.T) {
	var s struct {
		Comment string `json:"$comment"`
	}
	if err := json.Unmarshal(schema.Policy(), &s); err != nil {
		t.Fatal(err)
	}
	want := `Save this as policy.schema.json. Beside it, a policy in JSON begins with the member "$schema": "policy.schema.json", ` +
		"and one in YAML with the line: # yaml-language-server: $schema=policy.schema.json"
	if diff := cmp.Diff(want, s.Comment); diff != "" {
		t.Errorf("comment (-want +got):\n%s", diff)
	}
	if !strings.Contains(string(schema.Policy()), `"$id": "`+schema.PolicyID+`"`) {
		t.Error("the schema has another $id")
	}
}

// The loader names the identification numbers that it reads where it meets
// another; the schema lists the same.
func TestIdentificationNumbersAreTheSame(t *testing.T) {
	var all struct {
		Defs map[string]struct {
			Properties map[string]struct{ Enum []string }
		} `json:"$defs"`
	}
	if err := json.Unmarshal(schema.Policy(), &all); err != nil {
		t.Fatal(err)
	}
	kinds := all.Defs["Datum"].Properties["nationalNumber"].Enum
	findings := policyfile.Parse("", []byte("data: [{nationalNumber: other}]")).Findings
	if len(kinds) == 0 || len(findings) != 1 || !strings.Contains(findings[0].Message, "one of "+strings.Join(kinds, ", ")) {
		t.Errorf("the schema has %v, the loader says %v", kinds, findings)
	}
}

// policyFiles lists the example policies: the YAML files of each folder that
// has a policy.yaml.
func policyFiles(root string) ([]string, error) {
	systems, err := filepath.Glob(filepath.Join(root, "examples", "*", "policy.yaml"))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, s := range systems {
		found, err := filepath.Glob(filepath.Join(filepath.Dir(s), "*.yaml"))
		if err != nil {
			return nil, err
		}
		names = append(names, found...)
	}
	return names, nil
}
