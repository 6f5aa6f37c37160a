package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// The caret stands below the character, whatever stands before it: blanks are
// as wide as the characters above them.
func TestCaretStandsUnderThePlace(t *testing.T) {
	for _, c := range []struct{ name, line, mark, want string }{
		{"plain", `id: x y`, "y", "   1 | id: x y\n     |       ^\n"},
		{"tab", "\tid:\tx y", "y", "   1 | \tid:\tx y\n     | \t   \t  ^\n"},
		{"two bytes a letter", `å: åäö y`, "y", "   1 | å: åäö y\n     |        ^\n"},
		{"wide characters", `東京: y`, "y", "   1 | 東京: y\n     |       ^\n"},
		{"full-width letters", `Ｉ: y`, "y", "   1 | Ｉ: y\n     |     ^\n"},
		{"a picture", `😀: y`, "y", "   1 | 😀: y\n     |     ^\n"},
		{"combining marks", "e\u0301\u0323: y", "y", "   1 | e\u0301\u0323: y\n     |    ^\n"},
		{"Hangul in parts", "\u1112\u1161\u11ab: y", "y", "   1 | \u1112\u1161\u11ab: y\n     |     ^\n"},
		{"a control character", "a\x1b[31m: y", "y", "   1 | a\\x1b[31m: y\n     |            ^\n"},
		{"an order of writing", "a\u202e: y", "y", "   1 | a\\u202e: y\n     |          ^\n"},
		{"no UTF-8", "a\xff: y", "y", "   1 | a\\xff: y\n     |        ^\n"},
		{"the first", `y`, "y", "   1 | y\n     | ^\n"},
		{"the end of the line", `id:` + "\x00", "\x00", "   1 | id:\\x00\n     |    ^\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			one := linted{input: input{File: policyfile.Parse("p", []byte(c.line+"\nz: 1\n"))}}
			got := one.excerpt(diag.Position{Line: 1, Column: strings.LastIndex(c.line, c.mark) + 1})
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("excerpt (-want +got):\n%s", diff)
			}
		})
	}
}

func TestExcerptOfALongLine(t *testing.T) {
	line := []byte(strings.Repeat("å", 500) + "y" + strings.Repeat("ö", 500))
	before, after := around(line, 1000)
	if before != "…"+strings.Repeat("å", reach/2) || after != "y"+strings.Repeat("ö", reach/2-1)+"…" {
		t.Errorf("got %q and %q", before, after)
	}
	for _, at := range []int{-1, 0, len(line), len(line) + 7} {
		before, after := around(line, at)
		if len(before)+len(after) > 2*reach+2*len("…") || !strings.Contains(string(line), strings.Trim(before+after, "…")) {
			t.Errorf("at %d: %q and %q", at, before, after)
		}
	}
	if got := (&linted{}).excerpt(diag.Position{}); got != "" {
		t.Errorf("without a place: %q", got)
	}
}

func TestVisibleKeepsWhatCanBeRead(t *testing.T) {
	for s, want := range map[string]string{
		"plain åäö 東京 😀\t": "plain åäö 東京 😀\t", "\x1b]0;a\x07": `\x1b]0;a\x07`, "a\u00a0b\u200f": `a\u00a0b\u200f`, "\x7f\n\xc3": `\x7f\x0a\xc3`, "\ufffd": "\ufffd",
	} {
		if got := visible(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}
