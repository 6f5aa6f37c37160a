package markup_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lagrum/lagrum/internal/markup"
)

func ExampleAppendLines() {
	words := "The indent of the first line may hold a mark; the lines that follow stand below the words and not below the mark."
	fmt.Printf("%s", markup.AppendLines(nil, "- ", "  ", words))
	// Output:
	// - The indent of the first line may hold a mark; the lines that follow stand
	//   below the words and not below the mark.
}

func TestAppendLines(t *testing.T) {
	for name, tt := range map[string]struct{ words, want string }{
		"nothing":      {" \n ", ""},
		"white space":  {" a\tb\n c ", "> a b c\n"},
		"a long word":  {"a " + strings.Repeat("x", 90) + " b", "> a\n  " + strings.Repeat("x", 90) + "\n  b\n"},
		"just fits":    {strings.Repeat("ä", 74) + " b", "> " + strings.Repeat("ä", 74) + " b\n"},
		"one too many": {strings.Repeat("ä", 75) + " b", "> " + strings.Repeat("ä", 75) + "\n  b\n"},
	} {
		if got := string(markup.AppendLines(nil, "> ", "  ", tt.words)); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

func TestPrintableObeysNoTerminal(t *testing.T) {
	got := markup.Printable("a\x1b[31m\u202eb\xff\u0085\nc")
	if !utf8.ValidString(got) || strings.ContainsAny(got, "\x1b\u202e\u0085\n") {
		t.Errorf("got %q", got)
	}
}
