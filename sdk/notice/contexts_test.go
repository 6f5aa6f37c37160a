package notice_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// examples loads the policies of the examples, by folder and file.
func examples(t testing.TB) map[string]*policy.Document {
	t.Helper()
	files, err := filepath.Glob("../../examples/*/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	docs := map[string]*policy.Document{}
	for _, name := range files {
		file, err := policyfile.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if file.Doc == nil {
			t.Fatalf("%v", file.Findings)
		}
		docs[filepath.Base(filepath.Dir(name))+"/"+strings.TrimSuffix(filepath.Base(name), ".yaml")] = file.Doc
	}
	return docs
}

// contexts lists the contexts that a policy has notices for: each language and
// layer, by itself and in each scope.
func contexts(doc *policy.Document) []notice.Context {
	var list []notice.Context
	for _, tag := range doc.Languages {
		for _, layer := range notice.Layers(doc) {
			c := notice.Context{Language: tag, Layer: layer, FullURL: "/full"}
			list = append(list, c)
			for i := range doc.Scopes {
				within := c
				if s := &doc.Scopes[i]; s.Kind == policy.EventScope {
					within.Event = s.ID
				} else {
					within.Scope = s.ID
				}
				list = append(list, within)
			}
		}
	}
	return list
}

func name(c notice.Context) string {
	return strings.Trim(string(c.Language)+"/"+string(c.Layer)+"/"+c.Event+c.Scope, "/")
}

func TestExamplesPrintWell(t *testing.T) {
	for file, doc := range examples(t) {
		for _, c := range contexts(doc) {
			t.Run(file+"/"+name(c), func(t *testing.T) {
				t.Parallel()
				d, err := notice.Build(doc, c)
				if err != nil {
					t.Fatal(err)
				}
				checkPrints(t, d)
			})
		}
	}
}
