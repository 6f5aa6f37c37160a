package markup_test

import (
	"bytes"
	"html"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/lagrum/lagrum/internal/markup"
)

func TestMarkdownEscapesOnlyWhatItMust(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"prose":             {"Namn, skola (2 år) - se 3.2!?", "Namn, skola (2 år) - se 3.2!?"},
		"emphasis":          {"*a* _b_ ~c~ `d`", "\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`"},
		"link":              {"![a](b)", `!\[a\](b)`},
		"image of a link":   {"Hej!", `Hej\!`},
		"HTML":              {"<b>&amp;", "&lt;b&gt;&amp;amp;"},
		"heading":           {"# C #", `\# C \#`},
		"number sign":       {"nr #5 av", "nr #5 av"},
		"bullet":            {"- a", `\- a`},
		"numbered":          {"12. a", `12\. a`},
		"numbered, bracket": {"1) a", `1\) a`},
		"table row":         {":-:", `\:-:`},
		"dot first":         {". a", `\. a`},
		"a later dot":       {"a 1. b", "a 1. b"},
		"line break":        {"a\nb\r\nc", "a&#10;b&#13;&#10;c"},
		"indent":            {"    a ", "&#32;   a&#32;"},
		"table":             {"a|b", `a\|b`},
		"backslash":         {`a\`, `a\\`},
		"control":           {"\x00\x7f\xff\uFFFE", "\uFFFD\uFFFD\uFFFD\uFFFD"},
	} {
		if got := string(markup.AppendMarkdown(nil, c.in)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// places are the spots in which a printer puts text, with what a renderer makes of them.
var places = []struct{ before, after, open, close string }{
	{"", "\n", "<p>", "</p>\n"},
	{"# ", "\n", "<h1>", "</h1>\n"},
	{"- ", "\n", "<ul>\n<li>", "</li>\n</ul>\n"},
	{"1. ", "\n", "<ol>\n<li>", "</li>\n</ol>\n"},
	{"[", "](/a)\n", `<p><a href="/a">`, "</a></p>\n"},
	{"before ", " after\n", "<p>before ", " after</p>\n"},
	{"a\n", "\nb\n", "<p>a\n", "\nb</p>\n"},
	{"", "[b](/a)\n", "<p>", `<a href="/a">b</a></p>` + "\n"},
	{"**b**", "\n", "<p><strong>b</strong>", "</p>\n"},
}

func checkMarkdown(t *testing.T, s string) {
	t.Helper()
	if s == "" {
		return // no text, no block
	}
	gfm := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList))
	for _, convert := range []goldmark.Markdown{goldmark.New(), gfm} {
		for _, p := range places {
			source := p.before + string(markup.AppendMarkdown(nil, s)) + p.after
			var b bytes.Buffer
			if err := convert.Convert([]byte(source), &b); err != nil {
				t.Fatal(err)
			}
			got, ok := strings.CutPrefix(b.String(), p.open)
			if ok {
				got, ok = strings.CutSuffix(got, p.close)
			}
			if !ok || strings.ContainsAny(got, "<>") || html.UnescapeString(got) != clean(s) {
				t.Fatalf("%q is written %q and rendered %q", s, source, b.String())
			}
		}
	}
}

func TestMarkdownAgainstARenderer(t *testing.T) {
	for _, s := range append(samples,
		"# a", "## a ##", "a #", "-", "- a", "+ a", "* a", "1. a", "1)", "123456789. a", "---", "===", "***", "- - -", "> a", "```", "~~~",
		"    code", "\tcode", "a  \nb", "a\\\nb", "a\n\nb", "[a]: b", "[a][b]", "![a](b)", "<https://a.example>", "https://a.example", "&#35; a",
		"|a|\n|-|", "~~a~~", "[ ] a", "[x] a", ":-", "a!", "!", " ", "  ", "\n", "=", "&copy;", "<!-- a -->", `\`, `\\`, ":", "a.", ".", "0",
	) {
		checkMarkdown(t, s)
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	for _, s := range []string{"# a #", "1. a", "- - -", "a\n\nb", "![a](b)", "[ ] a", "|a|\n|-|", "\u00a0a\u00a0", "**", "_a_", "~~"} {
		f.Add(s)
	}
	f.Fuzz(checkMarkdown)
}
