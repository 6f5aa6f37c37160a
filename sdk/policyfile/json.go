package policyfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/diag"
)

// looksLikeJSON reports whether the text is one JSON object. Most JSON is YAML
// too, but not all: JSON writes some characters as two escapes. And the YAML
// parser holds a collection between brackets in memory until it is closed,
// which for JSON is the whole file.
func looksLikeJSON(text []byte) bool {
	rest := bytes.TrimLeft(text, " \t\r\n")
	return len(rest) > 0 && rest[0] == '{' && json.Valid(rest)
}

// composeJSON makes the nodes that YAML would have for a JSON text.
func composeJSON(s *source, l Limits) (*yaml.Node, *diag.Finding) {
	r := jsonReader{source: s, limits: l, json: json.NewDecoder(bytes.NewReader(s.text)), line: 1, column: 1}
	r.json.UseNumber()
	root := r.value(0)
	return root, r.refused
}

// A jsonReader reads tokens and keeps count of lines and characters.
type jsonReader struct {
	source       *source
	limits       Limits
	json         *json.Decoder
	offset       int
	line, column int // of the offset, in characters
	values       int
	refused      *diag.Finding
}

// value reads one value, or gives nil at the end of a collection and where a
// limit is met.
func (r *jsonReader) value(depth int) *yaml.Node {
	token, err := r.json.Token()
	if err != nil || r.refused != nil {
		return nil
	}
	r.skip()
	n := &yaml.Node{Kind: yaml.ScalarNode, Line: r.line, Column: r.column}
	r.advance(int(r.json.InputOffset()))
	if r.values++; r.values > r.limits.Values {
		r.refused = tooMany(r.source, r.limits)
		return nil
	}
	switch t := token.(type) {
	case json.Delim:
		if t == ']' || t == '}' {
			return nil
		}
		r.collection(n, t, depth+1)
	case string:
		n.Tag, n.Style, n.Value = "!!str", yaml.DoubleQuotedStyle, t
	case json.Number:
		n.Tag, n.Value = "!!float", t.String()
	case bool:
		n.Tag, n.Value = "!!bool", fmt.Sprint(t)
	case nil:
		n.Tag, n.Value = "!!null", "null"
	}
	return n
}

// collection reads what stands between brackets into n.
func (r *jsonReader) collection(n *yaml.Node, open json.Delim, depth int) {
	n.Kind, n.Tag = yaml.MappingNode, "!!map"
	if open == '[' {
		n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
	}
	if depth > r.limits.Depth {
		r.refused = tooDeep(r.source.position(n.Line, n.Column), r.limits)
		return
	}
	for child := r.value(depth); child != nil; child = r.value(depth) {
		n.Content = append(n.Content, child)
	}
}

// skip goes to where the token begins that was read last.
func (r *jsonReader) skip() {
	for r.offset < len(r.source.text) && bytes.IndexByte([]byte(" \t\r\n,:"), r.source.text[r.offset]) >= 0 {
		r.advance(r.offset + 1)
	}
}

// advance goes to an offset, counting as the YAML parser does.
func (r *jsonReader) advance(offset int) {
	text := r.source.text
	for ; r.offset < offset; r.offset++ {
		c := text[r.offset]
		switch {
		case c == '\n' || c == '\r' && (r.offset+1 == len(text) || text[r.offset+1] != '\n'):
			r.line, r.column = r.line+1, 1
		case utf8.RuneStart(c):
			r.column++
		}
	}
}
