package submission

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/lagrum/lagrum/internal/crosscheck"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Go judges with an implementation in Go. Like most, it takes formats for remarks.
func Go(schema []byte, instances [][]byte) ([]bool, error) {
	s, err := compile(schema)
	if err != nil {
		return nil, err
	}
	verdicts := make([]bool, len(instances))
	for i, instance := range instances {
		if verdicts[i], err = follows(s, instance); err != nil {
			return nil, fmt.Errorf("submission %d is not JSON", i)
		}
	}
	return verdicts, nil
}

func compile(schema []byte) (*jsonschema.Schema, error) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("form.json", document); err != nil {
		return nil, err
	}
	return c.Compile("form.json")
}

func follows(s *jsonschema.Schema, instance []byte) (bool, error) {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(instance))
	if err != nil {
		return false, err
	}
	return s.Validate(value) == nil, nil
}

// Ajv gives a Validator that judges with ajv on Node. The root is that of the
// module.
func Ajv(root string) (Validator, error) {
	modules := filepath.Join(root, "internal", "browser")
	script := crosscheck.Script{
		File: filepath.Join(root, "internal", "submission", "ajv.cjs"), Args: []string{modules},
		Folder: modules, Package: "ajv", Target: "browser",
	}
	if err := script.Find(); err != nil {
		return nil, err
	}
	return func(schema []byte, instances [][]byte) ([]bool, error) {
		out, err := script.Ask(bytes.Join(append([][]byte{oneLine(schema)}, instances...), []byte("\n")))
		if err != nil {
			return nil, err
		}
		var verdicts []bool
		for word := range strings.FieldsSeq(string(out)) {
			if word != "true" && word != "false" {
				return nil, errors.New("an answer that is neither true nor false")
			}
			verdicts = append(verdicts, word == "true")
		}
		return verdicts, nil
	}, nil
}

// oneLine takes line breaks out of JSON, which has none inside its strings.
func oneLine(data []byte) []byte { return bytes.ReplaceAll(data, []byte("\n"), nil) }
