package policyfile

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// A comment is one of a YAML text.
type comment struct {
	offset int    // of the "#"
	line   int    // from 1
	text   string // what follows the "#", without the end of the line
	alone  bool   // nothing stands before it on its line
}

// comments finds the comments of a YAML text. The parser hands comments on
// without their places, and now and then with the wrong neighbour, so the text
// itself is read: what is no comment stands in quotation marks or in a block,
// and where those begin the nodes tell.
func (s *source) comments(root *yaml.Node) []comment {
	var list []comment
	blocked := s.opaque(root)
	for line, start := range s.lines {
		end := len(s.text)
		if line+1 < len(s.lines) {
			end = s.lines[line+1]
		}
		for len(blocked) > 0 && blocked[0].end <= start {
			blocked = blocked[1:]
		}
		if at, ok := s.commentIn(start, end, blocked); ok {
			list = append(list, comment{
				offset: at, line: line + 1,
				text:  strings.TrimRight(string(s.text[at+1:end]), "\r\n"),
				alone: len(bytes.TrimLeft(s.text[start:at], " \t")) == 0,
			})
		}
	}
	return list
}

// commentIn finds where a comment begins on a line.
func (s *source) commentIn(start, end int, blocked []span) (at int, ok bool) {
	for i := start; i < end; i++ {
		for len(blocked) > 0 && blocked[0].end <= i {
			blocked = blocked[1:]
		}
		if len(blocked) > 0 && blocked[0].begin <= i {
			i = blocked[0].end - 1
			continue
		}
		if s.text[i] == '#' && (i == start || s.text[i-1] == ' ' || s.text[i-1] == '\t') {
			return i, true
		}
	}
	return 0, false
}

// A span is a part of the source, from one offset up to another.
type span struct{ begin, end int }

// opaque gives the spans below a node in which "#" begins no comment, in the
// order of the file.
func (s *source) opaque(root *yaml.Node) []span {
	var spans []span
	c := cursor{source: s}
	var visit func(n *yaml.Node)
	visit = func(n *yaml.Node) {
		switch {
		case n.Kind == yaml.ScalarNode && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
			begin := s.content(c.at(n))
			spans = append(spans, span{begin, s.quotedEnd(begin)})
		case n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
			spans = append(spans, s.block(n, s.content(c.at(n))))
		}
		for _, child := range n.Content {
			visit(child)
		}
	}
	visit(root)
	return spans
}

// A cursor finds the offsets of nodes. Asked in the order of the file, it reads
// the text once.
type cursor struct {
	source       *source
	line, column int // in characters, as nodes have it
	offset       int
}

// at gives the offset at which a node begins.
func (c *cursor) at(n *yaml.Node) int {
	text := c.source.text
	if n.Line < 1 || n.Line > len(c.source.lines) {
		return len(text)
	}
	if n.Line != c.line || n.Column < c.column {
		c.line, c.column, c.offset = n.Line, 1, c.source.lines[n.Line-1]
	}
	for c.column < n.Column && c.offset < len(text) {
		_, size := utf8.DecodeRune(text[c.offset:])
		c.offset, c.column = c.offset+size, c.column+1
	}
	return c.offset
}

// content is the offset at which a value begins, after the anchor and the tag
// that may stand at the offset.
func (s *source) content(i int) int {
	for i < len(s.text) && (s.text[i] == '&' || s.text[i] == '!') {
		for i < len(s.text) && s.text[i] > ' ' {
			i++
		}
		for i < len(s.text) && s.text[i] <= ' ' {
			i++
		}
	}
	return i
}

// quotedEnd is the offset behind a text in quotation marks.
func (s *source) quotedEnd(begin int) int {
	if begin >= len(s.text) {
		return len(s.text)
	}
	quote := s.text[begin]
	for i := begin + 1; i < len(s.text); i++ {
		switch {
		case s.text[i] == '\\' && quote == '"':
			i++
		case s.text[i] != quote:
		case quote == '\'' && i+1 < len(s.text) && s.text[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return len(s.text)
}

// block is the span of the lines of a text behind "|" or ">". It ends where a
// line is indented less than the first one that is not blank.
func (s *source) block(n *yaml.Node, begin int) span {
	first := s.positionAt(begin).Line + 1
	if first > len(s.lines) {
		return span{len(s.text), len(s.text)}
	}
	here := span{s.lines[first-1], s.lines[first-1]}
	value := strings.TrimLeft(n.Value, "\n")
	if strings.Trim(value, " \n") == "" {
		return here
	}
	indent := -1
	for line := first; line <= len(s.lines); line++ {
		text := s.line(line)
		spaces := len(text) - len(bytes.TrimLeft(text, " "))
		if len(bytes.TrimSpace(text)) > 0 {
			if indent < 0 {
				indent = spaces - (len(value) - len(strings.TrimLeft(value, " ")))
			}
			if spaces < indent {
				break
			}
		}
		here.end = s.lines[line-1] + len(text)
	}
	return here
}
