package policyfile

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"github.com/lagrum/lagrum/sdk/diag"
)

// errTooDeep comes back from the parser, which asks at each step inwards and
// so never builds more than the limit allows.
var errTooDeep = errors.New("nested too deep")

// compose parses the one document of the source into nodes, or says why not.
func compose(s *source, l Limits) (*yaml.Node, *diag.Finding) {
	if looksLikeJSON(s.text) {
		return composeJSON(s, l)
	}
	if weight(s.text) > l.Values {
		return nil, tooMany(s, l)
	}
	start := diag.Position{File: s.name, Line: 1, Column: 1}
	m := meter{text: s.text, depth: l.Depth}
	root, second, err := load(&m)
	switch {
	case m.exceeded():
		return nil, refuse(s.positionAt(m.read), "too-many-values",
			"one pair of brackets, or one line, holds more than about {limit} values here; write a list on lines of its own, or the whole file as JSON without comments",
			diag.Arg{Name: "limit", Value: strconv.Itoa(maxBrackets)})
	case err != nil:
		return nil, explain(s, l, err)
	case root == nil || isEmpty(root):
		return nil, refuse(start, "file-empty", "the file is empty; a policy begins with lines such as: id: evening-school")
	case second != nil:
		return nil, refuse(s.position(second.Line, second.Column), "document-second",
			`a second document begins here; a file holds one policy, so remove the line "---" or use two files`)
	}
	return root.Content[0], nil
}

// refuse makes the finding for which a file cannot be read further.
func refuse(at diag.Position, code, message string, args ...diag.Arg) *diag.Finding {
	f := newFinding(at, "", code, message, args...)
	return &f
}

func tooMany(s *source, l Limits) *diag.Finding {
	return refuse(diag.Position{File: s.name, Line: 1, Column: 1}, "too-many-values",
		"the file holds more than about {limit} values; a policy of that size is most likely not one",
		diag.Arg{Name: "limit", Value: strconv.Itoa(l.Values)})
}

func tooDeep(at diag.Position, l Limits) *diag.Finding {
	return refuse(at, "too-deep", "mappings and lists stand more than {limit} deep inside each other here",
		diag.Arg{Name: "limit", Value: strconv.Itoa(l.Depth)})
}

// isEmpty reports whether a document holds nothing but, perhaps, comments.
func isEmpty(document *yaml.Node) bool {
	return len(document.Content) != 1 || document.Content[0].Kind == yaml.ScalarNode &&
		document.Content[0].Tag == "!!null" && document.Content[0].Value == ""
}

// load gives the first document, and the second if there is one. The parser
// panics where it meets what it thinks impossible; then the file is no YAML.
func load(m *meter) (root, second *yaml.Node, err error) {
	defer func() {
		if recover() != nil {
			root, second, err = nil, nil, errors.New("the parser gave up")
		}
	}()
	loader, err := yaml.NewLoader(m, yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthFunc(m.enter))))
	if err != nil {
		return nil, nil, err
	}
	for _, node := range []**yaml.Node{&root, &second} {
		var n yaml.Node
		if err := loader.Load(&n); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, nil, err
		}
		*node = &n
	}
	return root, second, nil
}

// explain turns the parser's complaint into a finding. The parser's own words
// are not used: they are for programmers, and may quote the text.
func explain(s *source, l Limits, err error) *diag.Finding {
	at, begin := diag.Position{File: s.name, Line: 1, Column: 1}, diag.Position{}
	var context, message string
	var found *yaml.LoadError
	if errors.As(err, &found) {
		context, message = found.ContextMsg, found.Message
		begin = s.position(found.ContextMark.Line, found.ContextMark.Column)
		if p := s.position(found.Mark.Line, found.Mark.Column); p.IsValid() {
			at = p
		}
	}
	if message == errTooDeep.Error() {
		return tooDeep(at, l)
	}
	if indentedByTab(s, at) {
		return refuse(at, "syntax", "a tab indents this line; indent with spaces")
	}
	for _, c := range complaints {
		if !strings.Contains(message, c.message) || !strings.Contains(context, c.context) {
			continue
		}
		if c.atBegin && begin.IsValid() {
			at = begin
		}
		return refuse(at, "syntax", c.advice)
	}
	return refuse(at, "syntax", "this is not YAML; look at indentation, colons and quotation marks here and on the line above")
}

