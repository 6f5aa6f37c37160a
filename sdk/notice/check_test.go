package notice_test

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/lagrum/lagrum/sdk/notice"
)

// checkPrints holds what is true of every notice in every format, whatever the
// policy says.
func checkPrints(t testing.TB, d *notice.Doc) {
	t.Helper()
	var p notice.Printer
	checkHTML(t, p.HTML(d))
	checkPage(t, p.Page(d), d)
	checkMarkdown(t, p.Markdown(d), p.HTML(d))
	checkText(t, p.Text(d), d)
	checkJSON(t, p.JSON(d), p.HTML(d))
	checkRead(t, &p, d)
	for name, print := range map[string]func(*notice.Doc) []byte{"HTML": p.HTML, "Page": p.Page, "Markdown": p.Markdown, "Text": p.Text, "JSON": p.JSON} {
		if !bytes.Equal(print(d), print(d)) {
			t.Errorf("%s differs from one time to the next", name)
		}
	}
}

// checkMarkdown holds that Markdown, rendered, shows what HTML shows, and has
// no element that the printer does not mean.
func checkMarkdown(t testing.TB, out, asHTML []byte) {
	t.Helper()
	if !utf8.Valid(out) {
		t.Error("Markdown: not UTF-8")
	}
	if raw := strings.ReplaceAll(string(out), "](<", ""); strings.Contains(strings.ReplaceAll(raw, "<br>", ""), "<") {
		t.Error("Markdown: raw HTML other than <br>")
	}
	body := renderMarkdown(t, out)
	for _, n := range elements(body, "") {
		switch n.Data {
		case "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "strong", "a", "br", "blockquote", "table", "thead", "tbody", "tr", "th", "td":
		default:
			t.Errorf("Markdown: element %s", n.Data)
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "href":
				checkAddress(t, a.Val)
			case a.Key == "start" && n.Data == "ol":
			default:
				t.Errorf("Markdown: attribute %s on %s", a.Key, n.Data)
			}
		}
	}
	want, got := visible(parseHTML(t, asHTML)), visible(body)
	if want != got {
		t.Errorf("Markdown shows another text than HTML: %s", difference(want, got))
	}
	if want, got := addresses(parseHTML(t, asHTML)), addresses(body); !cmp.Equal(want, got) {
		t.Errorf("Markdown has other links (-HTML +Markdown):\n%s", cmp.Diff(want, got))
	}
}

// inContents reports whether a link stands in the table of contents.
func inContents(a *html.Node) bool {
	for n := range a.Ancestors() {
		if n.Data == "nav" {
			return true
		}
	}
	return false
}

// addresses lists where links lead, those of the table of contents aside.
func addresses(n *html.Node) []string {
	var list []string
	for _, a := range elements(n, "a") {
		if inContents(a) {
			continue
		}
		href, _ := attribute(a, "href")
		// Markdown writes some characters in their percent-encoding.
		if plain, err := url.PathUnescape(href); err == nil {
			href = plain
		}
		list = append(list, href)
	}
	return list
}

// checkText holds that plain text is harmless in a terminal, that its lines
// are short, and that it has all that the tree has.
func checkText(t testing.TB, out []byte, d *notice.Doc) {
	t.Helper()
	if !utf8.Valid(out) {
		t.Error("Text: not UTF-8")
	}
	for _, r := range string(out) {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			t.Errorf("Text: control character %U", r)
			break
		}
	}
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSuffix(line, "\n")
		if utf8.RuneCountInString(line) > 78 && len(strings.Fields(strings.TrimLeft(line, " !*-0123456789."))) > 1 {
			t.Errorf("Text: a line of %d characters: %.200q", utf8.RuneCountInString(line), line)
		}
		if strings.TrimRight(line, " ") != line {
			t.Errorf("Text: space at the end of %.200q", line)
		}
	}
	words := unmarked(string(out))
	eachParagraph(d, func(where string, spans []notice.Span) {
		for _, s := range spans {
			if s := unmarked(printed(s.Text)); !strings.Contains(words, s) {
				t.Errorf("Text: %s: %.200q is not there", where, s)
			}
		}
	})
}

