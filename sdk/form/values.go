package form

import (
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/internal/wire"
)

// valueLimits are those of answers that are read: more than any form has.
var valueLimits = wire.Limits{Bytes: 1 << 20, Depth: 3, Nodes: 1 << 14, Members: 2 * maxValues}

// largestFile is the size that every host can count, in bytes.
const largestFile = 1<<31 - 1

// A ShapeError says that JSON holds no answers as [ReadValues] reads them. It
// holds nothing of what was sent.
type ShapeError struct {
	Member int // which member of the object is at fault, from 1; 0 if there is no object
}

// Error says which answer is at fault.
func (e *ShapeError) Error() string {
	if e.Member == 0 {
		return "form: the answers are not a JSON object"
	}
	return "form: answer " + strconv.Itoa(e.Member) + " is neither a text, a list of texts, true or false, nor a file with name, type and size of less than 2 GiB"
}

// A jsonError says that a text is not JSON, or more than may be read, and where.
type jsonError struct{ cause error }

func unreadable(err error) error { return &jsonError{err} }

// Error says what is wrong under the name of this package, since that of the one
// below means nothing to a host.
func (e *jsonError) Error() string {
	_, what, _ := strings.Cut(e.cause.Error(), ": ")
	return "form: " + what
}

// ReadValues reads answers as [Submission.AppendJSON] writes them: an object
// with a text for each field, a list of texts for checkboxes, true or false for
// a consent, and name, type and size for a file. A number may stand without
// quotation marks, and null is no answer. The error says where it is, and nothing
// of what was sent.
func ReadValues(data []byte) ([]Value, error) {
	n, err := wire.Read(data, valueLimits)
	if err != nil {
		return nil, unreadable(err)
	}
	return ValuesOf(n)
}

// ValuesOf is [ReadValues] for answers inside a larger document.
func ValuesOf(n wire.Node) ([]Value, error) {
	if n.Kind != wire.Object {
		return nil, &ShapeError{}
	}
	var values []Value
	for i := range n.Children {
		var ok bool
		if values, ok = appendValue(values, &n.Children[i]); !ok {
			return nil, &ShapeError{Member: i + 1}
		}
	}
	return values, nil
}

// appendValue appends what one member of the object says.
func appendValue(values []Value, n *wire.Node) ([]Value, bool) {
	switch n.Kind {
	case wire.Null:
		return values, true
	case wire.String, wire.Number:
		return append(values, Value{Name: n.Name, Text: n.Text}), true
	case wire.Bool:
		text := No
		if yes, _ := n.Bool(); yes {
			text = Yes
		}
		return append(values, Value{Name: n.Name, Text: text}), true
	case wire.Array:
		for _, c := range n.Children {
			if c.Kind != wire.String {
				return nil, false
			}
			values = append(values, Value{Name: n.Name, Text: c.Text})
		}
		return values, true
	}
	name, isName := n.Get("name").Str()
	typ, isType := n.Get("type").Str()
	size, isSize := n.Get("size").Int()
	if !isName || !isType || !isSize || size < 0 || size > largestFile {
		return nil, false
	}
	return append(values, Value{Name: n.Name, Text: name, Type: typ, Size: int(size)}), true
}
