package wire

import "strings"

// Limits bound what [Read] accepts. A field of 0 or less stands for
// its default.
type Limits struct {
	Bytes   int // the length of the text; 1 MiB
	Depth   int // arrays and objects within each other; 32
	Nodes   int // values in all; 65,536
	Members int // members of one object; 256. Names are compared with each other, so keep it small
}

// withDefaults fills the fields that are not set.
func (l Limits) withDefaults() Limits {
	fill := func(n *int, value int) {
		if *n <= 0 {
			*n = value
		}
	}
	fill(&l.Bytes, 1<<20)
	fill(&l.Depth, 32)
	fill(&l.Nodes, 1<<16)
	fill(&l.Members, 256)
	return l
}

// Read reads one JSON value (RFC 8259) with white space around it. It is
// stricter than the RFC asks, as RFC 7493 (I-JSON) advises: invalid UTF-8, half
// surrogate pairs and repeated names are refused. Numbers are kept as text.
// The error is an [*Error]. The tree does not refer to data.
func Read(data []byte, limits Limits) (Node, error) {
	limits = limits.withDefaults()
	if len(data) > limits.Bytes {
		return Node{}, &Error{Problem: TooLarge, Offset: limits.Bytes}
	}
	var n Node
	r := reader{s: string(data), left: limits.Nodes, members: limits.Members}
	ok := r.value(&n, limits.Depth)
	if ok {
		r.space()
		ok = r.at == len(r.s) || r.fail(Syntax)
	}
	if !ok {
		return Node{}, &Error{Problem: r.problem, Offset: r.at}
	}
	return n, nil
}

// A reader walks over a text. Its methods report whether they succeeded; after
// a failure at and problem say where and why.
type reader struct {
	s       string
	at      int
	left    int // nodes that may still come
	members int
	problem Problem
}

func (r *reader) fail(p Problem) bool {
	r.problem = p
	return false
}

func (r *reader) space() {
	for r.at < len(r.s) {
		switch r.s[r.at] {
		case ' ', '\t', '\n', '\r':
			r.at++
		default:
			return
		}
	}
}

// peek gives the next byte, and 0 at the end, which no JSON text holds outside strings.
func (r *reader) peek() byte {
	if r.at == len(r.s) {
		return 0
	}
	return r.s[r.at]
}

// take steps over one byte if it comes next.
func (r *reader) take(c byte) bool {
	if r.peek() != c || r.at == len(r.s) {
		return false
	}
	r.at++
	return true
}

// value reads a value into n, within which so many arrays and objects may nest.
func (r *reader) value(n *Node, depth int) bool {
	r.space()
	if r.left == 0 {
		return r.fail(TooMany)
	}
	r.left--
	switch r.peek() {
	case '{':
		return r.children(n, Object, '}', depth)
	case '[':
		return r.children(n, Array, ']', depth)
	case '"':
		n.Kind = String
		return r.str(&n.Text)
	case 't':
		return r.word(n, Bool, "true")
	case 'f':
		return r.word(n, Bool, "false")
	case 'n':
		return r.word(n, Null, "null")
	}
	return r.number(n)
}

func (r *reader) word(n *Node, kind Kind, word string) bool {
	if !strings.HasPrefix(r.s[r.at:], word) {
		return r.fail(Syntax)
	}
	r.at += len(word)
	n.Kind, n.Text = kind, word
	return true
}

// children reads an array or an object from its opening bracket on.
func (r *reader) children(n *Node, kind Kind, bracket byte, depth int) bool {
	if depth == 0 {
		return r.fail(TooDeep)
	}
	r.at++
	n.Kind = kind
	r.space()
	if r.take(bracket) {
		return true
	}
	for {
		var name string
		if kind == Object && !r.name(n, &name) {
			return false
		}
		n.Children = append(n.Children, Node{Name: name})
		if !r.value(&n.Children[len(n.Children)-1], depth-1) {
			return false
		}
		if more, ok := r.next(bracket); !more {
			return ok
		}
	}
}

// name reads the name of the next member of n, and the colon.
func (r *reader) name(n *Node, name *string) bool {
	r.space()
	if len(n.Children) == r.members {
		return r.fail(TooMany)
	}
	start := r.at
	if !r.str(name) {
		return false
	}
	if n.member(*name) != nil {
		r.at = start
		return r.fail(RepeatName)
	}
	r.space()
	return r.take(':') || r.fail(Syntax)
}

// next steps over a comma, after which more follows, or over the closing
// bracket; ok is false where neither comes.
func (r *reader) next(bracket byte) (more, ok bool) {
	r.space()
	if r.take(',') {
		return true, true
	}
	return false, r.take(bracket) || r.fail(Syntax)
}

// number reads a number by the grammar of RFC 8259 section 6.
func (r *reader) number(n *Node) bool {
	start := r.at
	r.take('-')
	ok := r.take('0') || r.digits()
	if ok && r.take('.') {
		ok = r.digits()
	}
	if ok && (r.take('e') || r.take('E')) {
		_ = r.take('+') || r.take('-')
		ok = r.digits()
	}
	n.Kind, n.Text = Number, r.s[start:r.at]
	return ok || r.fail(Syntax)
}

// digits steps over at least one digit.
func (r *reader) digits() bool {
	start := r.at
	for r.peek() >= '0' && r.peek() <= '9' {
		r.at++
	}
	return r.at > start
}
