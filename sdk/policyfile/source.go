package policyfile

import (
	"bytes"
	"sort"
	"strconv"
	"unicode/utf8"

	"github.com/lagrum/lagrum/sdk/diag"
)

// A source is the text of a file, with the offset of each of its lines.
type source struct {
	name  string
	text  []byte
	bom   bool // a byte order mark stood before the text
	lines []int
	chars []int // how many characters begin before each block
}

// block is the number of bytes after which characters are counted, so that a
// place in a file of one long line is found without reading all of it.
const block = 4096

// newSource checks size and encoding before anything is parsed. It drops a
// byte order mark.
func newSource(name string, text []byte, l Limits) (source, diag.List) {
	s := source{name: name, lines: []int{0}}
	start := diag.Position{File: name, Line: 1, Column: 1}
	finding := func(at diag.Position, code, message string, args ...diag.Arg) diag.List {
		return diag.List{newFinding(at, "", code, message, args...)}
	}
	if len(text) > l.Size {
		return s, finding(start, "file-too-large",
			"the file is larger than {limit} bytes; a policy of that size is most likely not one",
			diag.Arg{Name: "limit", Value: strconv.Itoa(l.Size)})
	}
	if utf16(text) {
		return s, finding(start, "encoding-utf16", "the file is in UTF-16; save it as UTF-8")
	}
	var findings diag.List
	if rest, ok := bytes.CutPrefix(text, []byte("\uFEFF")); ok {
		text, s.bom = rest, true
		findings = finding(start, "encoding-bom", "the file begins with a byte order mark; save it as UTF-8 without one")
		findings[0].Severity = diag.Warning
	}
	s.text = text
	if bad := s.scan(); bad != nil {
		return s, append(findings, *bad)
	}
	return s, findings
}

// utf16 reports whether the text begins as UTF-16 does: with its byte order
// mark, or with a Latin letter and a zero byte.
func utf16(text []byte) bool {
	if len(text) < 2 {
		return false
	}
	a, b := text[0], text[1]
	return a == 0xFF && b == 0xFE || a == 0xFE && b == 0xFF || a == 0 && b != 0 || a != 0 && b == 0
}

// scan finds the lines, and the first character that cannot stand in a policy:
// what is no UTF-8, what cannot be seen, and what only some programs take for
// the end of a line, so that they would count lines differently.
func (s *source) scan() *diag.Finding {
	count := 0
	for i := 0; i < len(s.text); {
		for i >= len(s.chars)*block {
			// A character that straddles the border began before it.
			s.chars = append(s.chars, count)
		}
		count++
		c := s.text[i]
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(s.text[i:])
		}
		code, message := unwelcome(r, size)
		if code != "" {
			at := s.positionAt(i)
			f := newFinding(at, "", code, message, diag.Arg{Name: "character", Value: codePoint(r)})
			return &f
		}
		i += size
		if c == '\n' || c == '\r' && (i == len(s.text) || s.text[i] != '\n') {
			s.lines = append(s.lines, i)
		}
	}
	return nil
}

// unwelcome says what is wrong with a character, if anything.
func unwelcome(r rune, size int) (code, message string) {
	switch {
	case r == utf8.RuneError && size == 1:
		return "encoding-utf8", "this byte is not UTF-8; save the file as UTF-8"
	case r == '\n' || r == '\r' || r == '\t':
		return "", ""
	case r < ' ' || r >= 0x7F && r <= 0x9F || r == '\u2028' || r == '\u2029' || r == '\uFEFF' || r == 0xFFFE || r == 0xFFFF:
		return "encoding-character", "the character {character} cannot be seen and does not belong here; remove it, or write a plain line break or space"
	}
	return "", ""
}

// codePoint writes a character as Unicode does: U+0000.
func codePoint(r rune) string {
	digits := strconv.FormatInt(int64(r), 16)
	return "U+" + string(bytes.ToUpper([]byte("0000"[:max(0, 4-len(digits))]+digits)))
}

// weight estimates from above how much the parser will have to keep for a text
// in YAML, in values, without parsing it. A line may hold an entry, a colon a
// value, and so on; what only looks so, in the midst of a sentence, counts too.
// The parser keeps quotation marks and the marks of anchors, aliases and tags
// until it knows what they belong to, and comments with what they stand beside.
func weight(text []byte) int {
	n, quotes := 0, 0
	for i, c := range text {
		switch c {
		case '\n', '\r', ',', '[', ']', '{', '}', '&', '*', '!':
			n++
		case '"', '\'':
			quotes++
		case ':':
			if i+1 == len(text) || text[i+1] <= ' ' || i > 0 && (text[i-1] == '"' || text[i-1] == '\'' || text[i-1] == ':') {
				n++
			}
		case ' ':
			if i > 0 && (text[i-1] == '-' || text[i-1] == '?') {
				n++
			}
		case '#':
			if i == 0 || text[i-1] <= ' ' {
				n += 2
			}
		}
	}
	return n + quotes/2
}

// position turns a line and a column in characters, as the parser counts, into
// a position in bytes.
func (s *source) position(line, column int) diag.Position {
	p := diag.Position{File: s.name}
	if line < 1 || line > len(s.lines) {
		return p
	}
	start := s.lines[line-1]
	p.Line, p.Column = line, s.offset(s.count(start)+column-1)-start+1
	return p
}

// count is the number of characters that begin before the offset.
func (s *source) count(offset int) int {
	if len(s.chars) == 0 {
		return 0
	}
	b := min(offset/block, len(s.chars)-1)
	n := s.chars[b]
	for _, c := range s.text[b*block : offset] {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

// offset is where the character with the number begins, or the end of the text.
func (s *source) offset(number int) int {
	b := max(0, sort.SearchInts(s.chars, number+1)-1)
	i := b * block
	if len(s.chars) == 0 {
		return 0
	}
	for n := s.chars[b]; i < len(s.text); i++ {
		if !utf8.RuneStart(s.text[i]) {
			continue
		}
		if n == number {
			break
		}
		n++
	}
	return i
}

// positionAt is the position of a byte in the lines that are known so far.
func (s *source) positionAt(offset int) diag.Position {
	line := sort.SearchInts(s.lines, offset+1)
	return diag.Position{File: s.name, Line: line, Column: offset - s.lines[line-1] + 1}
}

// line is the text of a line from its beginning, with whatever follows.
func (s *source) line(n int) []byte {
	if n < 1 || n > len(s.lines) {
		return nil
	}
	if n == len(s.lines) {
		return s.text[s.lines[n-1]:]
	}
	return s.text[s.lines[n-1]:s.lines[n]]
}

// newFinding makes a finding of the shape: an error, unless it is changed.
func newFinding(at diag.Position, path diag.Path, code, message string, args ...diag.Arg) diag.Finding {
	return diag.Finding{
		Code: code, Severity: diag.Error, Path: path, Position: at,
		Message: diag.Fill(message, args...), Args: args,
	}
}
