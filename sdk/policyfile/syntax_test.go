package policyfile

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Each case is one mistake that people make, with the whole finding.
var syntaxCases = []struct{ name, src, want string }{
	{"comment without space", "id: \"a\"#b\n", `1:8: error: a comment begins here without a space before it; write a space before "#", or put the text in quotation marks`},
	{"at sign", "id: @a\n", `1:5: error: text cannot begin with this character; put it in quotation marks`},
	{"back quote after others", "id: a\nversion: `1`\n", `2:10: error: text cannot begin with this character; put it in quotation marks`},
	{"tab indents", "title:\n\tsv: x\n", `2:1: error: a tab indents this line; indent with spaces`},
	{"tab and spaces indent", "title:\n  \tsv: x\n", `2:3: error: a tab indents this line; indent with spaces`},
	{"list entry beside a key", "parties: - id: a\n", `1:10: error: a list entry cannot begin here; begin each on a line of its own with "- "`},
	{"colon in text", "title: a: b\n", `1:9: error: a colon with a space after it cannot stand here; put the text in quotation marks, or check the indentation of this line`},
	{"question mark", "title: ? a\n", `1:8: error: a key cannot begin here; put it on a line of its own`},
	{"star", "id: *\n", `1:6: error: text cannot begin with "*"; put it in quotation marks`},
	{"star and word", "id: *a\n", `1:5: error: nothing above is marked with this name; text that begins with "*" needs quotation marks`},
	{"ampersand", "id: &\n", `1:6: error: text cannot begin with "&"; put it in quotation marks`},
	{"text after bar", "title:\n  sv: | text\n", `2:9: error: after "|" or ">" the line ends, and the text begins on the next line, indented with spaces`},
	{"quote not closed", "id: a\ntitle: \"x\nversion: 1\n", `2:8: error: the quotation mark that opens here is never closed`},
	{"quote not closed before a document", "title: 'x\n---\n", `1:8: error: the quotation mark that opens here is never closed`},
	{"unknown escape", `title: "C:\q"`, `1:11: error: no escape is written like this; write "\\" for a backslash, or use single quotation marks`},
	{"half an escape", `title: "\u12"`, `1:11: error: this escape names no character; write the character itself`},
	{"half a character", `title: "\ud800"`, `1:11: error: this escape names no character; write the character itself`},
	{"line without key", "id: a\nversion\ntitle: b\n", `2:1: error: this line has no key; write a key, a colon and a space, or indent the line if it continues a text`},
	{"key where the list goes on", "parties:\n  - id: a\n  id: b\n", `3:3: error: this line does not continue the list; begin each entry with "- ", indented as the first one`},
	{"entry further out", "parties:\n - id: a\n- id: b\n", `3:1: error: this line fits no mapping above it; indent it as the keys it belongs to, and put text that holds quotation marks or colons in quotation marks`},
	{"text after quote", "title: 'a' b\n", `1:12: error: this line fits no mapping above it; indent it as the keys it belongs to, and put text that holds quotation marks or colons in quotation marks`},
	{"bracket not closed", "languages: [sv, en\nid: a\n", `2:3: error: a comma or "]" is missing before this`},
	{"brace not closed", "title: {sv: a, en: b\nid: a\n", `2:3: error: a comma or "}" is missing before this`},
	{"bracket too much", "languages: ]\n", `1:12: error: a value is missing here, or a comma or bracket is too much`},
	{"text after the end", "id: a\n... b\n", `2:5: error: nothing may follow "..." on its line`},
	{"second value", "{id: a}\nb: c\n", `2:1: error: the policy has ended above this line; indent the line as the keys it belongs to`},
	{"directive", "%FOO bar\n---\nid: a\n", `1:5: error: a line that begins with "%" is a directive, which a policy does not need; remove it`},
	{"version twice", "%YAML 1.2\n%YAML 1.2\n---\nid: a\n", `1:1: error: a line that begins with "%" is a directive, which a policy does not need; remove it`},
	{"tag twice", "%TAG !a! b\n%TAG !a! b\n---\nid: a\n", `2:1: error: a line that begins with "%" is a directive, which a policy does not need; remove it`},
	{"version two", "%YAML 2.0\n---\nid: a\n", `1:1: error: a line that begins with "%" is a directive, which a policy does not need; remove it`},
	{"unknown tag handle", "id: !a!b c\n", `1:5: error: text cannot begin with "!"; put it in quotation marks`},
	{"broken tag", "id: !<a c\n", `1:8: error: text cannot begin with "!"; put it in quotation marks`},
	{"column in bytes", "title: \"å\": ä: b\n", `1:12: error: a colon with a space after it cannot stand here; put the text in quotation marks, or check the indentation of this line`},
}

func TestSyntaxErrorsSayWhatToDo(t *testing.T) {
	for _, c := range syntaxCases {
		t.Run(c.name, func(t *testing.T) {
			file := Parse("", []byte(c.src))
			explained(t, file)
			if len(file.Findings) != 1 || file.Doc != nil {
				t.Fatalf("findings %v, document %v", file.Findings, file.Doc != nil)
			}
			if diff := cmp.Diff(c.want+" [syntax]", file.Findings[0].String()); diff != "" {
				t.Errorf("finding (-want +got):\n%s", diff)
			}
		})
	}
}

// An advice that no mistake leads to would never be tested.
func TestEveryComplaintHasACase(t *testing.T) {
	for _, c := range complaints {
		reached := false
		for _, s := range syntaxCases {
			reached = reached || strings.HasSuffix(s.want, c.advice)
		}
		if !reached {
			t.Errorf("no case for %q in %q", c.message, c.context)
		}
	}
}
