package policyfile

import (
	"bytes"
	"errors"
	"io"

	"go.yaml.in/yaml/v4"
)

// maxBrackets is how much may stand within one pair of brackets in YAML, or on
// one line, as weight counts.
const maxBrackets = 100_000

// errBrackets comes back from the parser where a meter has stopped it.
var errBrackets = errors.New("too much within brackets")

// A meter hands a text to the parser and measures what stands within brackets.
//
// The parser does not know whether a pair of brackets is a key before it is
// closed and the line goes on. Until then it keeps every token, and a token
// takes several times as much memory as a value. The same holds for a line that
// begins with quotation marks or an anchor.
type meter struct {
	text  []byte
	read  int  // bytes handed on
	depth int  // the limit of mappings and lists inside each other
	flow  bool // an outermost bracket has opened, and nothing shows yet that it is closed
	since int  // what was read since then, or since the line began
}

// Read hands on the text in small pieces, as the parser wants them.
func (m *meter) Read(p []byte) (int, error) {
	piece := m.text[m.read:]
	if len(piece) == 0 {
		return 0, io.EOF
	}
	n := copy(p, piece)
	piece = piece[:n]
	if end := bytes.LastIndexAny(piece, "\r\n"); end >= 0 && !m.flow {
		m.since, piece = 0, piece[end+1:]
	}
	if m.since += weight(piece); m.exceeded() {
		return 0, errBrackets
	}
	m.read += n
	return n, nil
}

// exceeded reports whether the parser was stopped.
func (m *meter) exceeded() bool { return m.since > maxBrackets }

// enter hears of each step inwards that the parser makes. A mapping or list on
// lines of its own never begins within brackets, so then they are closed.
func (m *meter) enter(depth int, at *yaml.DepthContext) error {
	switch {
	case depth > m.depth:
		return errTooDeep
	case at.Kind != yaml.DepthKindFlow:
		m.flow, m.since = false, 0
	case depth == 1:
		m.flow, m.since = true, 0
	}
	return nil
}
