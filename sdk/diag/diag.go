package diag

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Severity ranks a finding. The zero Severity is not valid.
type Severity uint8

// The severities, from the weightiest down.
const (
	Error   Severity = 1 // the text of the law is not met, or the policy cannot be read as meant
	Warning Severity = 2 // guidance is not followed, or something is likely a mistake
	Info    Severity = 3 // style
)

// String gives the severity as the command line prints it: error, warning or info.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Info:
		return "info"
	}
	return "severity(" + strconv.Itoa(int(s)) + ")"
}

// A Path names a place in a policy as a JSON Pointer (RFC 6901):
// "/activities/2/basis". The empty Path is the document itself.
type Path string

// Key appends an object member, escaped as RFC 6901 section 3 says.
func (p Path) Key(name string) Path {
	return p + "/" + Path(pointerEscape.Replace(name))
}

// Index appends a list position, counted from 0.
func (p Path) Index(i int) Path { return p + "/" + Path(strconv.Itoa(i)) }

// Parent is the path of the value that holds p; the parent of the empty Path is itself.
func (p Path) Parent() Path {
	i := strings.LastIndexByte(string(p), '/')
	if i < 0 {
		return ""
	}
	return p[:i]
}

var pointerEscape = strings.NewReplacer("~", "~0", "/", "~1")

// A Position is a place in a source file. The zero Position means "not known",
// as for a document that was built in Go.
type Position struct {
	File   string // as the caller named it
	Line   int    // from 1
	Column int    // from 1, in bytes
}

// IsValid reports whether the position is known.
func (p Position) IsValid() bool { return p.Line > 0 }

// String gives file:line:column, without the parts that are not known.
func (p Position) String() string {
	if !p.IsValid() {
		return p.File
	}
	place := strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
	if p.File == "" {
		return place
	}
	return p.File + ":" + place
}

// An Arg is one named argument of a message. Values are words of the policy's
// author, never something that a participant typed.
type Arg struct{ Name, Value string }

// A Finding is one thing that is wrong or doubtful in a policy, and where.
type Finding struct {
	Code     string   // stable and never reused, such as "reference-dangling"
	Severity Severity // how much it weighs
	Path     Path     // the place in the policy
	Position Position // the place in the file, where the document came from one
	Message  string   // in English, with the arguments filled in
	Args     []Arg    // the arguments that Message was filled with
	Cites    []string // the provisions it rests on, in the regime of the policy: "Article 13(1)(c)"
	Fix      *Fix     // what puts it right, where that is certain; nil otherwise
}

// String gives the finding as compilers do: position: severity: message [code].
func (f Finding) String() string {
	var b strings.Builder
	if place := f.Position.String(); place != "" {
		b.WriteString(place)
		b.WriteString(": ")
	}
	b.WriteString(f.Severity.String())
	b.WriteString(": ")
	b.WriteString(f.Message)
	b.WriteString(" [")
	b.WriteString(f.Code)
	b.WriteString("]")
	return b.String()
}

// A List is a set of findings. The nil List means that nothing was found,
// which is not the same as "compliant": a program can prove gaps and
// contradictions, not lawfulness.
type List []Finding

// HasErrors reports whether any finding is an error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(f Finding) bool { return f.Severity == Error })
}

// Count tells how many findings have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, f := range l {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// Sort puts the findings in the order of the file: by file, line, column, then
// code, path and message. The order is total, so output is the same at each run.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Position.File, b.Position.File),
			cmp.Compare(a.Position.Line, b.Position.Line),
			cmp.Compare(a.Position.Column, b.Position.Column),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Path, b.Path),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// Fill puts the arguments into a message: each "{name}" becomes the value of
// the argument of that name. A name without an argument stays as it is.
func Fill(message string, args ...Arg) string {
	if len(args) == 0 {
		return message
	}
	pairs := make([]string, 0, 2*len(args))
	for _, a := range args {
		pairs = append(pairs, "{"+a.Name+"}", a.Value)
	}
	return strings.NewReplacer(pairs...).Replace(message)
}
