package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/policy"
)

// The size of an example.
const (
	maxLines = 15
	maxWidth = 96 // a longer text is folded
)

// An example is a struct as one of the example policies has it.
type example struct {
	file, text string
	keys       int // that are shown
	cut        bool
}

// An examples collects the best example of each struct: the one that shows
// most keys in a few lines, and of those the first.
type examples struct {
	best map[reflect.Type]example
	file string
	keep []string // the languages that are shown
}

func newExamples() *examples { return &examples{best: map[reflect.Type]example{}} }

// take looks through a policy.
func (e *examples) take(root, name string) error {
	content, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var doc yaml.Node
	if err := yaml.Load(content, &doc); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	short, err := filepath.Rel(root, name)
	if err != nil {
		return err
	}
	if doc.Kind != yaml.DocumentNode || doc.Content[0].Kind != yaml.MappingNode {
		return fmt.Errorf("%s is no mapping", short)
	}
	top := doc.Content[0]
	e.file, e.keep = filepath.ToSlash(short), languagesOf(top)
	return e.structure("", false, reflect.TypeFor[policy.Document](), top)
}

// languagesOf gives the main language of a policy, and English if it has that.
func languagesOf(top *yaml.Node) []string {
	keep := []string{"en"}
	if list := member(top, "languages"); list != nil && len(list.Content) > 0 {
		keep = append(keep, list.Content[0].Value)
	}
	return keep
}

// member gives the value of a key, or nil.
func member(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// structure considers a struct that stands under a key, then its parts.
func (e *examples) structure(key string, entry bool, t reflect.Type, n *yaml.Node) error {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.MappingNode {
		return nil
	}
	if err := e.consider(key, entry, t, n); err != nil {
		return fmt.Errorf("%s: %w", e.file, err)
	}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		value, part := member(n, name), structure(f.Type)
		if value == nil || part == nil {
			continue
		}
		parts := []*yaml.Node{value}
		if f.Type.Kind() == reflect.Slice {
			parts = value.Content
		}
		for _, p := range parts {
			if err := e.structure(name, f.Type.Kind() == reflect.Slice, part, p); err != nil {
				return err
			}
		}
	}
	return nil
}

// consider keeps a struct as the example if it is better than the one so far.
func (e *examples) consider(key string, entry bool, t reflect.Type, n *yaml.Node) error {
	before, ok := e.best[t]
	if all := len(n.Content) / 2; ok && (all < before.keys || all == before.keys && !before.cut) {
		return nil // however much of it is shown
	}
	shown, err := e.show(key, entry, t, n)
	if err != nil {
		return err
	}
	if !ok || shown.keys > before.keys || shown.keys == before.keys && before.cut && !shown.cut {
		e.best[t] = shown
	}
	return nil
}

// show writes a struct under its key, and leaves out the last of its keys
// until what remains is short enough.
func (e *examples) show(key string, entry bool, t reflect.Type, n *yaml.Node) (example, error) {
	x := example{file: e.file, keys: len(n.Content) / 2}
	for ; x.keys > 0; x.keys-- {
		part := *n
		part.Content = n.Content[:2*x.keys]
		text, err := dump(wrap(key, entry, e.copied(t, &part)))
		if err != nil {
			return x, err
		}
		x.text = text
		if x.cut {
			x.text += strings.Repeat(" ", indent(key, entry)) + "# …\n"
		}
		if strings.Count(x.text, "\n") <= maxLines {
			break
		}
		x.cut = true
	}
	return x, nil
}

// indent is how far the keys of an example stand to the right.
func indent(key string, entry bool) int {
	switch {
	case key == "":
		return 0
	case entry:
		return 4
	}
	return 2
}

// wrap puts a struct under the key under which it stands.
func wrap(key string, entry bool, n *yaml.Node) *yaml.Node {
	if key == "" {
		return n
	}
	if entry {
		n = &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{n}}
	}
	return &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{{Kind: yaml.ScalarNode, Value: key}, n}}
}

func dump(n *yaml.Node) (string, error) {
	out, err := yaml.Dump(n, yaml.WithIndent(2), yaml.WithCompactSeqIndent(false), yaml.WithLineWidth(maxWidth),
		yaml.WithQuotePreference(yaml.QuoteDouble))
	return string(bytes.TrimLeft(out, "\n")), err
}

// copied is a node without comments, with its texts in a few languages. The
// type is that of the struct, or of what a field of it holds.
func (e *examples) copied(t reflect.Type, n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	c := &yaml.Node{Kind: n.Kind, Style: n.Style, Tag: n.Tag, Value: n.Value}
	switch {
	case t == reflect.TypeFor[policy.Text]() && n.Kind == yaml.MappingNode:
		e.copyText(c, n)
	case n.Kind == yaml.MappingNode && t.Kind() == reflect.Struct:
		for i := 0; i+1 < len(n.Content); i += 2 {
			c.Content = append(c.Content, plainCopy(n.Content[i]), e.copied(fieldType(t, n.Content[i].Value), n.Content[i+1]))
		}
	case n.Kind == yaml.SequenceNode:
		for _, x := range n.Content {
			c.Content = append(c.Content, e.copied(t, x))
		}
	}
	return c
}

// copyText copies a text in the languages that are shown, on one line if it
// fits there.
func (e *examples) copyText(c, n *yaml.Node) {
	width := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		language, text := plainCopy(n.Content[i]), plainCopy(n.Content[i+1])
		if !slices.Contains(e.keep, language.Value) {
			continue
		}
		width += utf8.RuneCountInString(language.Value + text.Value)
		c.Content = append(c.Content, language, text)
	}
	c.Style = yaml.FlowStyle
	if width <= maxWidth/2 {
		return
	}
	c.Style = 0
	for i := 1; i < len(c.Content); i += 2 {
		if text := c.Content[i]; utf8.RuneCountInString(text.Value) > maxWidth-16 {
			text.Style = yaml.FoldedStyle
		}
	}
}

// plainCopy is a scalar without its comments.
func plainCopy(n *yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: n.Kind, Tag: n.Tag, Style: n.Style, Value: n.Value}
}

// fieldType is the type of an entry of the field with the key, or of the field.
func fieldType(t reflect.Type, key string) reflect.Type {
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name == key {
			return bare(t.Field(i).Type)
		}
	}
	return reflect.TypeFor[string]()
}