// unmarked is a text in one line without the marks of callouts, which stand
// before each line, also within a paragraph.
func unmarked(s string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(s), func(w string) bool { return w == "!" }), " ")
}

// printed is a text with the characters replaced that plain text has no room for.
func printed(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return utf8.RuneError
		}
		return r
	}, string([]rune(s)))
}

// inHTML is a text with the characters replaced that HTML has no room for. JSON
// escapes them instead.
func inHTML(s string) string {
	return strings.Map(func(r rune) rune {
		control := r < ' ' && !strings.ContainsRune("\t\n\f\r", r) || r >= 0x7f && r < 0xa0
		if control || r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe {
			return utf8.RuneError
		}
		return r
	}, s)
}

// checkJSON holds that JSON has the text of HTML, in its order.
func checkJSON(t testing.TB, out, asHTML []byte) {
	t.Helper()
	d := readJSON(t, out)
	want, got := visible(parseHTML(t, asHTML)), visibleJSON(d)
	if want != got {
		t.Errorf("JSON has another text than HTML: %s", difference(want, got))
	}
	if d.Layer == "" || d.Language == "" {
		t.Error("JSON: no layer or language")
	}
}

// checkRead holds that a notice read from JSON prints as the one that was written.
func checkRead(t testing.TB, p *notice.Printer, d *notice.Doc) {
	t.Helper()
	out, asHTML := p.JSON(d), p.HTML(d)
	d, err := notice.Read(out)
	if err != nil {
		t.Fatal(err)
	}
	if got := p.HTML(d); !bytes.Equal(got, asHTML) {
		t.Errorf("read from JSON it prints otherwise (-want +got):\n%s", cmp.Diff(string(asHTML), string(got)))
	}
	out = bytes.ReplaceAll(out, []byte(`\ufffd`), []byte("\uFFFD")) // as it is written for what is not UTF-8
	if again := p.JSON(d); !bytes.Equal(again, out) {
		t.Errorf("read from JSON it is written otherwise (-want +got):\n%s", cmp.Diff(string(out), string(again)))
	}
}

// eachParagraph calls f for every run of text in the tree, with its place.
func eachParagraph(d *notice.Doc, f func(where string, spans []notice.Span)) {
	one := func(where, s string) { f(where, []notice.Span{{Text: s}}) }
	one("title", d.Title)
	var blocks func(where string, list []notice.Block)
	var items func(where string, l *notice.List)
	items = func(where string, l *notice.List) {
		for i, item := range l.Items {
			f(fmt.Sprintf("%s, item %d", where, i+1), item.Spans)
			if item.Sub != nil {
				items(fmt.Sprintf("%s, item %d", where, i+1), item.Sub)
			}
		}
	}
	blocks = func(where string, list []notice.Block) {
		for _, b := range list {
			switch b := b.(type) {
			case *notice.Paragraph:
				f(where, b.Spans)
			case *notice.List:
				items(where, b)
			case *notice.Table:
				one(where+", caption", b.Caption)
				for i, row := range b.Rows {
					for j, cell := range row {
						for _, p := range cell {
							f(fmt.Sprintf("%s, row %d, %s", where, i+1, b.Head[j]), p)
						}
					}
				}
			case *notice.Definitions:
				for i, item := range b.Items {
					f(fmt.Sprintf("%s, label %d", where, i+1), item.Label)
					blocks(fmt.Sprintf("%s, below label %d", where, i+1), item.Body)
				}
			case *notice.Callout:
				one(where+", callout", b.Title)
				blocks(where+", callout", b.Blocks)
			}
		}
	}
	var sections func(list []notice.Section)
	sections = func(list []notice.Section) {
		for i := range list {
			one("heading of "+list[i].ID, list[i].Title)
			blocks("section "+list[i].ID, list[i].Blocks)
			sections(list[i].Sections)
		}
	}
	blocks("lead", d.Lead)
	sections(d.Sections)
}
