package wire

import "strconv"

// A Kind is what a JSON value is. The zero Kind is no value at all.
type Kind uint8

// The kinds of JSON values.
const (
	Missing Kind = 0 // not in the document
	Null    Kind = 1
	Bool    Kind = 2
	Number  Kind = 3
	String  Kind = 4
	Array   Kind = 5
	Object  Kind = 6
)

// A Node is one JSON value that was read. The zero Node stands for a value that
// is not there.
type Node struct {
	Kind     Kind
	Name     string // the name under which the node stands in its object
	Text     string // a string's value; a number, true, false or null as written
	Children []Node // what an array or an object holds, in order
}

// Get gives the member of an object, and the zero Node where there is none, so
// that calls can be chained.
func (n Node) Get(name string) Node {
	if n.Kind == Object {
		for i := range n.Children {
			if n.Children[i].Name == name {
				return n.Children[i]
			}
		}
	}
	return Node{}
}

// Str gives a string's value, and false for any other kind.
func (n Node) Str() (string, bool) {
	if n.Kind != String {
		return "", false
	}
	return n.Text, true
}

// Int gives a number that is written without fraction and exponent and fits
// into 64 bits, and false for anything else.
func (n Node) Int() (int64, bool) {
	if n.Kind != Number {
		return 0, false
	}
	i, err := strconv.ParseInt(n.Text, 10, 64)
	if err != nil {
		return 0, false
	}
	return i, true
}

// Bool gives a truth value; the second result is false for any other kind.
func (n Node) Bool() (value, ok bool) {
	return n.Kind == Bool && n.Text == "true", n.Kind == Bool
}
