package schema_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/internal/submission"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/schema"
)

// What the schemas and Check say of the same submissions is compared in package
// submission, and by "make oracle".

func TestFormIsASchema(t *testing.T) {
	metaschema, err := jsonschema.NewCompiler().Compile("https://json-schema.org/draft/2020-12/schema")
	if err != nil {
		t.Fatal(err)
	}
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	forms, err := submission.Forms(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range forms {
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.Form(d)))
		if err != nil {
			t.Fatal(err)
		}
		if err := metaschema.Validate(document); err != nil {
			t.Errorf("%s/%s: %v", d.Policy, d.Form, err)
		}
		if !bytes.Equal(schema.Form(d), schema.Form(d)) {
			t.Errorf("%s/%s: two calls give two schemas", d.Policy, d.Form)
		}
	}
}

func TestForm(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) []golden.File {
		file := policyfile.Parse("policy.yaml", c.Input("policy.yaml"))
		if len(file.Findings) > 0 {
			t.Fatal(file.Findings)
		}
		d, err := form.Derive(file.Doc, file.Doc.Forms[0].ID, form.Context{})
		if err != nil {
			t.Fatal(err)
		}
		return []golden.File{{Name: "schema.json", Data: schema.Form(d)}}
	})
}

// What cannot be seen is written so that it can be.
func TestFormIsVisible(t *testing.T) {
	d := fromJSON(t, `{"title":"a\u200bb\u2066 \u00a0\ud83d\udc69\udb40\udc61 å","fields":[{"name":"a","control":"text"}]}`)
	data := schema.Form(d)
	for _, r := range string(data) {
		if r != '\n' && r != '👩' && r != 'å' && (r < ' ' || r > '~') {
			t.Errorf("the schema holds %U as it is", r)
		}
	}
	var s struct{ Title string }
	if err := json.Unmarshal(data, &s); err != nil || s.Title != d.Title {
		t.Errorf("got %q, %v, want %q", s.Title, err, d.Title)
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

// Each number that is read without being asked for has the shape of its kind,
// once it is in canonical form.
func TestNumbersHaveTheShapeOfTheirKind(t *testing.T) {
	today := date.Date{Year: 2026, Month: 11, Day: 22}
	for _, kind := range ident.Kinds() {
		d := fromJSON(t, `{"fields":[{"name":"n","control":"national-number","numbers":["`+string(kind)+`"]}]}`)
		var instances [][]byte
		for _, value := range published(t)[kind] {
			var s form.Submission
			if len(d.Check([]form.Value{{Name: "n", Text: value}}, today, &s)) == 0 {
				instances = append(instances, s.AppendJSON(nil))
			}
		}
		if len(instances) == 0 {
			t.Errorf("%s: no number to try", kind)
		}
		verdicts, err := submission.Go(schema.Form(d), instances)
		if err != nil {
			t.Fatal(err)
		}
		for i, ok := range verdicts {
			if !ok {
				t.Errorf("%s: the schema refuses %s", kind, instances[i])
			}
		}
	}
}

// published gives the test numbers of package ident.
func published(t *testing.T) map[ident.Kind][]string {
	t.Helper()
	names, err := filepath.Glob("../ident/testdata/*.json")
	if err != nil {
		t.Fatal(err)
	}
	numbers := map[ident.Kind][]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var file struct {
			Kind    ident.Kind
			Vectors []struct{ Value string }
		}
		if err := json.Unmarshal(data, &file); err != nil {
			t.Fatal(err)
		}
		for _, v := range file.Vectors {
			numbers[file.Kind] = append(numbers[file.Kind], v.Value)
		}
	}
	return numbers
}
