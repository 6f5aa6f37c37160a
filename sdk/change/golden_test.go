package change_test

import (
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/text"
)

// A case holds two versions of a policy, and the report in each of their
// languages.
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) []golden.File {
		old := policyfile.Parse("old.yaml", c.Input("old.yaml"))
		new := policyfile.Parse("new.yaml", c.Input("new.yaml"))
		if old.Doc == nil || new.Doc == nil || len(old.Findings)+len(new.Findings) > 0 {
			t.Fatalf("findings: %v %v", old.Findings, new.Findings)
		}
		r := compare(t, c.Name, old.Doc, new.Doc)
		lines := strings.NewReplacer(`{"kind"`, "\n"+`{"kind"`)
		files := []golden.File{{Name: "json", Data: []byte(lines.Replace(string(r.JSON())))}}
		for _, tag := range new.Doc.Languages {
			files = append(files,
				golden.File{Name: string(tag) + ".md", Data: r.Markdown(text.In(tag))},
				golden.File{Name: string(tag) + ".txt", Data: r.Text(text.In(tag), nil)})
		}
		return files
	})
}

// Every kind has a sentence of its own in every language.
func TestEveryKindHasItsSentence(t *testing.T) {
	for _, tag := range text.Languages {
		seen := map[string]change.Kind{}
		for _, kind := range change.Kinds {
			words := change.PatternOf(text.In(tag), kind)
			if other, ok := seen[words]; ok || words == "" {
				t.Errorf("%s: %s and %s say the same: %q", tag, kind, other, words)
			}
			seen[words] = kind
		}
	}
}
