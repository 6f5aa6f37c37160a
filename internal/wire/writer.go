package wire

import (
	"strconv"
	"unicode/utf8"
)

// A Writer appends JSON (RFC 8259) and sets the commas. The zero Writer is
// ready. It does not check that names and values alternate and that what begins
// ends; that is the caller's, by construction.
type Writer struct {
	buf   []byte
	start int // where the JSON begins in buf
}

// NewWriter gives a Writer that appends to dst.
func NewWriter(dst []byte) *Writer { return &Writer{buf: dst, start: len(dst)} }

// Bytes gives all that was written, after what [NewWriter] was given. It stays
// valid until the next write.
func (w *Writer) Bytes() []byte { return w.buf }

// BeginObject opens an object.
func (w *Writer) BeginObject() *Writer { return w.open('{') }

// EndObject closes the object that was opened last.
func (w *Writer) EndObject() *Writer { return w.close('}') }

// BeginArray opens an array.
func (w *Writer) BeginArray() *Writer { return w.open('[') }

// EndArray closes the array that was opened last.
func (w *Writer) EndArray() *Writer { return w.close(']') }

// Key writes the name of a member; its value must follow.
func (w *Writer) Key(name string) *Writer {
	w.String(name)
	w.buf = append(w.buf, ':')
	return w
}

// String writes a string as [AppendString] does.
func (w *Writer) String(s string) *Writer {
	w.comma()
	w.buf = AppendString(w.buf, s)
	return w
}

// Int writes a whole number. JavaScript reads it exactly up to 2⁵³.
func (w *Writer) Int(n int64) *Writer {
	w.comma()
	w.buf = strconv.AppendInt(w.buf, n, 10)
	return w
}

// Bool writes true or false.
func (w *Writer) Bool(b bool) *Writer {
	w.comma()
	w.buf = strconv.AppendBool(w.buf, b)
	return w
}

// Null writes null.
func (w *Writer) Null() *Writer { return w.Raw("null") }

// Raw writes a JSON value as it is; the caller vouches for it.
func (w *Writer) Raw(json string) *Writer {
	w.comma()
	w.buf = append(w.buf, json...)
	return w
}

func (w *Writer) open(bracket byte) *Writer {
	w.comma()
	w.buf = append(w.buf, bracket)
	return w
}

func (w *Writer) close(bracket byte) *Writer {
	w.buf = append(w.buf, bracket)
	return w
}

// comma separates what follows from a value before it. No value ends in an
// opening bracket or a colon, so the last byte tells.
func (w *Writer) comma() {
	if len(w.buf) == w.start {
		return
	}
	switch w.buf[len(w.buf)-1] {
	case '{', '[', ':':
		return
	}
	w.buf = append(w.buf, ',')
}

// AppendString appends s as a JSON string in quotes. The characters <, > and &,
// and the line ends U+2028 and U+2029, are escaped, so that the text may stand
// inside an HTML script element and in JavaScript. Invalid UTF-8 becomes U+FFFD.
// The bytes are those of encoding/json.
func AppendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	done := 0 // s[:done] is appended
	for i := 0; i < len(s); {
		c := s[i]
		if c > '>' && c < utf8.RuneSelf && c != '\\' || c == ' ' { // most of a text
			i++
			continue
		}
		if c < utf8.RuneSelf {
			if c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
				dst = appendEscaped(append(dst, s[done:i]...), rune(c))
				done = i + 1
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || r == '\u2028' || r == '\u2029' {
			dst = appendEscaped(append(dst, s[done:i]...), r)
			done = i + size
		}
		i += size
	}
	dst = append(dst, s[done:]...)
	return append(dst, '"')
}

// appendEscaped appends a character below U+10000 with a backslash.
func appendEscaped(dst []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(dst, '\\', byte(r))
	case '\b':
		return append(dst, `\b`...)
	case '\f':
		return append(dst, `\f`...)
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	}
	const hex = "0123456789abcdef"
	return append(dst, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}
