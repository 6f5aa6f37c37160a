package policyfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/diag"
)

func TestEncoding(t *testing.T) {
	const utf16 = `1:1: error: the file is in UTF-16; save it as UTF-8 [encoding-utf16]`
	const empty = `1:1: error: the file is empty; a policy begins with lines such as: id: evening-school [file-empty]`
	unseen := func(place, char string) string {
		return place + ": error: the character " + char + " cannot be seen and does not belong here; remove it, or write a plain line break or space [encoding-character]"
	}
	for _, c := range []struct{ name, src, want string }{
		{"empty", "", empty},
		{"blank", " \n\n", empty},
		{"comments only", "# id: a\n", empty},
		{"document of nothing", "---\n...\n", empty},
		{"byte order mark", "\uFEFFid: a\n", `1:1: warning: the file begins with a byte order mark; save it as UTF-8 without one [encoding-bom]`},
		{"UTF-16, little end first", "\xFF\xFEi\x00d\x00", utf16},
		{"UTF-16, big end first", "\xFE\xFF\x00i\x00d", utf16},
		{"UTF-16 without its mark", "i\x00d\x00:\x00", utf16},
		{"Latin-1", "id: a\ntitle: f\xF6r\n", `2:9: error: this byte is not UTF-8; save the file as UTF-8 [encoding-utf8]`},
		{"cut off", "title: \xC3", `1:8: error: this byte is not UTF-8; save the file as UTF-8 [encoding-utf8]`},
		{"NUL", "id: a\ntitle: å\x00\n", unseen("2:10", "U+0000")},
		{"bell", "id: \a\n", unseen("1:5", "U+0007")},
		{"next line", "id: a\u0085\n", unseen("1:6", "U+0085")},
		{"line separator", "id: a\r\ntitle: \"a\u2028b\"\n", unseen("2:10", "U+2028")},
		{"byte order mark inside", "id: a\uFEFF\n", unseen("1:6", "U+FEFF")},
		{"two documents", "id: a\n---\nid: b\n", `2:1: error: a second document begins here; a file holds one policy, so remove the line "---" or use two files [document-second]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := Parse("", []byte(c.src))
			explained(t, file)
			if len(file.Findings) != 1 {
				t.Fatalf("findings: %v", file.Findings)
			}
			if diff := cmp.Diff(c.want, file.Findings[0].String()); diff != "" {
				t.Errorf("finding (-want +got):\n%s", diff)
			}
			if read := file.Doc != nil; read != (c.name == "byte order mark") {
				t.Errorf("a document: %v", read)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	nested := func(n int) string {
		return "purposes: " + strings.Repeat("[{parts: ", n) + "[]" + strings.Repeat("}]", n)
	}
	stairs := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat(" ", i) + "a:\n")
		}
		return b.String()
	}
	// Each line holds ten aliases of the line before.
	bomb := "purposes:\n- &p0 {id: a}\n"
	for i := range 9 {
		d := string(rune('0' + i))
		bomb += "- &p" + string(rune('1'+i)) + " {parts: [" + strings.Repeat("*p"+d+",", 10) + "]}\n"
	}
	// A text of a hundred bytes, and ways to bring it in again.
	long := "service: &t " + strings.Repeat("x", 100) + "\n"
	again := func(n int, way string) string { return long + "textRules:\n" + strings.Repeat(way+"\n", n) }
	for _, c := range []struct {
		name, src string
		limits    Limits
		want      string // the code, or nothing
	}{
		{"as large as may be", "id: abc", Limits{Size: 7}, ""},
		{"too large", "id: abcd", Limits{Size: 7}, "file-too-large"},
		{"as deep as may be", nested(31), Limits{}, ""},
		{"too deep in brackets", nested(32), Limits{}, "too-deep"},
		{"too deep in lines", stairs(66), Limits{}, "too-deep"},
		{"too deep in JSON", `{"purposes":` + strings.Repeat(`[{"parts":`, 32) + "[]" + strings.Repeat("}]", 32) + "}", Limits{}, "too-deep"},
		{"nothing but brackets", strings.Repeat("[", 10<<20), Limits{}, "too-many-values"},
		{"brackets below the limit of values", strings.Repeat("[", 1<<20), Limits{}, "too-deep"},
		{"dashes", strings.Repeat("- ", 100_000), Limits{}, "too-deep"},
		{"question marks", strings.Repeat("? ", 100_000), Limits{}, "too-deep"},
		{"too many values", "languages: [" + strings.Repeat("sv,", 1000) + "]", Limits{Values: 1000}, "too-many-values"},
		{"too many values in JSON", `{"languages":[` + strings.Repeat(`"sv",`, 1000) + `"sv"]}`, Limits{Values: 1000}, "too-many-values"},
		{"too many aliases", bomb, Limits{}, "alias-too-many"},
		{"as much text by aliases as may be", again(10, "- {id: *t}"), Limits{Size: 1000}, ""},
		{"too much text by aliases", again(11, "- {examples: [*t]}"), Limits{Size: 1000}, "alias-too-many"},
		{"too much text by aliases, in languages", again(11, "- {text: {sv: *t}}"), Limits{Size: 1000}, "alias-too-many"},
		{"too much text by aliases, in keys", again(11, "- {? *t : a}"), Limits{Size: 1000}, "alias-too-many"},
		{"too much text by aliases, in what is marked", again(1, "- &r {text: {sv: *t}}") + strings.Repeat("- *r\n", 10), Limits{Size: 1000}, "alias-too-many"},
		{"alias of itself", "purposes: &p\n- parts: *p\n", Limits{}, "alias-cycle"},
		{"wrong all over", strings.Repeat("a: b\n", 2000), Limits{}, "too-many-findings"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := c.limits.Parse("", []byte(c.src))
			explained(t, file)
			var codes []string
			for _, f := range file.Findings {
				if f.Code != "key-unknown" {
					codes = append(codes, f.Code)
				}
				if !f.Position.IsValid() {
					t.Errorf("no position: %v", f)
				}
			}
			if got := strings.Join(codes, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLoadReadsNoMoreThanTheLimit(t *testing.T) {
	name := filepath.Join(t.TempDir(), "policy.yaml")
	if err := os.WriteFile(name, []byte("id: evening-school\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := Load(name)
	if err != nil || file.Name != name || file.Doc == nil || file.Doc.ID != "evening-school" {
		t.Errorf("got %+v, %v", file, err)
	}
	file, err = Limits{Size: 4}.Load(name)
	if err != nil || len(file.Findings) != 1 || file.Findings[0].Code != "file-too-large" {
		t.Errorf("got %+v, %v", file, err)
	}
	if _, err = Load(name + "s"); !os.IsNotExist(err) {
		t.Errorf("a file that is not there: %v", err)
	}
}

// A file of one long line, in characters of one to four bytes.
func TestPositionInALongLine(t *testing.T) {
	text := []byte(strings.Repeat("aå€😀", 3000) + "\n" + strings.Repeat("😀€åa", 3000))
	s := source{name: "f", text: text, lines: []int{0}}
	if bad := s.scan(); bad != nil {
		t.Fatal(bad)
	}
	for line, start := range s.lines {
		column := 1
		for i := start; i < len(text) && text[i] != '\n'; {
			want := diag.Position{File: "f", Line: line + 1, Column: i - start + 1}
			if got := s.position(line+1, column); got != want {
				t.Fatalf("line %d, character %d: got %v, want %v", line+1, column, got, want)
			}
			_, size := utf8.DecodeRune(text[i:])
			i, column = i+size, column+1
		}
	}
}

func TestSuggest(t *testing.T) {
	keys := []string{"title", "effectiveFrom", "orgNumber", "to", "id"}
	for word, want := range map[string]string{
		"titel": "title", "tilte": "title", "Title": "title", "effective-from": "effectiveFrom", "org_number": "orgNumber",
		"ID": "id", "x": "", "": "", "colour": "", "from": "", strings.Repeat("t", 1000): "",
	} {
		if got := suggest(word, keys); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}
