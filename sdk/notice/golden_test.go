package notice_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// testdata/README.md tells what the cases look like.
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) []golden.File {
		file := policyfile.Parse("policy.yaml", c.Input("policy.yaml"))
		if file.Doc == nil || len(file.Findings) > 0 {
			t.Fatalf("findings: %v", file.Findings)
		}
		d, err := notice.Build(file.Doc, context(t, c.Comment))
		if err != nil {
			return []golden.File{{Name: "error", Data: []byte(err.Error())}}
		}
		checkPrints(t, d)
		var p notice.Printer
		return []golden.File{
			{Name: "html", Data: p.HTML(d)},
			{Name: "markdown", Data: p.Markdown(d)},
			{Name: "text", Data: p.Text(d)},
			{Name: "json", Data: broken(p.JSON(d))},
		}
	})
}

// broken puts each section and each block on a line of its own.
func broken(compact []byte) []byte {
	lines := strings.NewReplacer(`{"id":`, "\n"+`{"id":`, `{"type":`, "\n"+`{"type":`)
	return []byte(lines.Replace(string(compact)))
}

// context reads the JSON object at the end of a case's comment.
func context(t *testing.T, comment string) notice.Context {
	t.Helper()
	var in struct{ Language, Layer, Scope, Event, At, FullURL string }
	if i := strings.Index(comment, "\n{"); i >= 0 {
		dec := json.NewDecoder(strings.NewReader(comment[i:]))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&in); err != nil {
			t.Fatalf("context: %v", err)
		}
	}
	c := notice.Context{Language: locale.Tag(in.Language), Layer: notice.Layer(in.Layer), Scope: in.Scope, Event: in.Event, FullURL: in.FullURL}
	if in.At != "" {
		at, ok := date.Parse(in.At)
		if !ok {
			t.Fatalf("context: %q is no day", in.At)
		}
		c.At = at
	}
	return c
}
