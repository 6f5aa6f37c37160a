package accountability_test

import (
	"testing"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/locale"
)

// Two languages of each example, its first among them, and between them all seven.
var goldenLanguages = map[string][2]locale.Tag{
	"gateway": {locale.NB, locale.NN}, "hammarby": {locale.SV, locale.FI}, "lartorget": {locale.SV, locale.EN},
	"skolstaden": {locale.SV, locale.EN}, "studieskolen": {locale.DA, locale.IS},
}

func TestGoldens(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) []golden.File {
		doc := example(t, c.Name)
		var files []golden.File
		for _, tag := range goldenLanguages[c.Name] {
			for _, kind := range accountability.Kinds {
				r := of(t, kind, doc, accountability.Context{Language: tag})
				files = append(files, golden.File{Name: string(kind) + "." + string(tag) + ".md", Data: r.Markdown()})
			}
		}
		return files
	})
}
