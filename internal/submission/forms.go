package submission

import (
	"bytes"
	_ "embed"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

//go:embed policy.yaml
var everything []byte

// Policy is a policy whose forms have one of everything.
func Policy() *policy.Document {
	return policyfile.Parse("policy.yaml", everything).Doc
}

// Forms gives the forms of [Policy] and of the examples below the root of the
// module, each in the policy's first language, for each event and for none.
func Forms(root string) ([]*form.Definition, error) {
	list, err := formsOf(Policy())
	if err != nil {
		return nil, err
	}
	names, err := filepath.Glob(filepath.Join(root, "examples", "*", "policy.yaml"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		file, err := policyfile.Load(name)
		if err != nil {
			return nil, err
		}
		if file.Doc == nil {
			return nil, fmt.Errorf("%s cannot be read", name)
		}
		more, err := formsOf(file.Doc)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	return list, nil
}

func formsOf(doc *policy.Document) ([]*form.Definition, error) {
	events := []string{""}
	for i := range doc.Scopes {
		if s := &doc.Scopes[i]; s.Kind == policy.EventScope {
			events = append(events, s.ID)
		}
	}
	var list []*form.Definition
	for i := range doc.Forms {
		for _, event := range events {
			d, err := form.Derive(doc, doc.Forms[i].ID, form.Context{Event: event})
			if err != nil {
				return nil, err
			}
			same := func(other *form.Definition) bool { return bytes.Equal(other.AppendJSON(nil), d.AppendJSON(nil)) }
			if len(d.Fields) > 0 && !slices.ContainsFunc(list, same) {
				list = append(list, d)
			}
		}
	}
	return list, nil
}
