package wire

import "strings"

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
	if m := n.member(name); m != nil {
		return *m
	}
	return Node{}
}

func (n *Node) member(name string) *Node {
	if n.Kind == Object {
		for i := range n.Children {
			if n.Children[i].Name == name {
				return &n.Children[i]
			}
		}
	}
	return nil
}

// StrOf gives the text of a member that is a string, and nothing where there is
// none. It is what n.Get(name).Str() gives, and copies no nodes.
func (n *Node) StrOf(name string) string {
	if m := n.member(name); m != nil && m.Kind == String {
		return m.Text
	}
	return ""
}

// Is reports whether a member is true.
func (n *Node) Is(name string) bool {
	m := n.member(name)
	return m != nil && m.Kind == Bool && m.Text == "true"
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
	// Package strconv would do, but for its errors, which bring reflection with them where TinyGo builds.
	figures, minus := strings.CutPrefix(n.Text, "-")
	var i uint64
	for k := range len(figures) {
		c := uint64(figures[k] - '0')
		if c > 9 || i > (1<<64-1-c)/10 {
			return 0, false
		}
		i = 10*i + c
	}
	switch {
	case minus && i <= 1<<63:
		return -int64(i), true
	case minus || i >= 1<<63:
		return 0, false
	}
	return int64(i), true
}

// Bool gives a truth value; the second result is false for any other kind.
func (n Node) Bool() (value, ok bool) {
	return n.Kind == Bool && n.Text == "true", n.Kind == Bool
}
