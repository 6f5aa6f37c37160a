package markup_test

import (
	"bytes"
	"html"
	"html/template"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	nethtml "golang.org/x/net/html"

	"github.com/lagrum/lagrum/internal/markup"
)

// samples cover each class of character; the fuzz targets start from them.
var samples = []string{
	"", "Namn och skola", "a < b && c > d", `"quoted" and 'single'`, "&amp; &#39; &nbsp; &", "<script>alert(1)</script>",
	"</p><!-- --><![CDATA[ ]]>", "åäö ÆØÅ ðþ 🙂", "\x00\x01\x1f\x7f", "\u0080\u0085\u009f", "\xff\xfe\xc3\x28", "\xed\xa0\x80",
	"\uFDD0\uFFFE\uFFFF\U0001FFFE\uFFFD", "tab\tline\nfeed\freturn\rboth\r\n", "\u2028\u2029\u200b\u202e", "` = ` onload=alert(1)",
}

func TestEscapesOfEachContext(t *testing.T) {
	for name, c := range map[string]struct{ in, text, attr string }{
		"plain":       {"Namn (2 år)", "Namn (2 år)", "Namn (2 år)"},
		"markup":      {"a<b>&c", "a&lt;b&gt;&amp;c", "a&lt;b&gt;&amp;c"},
		"quotes":      {`"'`, `"'`, "&#34;&#39;"},
		"entity":      {"&amp;", "&amp;amp;", "&amp;amp;"},
		"white space": {"\t\n\f\r ", "\t\n\f\r ", "\t\n\f\r "},
		"controls":    {"\x00a\x1b\x7f\u0085", "\uFFFDa\uFFFD\uFFFD\uFFFD", "\uFFFDa\uFFFD\uFFFD\uFFFD"},
		"not UTF-8":   {"a\xffb\xc3", "a\uFFFDb\uFFFD", "a\uFFFDb\uFFFD"},
		"no chars":    {"\uFFFE\uFDD0\U0010FFFF", "\uFFFD\uFFFD\uFFFD", "\uFFFD\uFFFD\uFFFD"},
		"kept as is":  {"\uFFFD\u2028🙂", "\uFFFD\u2028🙂", "\uFFFD\u2028🙂"},
	} {
		got := [2]string{string(markup.AppendText([]byte("x"), c.in)), string(markup.AppendAttr([]byte("x"), c.in))}
		if d := cmp.Diff([2]string{"x" + c.text, "x" + c.attr}, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

func TestEscapingDoesNotAllocate(t *testing.T) {
	dst := make([]byte, 0, 1024)
	for _, s := range samples {
		if n := testing.AllocsPerRun(10, func() {
			markup.AppendText(dst, s)
			markup.AppendAttr(dst, s)
			markup.AppendMarkdown(dst, s)
		}); n != 0 {
			t.Errorf("%q: %v allocations", s, n)
		}
	}
}

// clean is the text with what HTML cannot hold replaced, written the slow way.
func clean(s string) string {
	var b strings.Builder
	for _, r := range s { // invalid UTF-8 is ranged over as U+FFFD, byte by byte
		control := r < 0x20 && !strings.ContainsRune("\t\n\f\r", r) || r >= 0x7f && r < 0xa0
		if control || r >= 0xfdd0 && r <= 0xfdef || r%0x10000 >= 0xfffe {
			r = utf8.RuneError
		}
		b.WriteRune(r)
	}
	return b.String()
}

// newlines does what an HTML parser does to its input before all else.
func newlines(s string) string { return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s) }

// inBody parses a fragment and gives its first node.
func inBody(t *testing.T, fragment string) *nethtml.Node {
	t.Helper()
	doc, err := nethtml.Parse(strings.NewReader("<!doctype html><body>" + fragment))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Data == "body" {
			return n.FirstChild
		}
	}
	t.Fatal("no body")
	return nil
}

func checkHTML(t *testing.T, s string) {
	t.Helper()
	want := clean(s)
	text := string(markup.AppendText(nil, s))
	attr := string(markup.AppendAttr(nil, s))

	// html.EscapeString is the first oracle: both are unescaped to the same.
	if got := html.UnescapeString(text); got != html.UnescapeString(html.EscapeString(want)) {
		t.Fatalf("text of %q is %q", s, text)
	}
	if attr != strings.ToValidUTF8(html.EscapeString(want), "\uFFFD") {
		t.Fatalf("attribute of %q is %q, html.EscapeString gives %q", s, attr, html.EscapeString(want))
	}

	// A parser is the second: one element, one attribute, and the text itself.
	for _, quote := range []string{`"`, `'`} {
		n := inBody(t, "<b title="+quote+attr+quote+">"+text+"</b>")
		if n.Data != "b" || len(n.Attr) != 1 || n.NextSibling != nil {
			t.Fatalf("%q changed the tree", s)
		}
		if n.Attr[0].Val != newlines(want) {
			t.Fatalf("attribute: got %q, want %q", n.Attr[0].Val, newlines(want))
		}
		var got string
		for child := range n.ChildNodes() {
			if child.Type != nethtml.TextNode {
				t.Fatalf("%q made a node %v", s, child.Data)
			}
			got += child.Data
		}
		if got != newlines(want) {
			t.Fatalf("text: got %q, want %q", got, newlines(want))
		}
	}
}

func TestHTMLAgainstTheParser(t *testing.T) {
	for _, s := range samples {
		checkHTML(t, s)
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(checkHTML)
}

// html/template writes more references than needed; parsed, the page is the same.
func TestHTMLAgainstTemplate(t *testing.T) {
	page := template.Must(template.New("").Parse(`<b title="{{.}}">{{.}}</b>`))
	for _, s := range samples {
		s = clean(s)
		var b bytes.Buffer
		if err := page.Execute(&b, s); err != nil {
			t.Fatal(err)
		}
		ours := `<b title="` + string(markup.AppendAttr(nil, s)) + `">` + string(markup.AppendText(nil, s)) + `</b>`
		got, want := inBody(t, ours), inBody(t, b.String())
		if d := cmp.Diff(want.Attr, got.Attr); d != "" {
			t.Errorf("%q, attribute (-want +got):\n%s", s, d)
		}
		if (want.FirstChild == nil) != (got.FirstChild == nil) || want.FirstChild != nil && want.FirstChild.Data != got.FirstChild.Data {
			t.Errorf("%q, text: got %v, want %v", s, got.FirstChild, want.FirstChild)
		}
	}
}

var prose = strings.Repeat("Uppgifterna sparas i två år efter kursens slut & gallras sedan. <Kontakt> ", 20)

func BenchmarkAppendText(b *testing.B) {
	dst := make([]byte, 0, 2*len(prose))
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		dst = markup.AppendText(dst[:0], prose)
	}
}

func BenchmarkEscapeString(b *testing.B) {
	dst := make([]byte, 0, 2*len(prose))
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		dst = append(dst[:0], html.EscapeString(prose)...)
	}
}
