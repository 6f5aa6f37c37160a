package screen

import (
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/internal/wire"
)

// A Lexicon holds the patterns of one language. It is data: a form definition
// can carry it to where the engine is.
type Lexicon struct {
	Language string    // a language tag such as "sv"
	Groups   []Group   // words that patterns name together
	Sections []Section // the patterns, by class
}

// A Group is a list of words that a pattern refers to as "@name".
type Group struct {
	Name  string   // letters a to z
	Words []string // words, with stars as in a pattern
}

// A Section holds the patterns of one class.
//
// A pattern is one or more words with a space between. A word is found whole
// and in any case: "diabetes". A star stands for more letters: "allergi*"
// begins a word, "*allergi" ends one, "*allergi*" is anywhere in one. A word
// with a capital letter is found only as it is written: "SD". A bar gives a
// choice, "mum|mother", "@name" the choice of a group, "^" any word with a capital letter, such as a name, though
// not at the beginning of a pattern. Between words, "_" is any one word
// and ".." any words up to three. Words of a pattern stand in one sentence.
//
// A pattern that begins with "!" is an exception: where it is found, the
// patterns of its class that share a word with it are not. A pattern that
// begins with "~" holds only in a field that asks for the class, such as the
// reason of an absence.
type Section struct {
	Class    Class    // what the patterns tell of
	Patterns []string // patterns, in order
}

// A SyntaxError says where a lexicon cannot be read. Lexicons are written by
// their authors and hold nothing personal, so it quotes the pattern.
type SyntaxError struct {
	Line    int    // the line, from 1; 0 for a lexicon that was not read from text
	Pattern string // the line or pattern
	Problem string // what is wrong with it
}

// Error tells the problem with its line.
func (e *SyntaxError) Error() string {
	where := "screen: "
	if e.Line > 0 {
		where += "line " + strconv.Itoa(e.Line) + ": "
	}
	return where + strconv.Quote(e.Pattern) + ": " + e.Problem
}

// Parse reads a lexicon from text: "[class]" begins a section, "@name words"
// names a group, every other line is a pattern. Lines that begin with "#" and
// empty lines are skipped. The error is a *SyntaxError.
func Parse(language, text string) (Lexicon, error) {
	l := Lexicon{Language: language}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if problem := l.add(line); problem != "" {
			return Lexicon{}, &SyntaxError{Line: number, Pattern: line, Problem: problem}
		}
	}
	return l, nil
}

// add takes up one line, and gives the problem with it if there is one.
func (l *Lexicon) add(line string) string {
	switch {
	case line == "" || line[0] == '#':
	case line[0] == '[':
		class := Class(strings.Trim(line, "[]"))
		if !class.Known() {
			return "no such class"
		}
		l.Sections = append(l.Sections, Section{Class: class})
	case line[0] == '@' && len(l.Sections) == 0:
		name, words, _ := strings.Cut(line[1:], " ")
		l.Groups = append(l.Groups, Group{Name: name, Words: strings.FieldsFunc(words, func(c rune) bool { return c == ' ' || c == '|' })})
	case len(l.Sections) == 0:
		return "a pattern before the first class"
	default:
		last := &l.Sections[len(l.Sections)-1]
		last.Patterns = append(last.Patterns, line)
	}
	return ""
}

// Only gives the lexicon with the patterns of these classes alone.
func (l Lexicon) Only(classes ...Class) Lexicon {
	var kept []Section
	for _, s := range l.Sections {
		for _, c := range classes {
			if s.Class == c {
				kept = append(kept, s)
				break
			}
		}
	}
	l.Sections = kept
	return l
}

// AppendJSON appends the lexicon as JSON, for a form definition to carry.
func (l Lexicon) AppendJSON(dst []byte) []byte {
	w := wire.NewWriter(dst)
	w.BeginObject()
	w.Key("language").String(l.Language)
	w.Key("groups").BeginObject()
	for _, g := range l.Groups {
		w.Key(g.Name)
		writeStrings(w, g.Words)
	}
	w.EndObject()
	w.Key("classes").BeginArray()
	for _, s := range l.Sections {
		w.BeginObject()
		w.Key("class").String(string(s.Class))
		w.Key("patterns")
		writeStrings(w, s.Patterns)
		w.EndObject()
	}
	w.EndArray()
	w.EndObject()
	return w.Bytes()
}

func writeStrings(w *wire.Writer, list []string) {
	w.BeginArray()
	for _, s := range list {
		w.String(s)
	}
	w.EndArray()
}

// Read reads what [Lexicon.AppendJSON] wrote. It skips members that it does
// not know; [New] says whether the patterns are any good.
func Read(data []byte) (Lexicon, error) {
	n, err := wire.Read(data, wire.Limits{})
	if err != nil {
		return Lexicon{}, err
	}
	return ReadNode(n), nil
}

// ReadNode is Read for a lexicon inside a larger document.
func ReadNode(n wire.Node) Lexicon {
	var l Lexicon
	l.Language, _ = n.Get("language").Str()
	for _, g := range n.Get("groups").Children {
		l.Groups = append(l.Groups, Group{Name: g.Name, Words: readStrings(g)})
	}
	for _, s := range n.Get("classes").Children {
		class, _ := s.Get("class").Str()
		l.Sections = append(l.Sections, Section{Class: Class(class), Patterns: readStrings(s.Get("patterns"))})
	}
	return l
}

func readStrings(n wire.Node) []string {
	var list []string
	for _, c := range n.Children {
		if s, ok := c.Str(); ok {
			list = append(list, s)
		}
	}
	return list
}
