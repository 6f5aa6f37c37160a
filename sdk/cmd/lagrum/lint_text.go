package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/lagrum/lagrum/sdk/diag"
)

// isTerminal reports whether what is written is most likely read on a screen.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// show prints findings, one a line, or each with the line that it is about.
func (one *linted) show(w io.Writer, context bool) error {
	for i := range one.found {
		said := visible(one.found[i].String()) + "\n"
		if context {
			said += one.excerpt(one.found[i].Position)
		}
		if _, err := io.WriteString(w, said); err != nil {
			return err
		}
	}
	return nil
}

// excerpt shows a line with its number, and a caret under the place:
//
//	4 |   - id: enrol
//	  |     ^
func (one *linted) excerpt(p diag.Position) string {
	if !p.IsValid() {
		return ""
	}
	before, after := around(one.Line(p.Line), p.Column-1)
	number := fmt.Sprintf("%4d", p.Line)
	return number + " | " + visible(before) + visible(after) + "\n" +
		strings.Repeat(" ", len(number)) + " | " + under(visible(before)) + "^\n"
}

// reach is how many bytes of a line are shown on each side of a place.
const reach = 90

// around cuts a line at a place, and what is far from it off.
func around(line []byte, at int) (before, after string) {
	at = min(max(at, 0), len(line))
	from, to := 0, len(line)
	if at > reach {
		for from = at - reach; from < at && !utf8.RuneStart(line[from]); {
			from++
		}
	}
	if len(line)-at > reach {
		for to = at + reach; to > at && !utf8.RuneStart(line[to]); {
			to--
		}
	}
	before, after = string(line[from:at]), string(line[at:to])
	if from > 0 {
		before = "…" + before
	}
	if to < len(line) {
		after += "…"
	}
	return before, after
}

// visible writes what cannot be seen, or could command a terminal, as an escape.
// A tab stays.
func visible(s string) string {
	if strings.IndexFunc(s, hidden) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1, r < ' ' && r != '\t', r == 0x7F:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case hidden(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}

func hidden(r rune) bool { return r != '\t' && !unicode.IsPrint(r) }

// under gives what stands below a text on a terminal: nothing but blanks, and the
// tabs of the text, so that it is as wide.
func under(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteByte('\t')
		case unicode.In(r, unicode.Mn, unicode.Me), 0x1160 <= r && r <= 0x11FF: // combining marks; vowels and final consonants in Hangul
		case width.LookupRune(r).Kind() == width.EastAsianWide, width.LookupRune(r).Kind() == width.EastAsianFullwidth:
			b.WriteString("  ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}
