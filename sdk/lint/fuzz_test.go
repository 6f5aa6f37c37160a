package lint_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// FuzzLint does with a file what the command does: reads it, checks it, places
// the findings, and prints its notices in every language, layer and format.
func FuzzLint(f *testing.F) {
	for _, seed := range []string{
		"id: a\nlanguages: [sv, en]\nregime: EU-GDPR\nactivities:\n- id: b\n  data: [c, \"\"]\n  basis: {article: 6(1)(e)}\n",
		"languages: [fi]\nparties:\n- {id: a, partOf: b}\n- {id: b, partOf: c}\n- {id: c, partOf: b}\nactivities: [{controllers: [a]}]\n",
		"languages: [is]\npurposes: &p\n- {id: a, parts: [{id: b, parts: [{id: c}]}]}\nchildren: {intro: a}\n",
		"languages: [da, nb, nn]\nauthority: \"\\u202e\"\nregime: SE-PUL\neffectiveFrom: 1999-01-01\nforms:\n- {id: f, fields: [{datum: x}, {datum: x}]}\n",
		"languages: [en]\ndata:\n- {id: d, special: health, oneOf: o, transient: {becomes: d}}\nconsents:\n- {id: c, kind: explicit, data: [d]}\nforms:\n" +
			"- {id: f, groups: [{id: g, if: {field: d}}, {}], fields: [{consent: c, group: g}, {datum: d, required: true, if: {field: c, is: [x]}, pattern: 9, min: a, options: [{}, {}]}]}\n" +
			"editorial:\n- {consent: c, language: en, before: a, after: b}\n",
	} {
		f.Add([]byte(seed))
	}
	f.Add(specimen.Policy(1))
	f.Add(specimen.HostileFile())
	f.Fuzz(func(t *testing.T, src []byte) {
		file := policyfile.Parse("f", src)
		if file.Doc == nil {
			return
		}
		for _, finding := range file.Place(lint.Check(file.Doc)) {
			if s := finding.String(); !utf8.ValidString(s) || strings.ContainsFunc(s, unseen) {
				t.Errorf("a terminal may obey the finding %q", s)
			}
			if !finding.Position.IsValid() {
				t.Errorf("no position: %v", finding)
			}
		}
		var p notice.Printer
		for _, tag := range file.Doc.Languages {
			for _, layer := range notice.Layers(file.Doc) {
				d, err := notice.Build(file.Doc, notice.Context{Language: tag, Layer: layer})
				if err != nil {
					continue // a language that Lagrum does not speak
				}
				if page := string(p.Page(d)); strings.Contains(page, "<script") || strings.Contains(page, `href="javascript:`) {
					t.Error("the page holds a script")
				}
				p.Markdown(d)
				p.JSON(d)
				if text := string(p.Text(d)); strings.ContainsFunc(strings.ReplaceAll(text, "\n", ""), unseen) {
					t.Error("a terminal may obey the text")
				}
			}
		}
	})
}

// unseen knows the characters that a terminal may obey: controls, and those
// that turn the direction of what follows.
func unseen(r rune) bool {
	return r < ' ' || r >= 0x7F && r <= 0x9F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}
