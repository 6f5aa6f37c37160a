package wire

import "strconv"

// A Problem is why a text was not read.
type Problem uint8

// The problems.
const (
	TooLarge   Problem = 1 // more than Limits.Bytes
	TooDeep    Problem = 2 // more than Limits.Depth
	TooMany    Problem = 3 // more than Limits.Nodes or Limits.Members
	Syntax     Problem = 4 // not JSON (RFC 8259), or cut off
	NotUTF8    Problem = 5 // a string is not UTF-8, or escapes half a surrogate pair
	RepeatName Problem = 6 // an object has a name twice
)

// String says the problem in words.
func (p Problem) String() string {
	switch p {
	case TooLarge:
		return "too many bytes"
	case TooDeep:
		return "nested too deeply"
	case TooMany:
		return "too many values"
	case Syntax:
		return "not JSON"
	case NotUTF8:
		return "text is not Unicode"
	case RepeatName:
		return "a name stands twice in an object"
	}
	return "problem(" + strconv.Itoa(int(p)) + ")"
}

// An Error says what was wrong with a JSON text, and where. It holds nothing of
// the text itself, which may be personal.
type Error struct {
	Problem Problem
	Offset  int // in bytes, from 0
}

// Error gives the problem and its place.
func (e *Error) Error() string {
	return "wire: " + e.Problem.String() + " at byte " + strconv.Itoa(e.Offset)
}