// indentedByTab reports whether a tab stands before the first letter of the
// line, at or before the place.
func indentedByTab(s *source, at diag.Position) bool {
	line := s.line(at.Line)
	indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
	return bytes.IndexByte(indent, '\t') >= 0 && at.Column <= len(indent)+1
}

// A complaint is one of the parser's and what to do about it. The first whose
// words occur in the parser's message and context is taken.
type complaint struct {
	message, context string
	atBegin          bool // what is wrong is where the construct begins, not where the parser noticed
	advice           string
}

const noDirective = `a line that begins with "%" is a directive, which a policy does not need; remove it`

var complaints = []complaint{
	{message: "comment without preceding whitespace",
		advice: `a comment begins here without a space before it; write a space before "#", or put the text in quotation marks`},
	{message: "cannot start any token",
		advice: "text cannot begin with this character; put it in quotation marks"},
	{message: "block sequence entries are not allowed",
		advice: `a list entry cannot begin here; begin each on a line of its own with "- "`},
	{message: "mapping values are not allowed",
		advice: "a colon with a space after it cannot stand here; put the text in quotation marks, or check the indentation of this line"},
	{message: "mapping keys are not allowed",
		advice: "a key cannot begin here; put it on a line of its own"},
	{message: "alphabetic or numeric", context: "alias",
		advice: `text cannot begin with "*"; put it in quotation marks`},
	{message: "alphabetic or numeric", context: "anchor",
		advice: `text cannot begin with "&"; put it in quotation marks`},
	{message: "unknown anchor",
		advice: `nothing above is marked with this name; text that begins with "*" needs quotation marks`},
	{context: "block scalar",
		advice: `after "|" or ">" the line ends, and the text begins on the next line, indented with spaces`},
	{message: "unexpected end of stream", context: "quoted scalar", atBegin: true,
		advice: "the quotation mark that opens here is never closed"},
	{message: "document indicator", context: "quoted scalar", atBegin: true,
		advice: "the quotation mark that opens here is never closed"},
	{message: "unknown escape", context: "quoted scalar",
		advice: `no escape is written like this; write "\\" for a backslash, or use single quotation marks`},
	{context: "quoted scalar",
		advice: "this escape names no character; write the character itself"},
	{message: "could not find expected ':'", atBegin: true,
		advice: "this line has no key; write a key, a colon and a space, or indent the line if it continues a text"},
	{message: "did not find expected '-' indicator",
		advice: `this line does not continue the list; begin each entry with "- ", indented as the first one`},
	{message: "did not find expected key",
		advice: "this line fits no mapping above it; indent it as the keys it belongs to, and put text that holds quotation marks or colons in quotation marks"},
	{message: "expected ',' or ']'", context: "flow sequence",
		advice: `a comma or "]" is missing before this`},
	{message: "expected ',' or '}'", context: "flow mapping",
		advice: `a comma or "}" is missing before this`},
	{message: "node content",
		advice: "a value is missing here, or a comma or bracket is too much"},
	{message: "after document-end marker",
		advice: `nothing may follow "..." on its line`},
	{message: "expected <document start>",
		advice: "the policy has ended above this line; indent the line as the keys it belongs to"},
	{context: "directive", advice: noDirective},
	{message: "directive", advice: noDirective},
	{message: "incompatible YAML document", advice: noDirective},
	{context: "tag", advice: `text cannot begin with "!"; put it in quotation marks`},
	{message: "tag", advice: `text cannot begin with "!"; put it in quotation marks`},
}
