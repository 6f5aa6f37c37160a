package notice_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/lagrum/lagrum/sdk/notice"
)

// allowed lists the elements of a notice with their attributes.
var allowed = map[string]string{
	"article": "class lang", "header": "", "nav": "class aria-labelledby", "section": "aria-labelledby",
	"h1": "id", "h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id",
	"p": "id", "ul": "", "ol": "", "li": "", "dl": "", "dt": "", "dd": "", "div": "class role tabindex aria-label",
	"table": "", "caption": "", "thead": "", "tbody": "", "tr": "", "th": "scope", "td": "data-label",
	"a": "href lang", "span": "lang", "strong": "",
}

func checkHTML(t testing.TB, out []byte) {
	t.Helper()
	body := parseHTML(t, out)
	for _, n := range elements(body, "") {
		names, known := allowed[n.Data]
		if !known {
			t.Errorf("HTML: element %s", n.Data)
		}
		for _, a := range n.Attr {
			if !slices.Contains(strings.Fields(names), a.Key) {
				t.Errorf("HTML: attribute %s on %s", a.Key, n.Data)
			}
			if a.Key == "href" {
				checkAddress(t, a.Val)
			}
		}
	}
	if n := body.FirstChild; n == nil || n.Data != "article" || strings.TrimSpace(text(n.NextSibling)) != "" {
		t.Error("HTML: more than one article")
	}
	checkRendering(t, out, body)
	checkOutline(t, body)
	checkIDs(t, body)
	checkTables(t, body)
}

// checkRendering holds that a parser finds the tree that was written: parsed
// and rendered again, it has the same bytes, quotes aside.
func checkRendering(t testing.TB, out []byte, body *html.Node) {
	t.Helper()
	var again bytes.Buffer
	for n := range body.ChildNodes() {
		if err := html.Render(&again, n); err != nil {
			t.Fatal(err)
		}
	}
	quotes := strings.NewReplacer("&#34;", `"`, "&#39;", "'", "\r\n", "\n", "\r", "\n")
	want, got := quotes.Replace(string(out)), quotes.Replace(again.String())
	if want != got {
		t.Errorf("HTML: a parser finds another tree (-written +found):\n%s", difference(want, got))
	}
}

// difference shows where two long strings part.
func difference(want, got string) string {
	i := 0
	for i < min(len(want), len(got)) && want[i] == got[i] {
		i++
	}
	from := max(0, i-80)
	return fmt.Sprintf("at byte %d\n- %q\n+ %q", i, want[from:min(len(want), i+160)], got[from:min(len(got), i+160)])
}

// checkOutline holds that headings go down one level at a time.
func checkOutline(t testing.TB, body *html.Node) {
	t.Helper()
	level := 0
	for _, tag := range headings(body) {
		l := int(tag[1] - '0')
		if l > level+1 || l == 1 && level > 0 {
			t.Errorf("HTML: %s after h%d", tag, level)
		}
		level = l
	}
	if level == 0 {
		t.Error("HTML: no heading")
	}
}

// headings lists the tags of headings in order: h1, h2.
func headings(body *html.Node) []string {
	var list []string
	for _, n := range elements(body, "") {
		if len(n.Data) == 2 && n.Data[0] == 'h' && '1' <= n.Data[1] && n.Data[1] <= '6' {
			list = append(list, n.Data)
		}
	}
	return list
}

// checkIDs holds that ids are unique and that everything that points to one finds it.
func checkIDs(t testing.TB, body *html.Node) {
	t.Helper()
	ids := map[string]bool{}
	for _, n := range elements(body, "") {
		if id, ok := attribute(n, "id"); ok {
			if ids[id] || id == "" || strings.ContainsAny(id, " \t\n") {
				t.Errorf("HTML: the id %q stands twice or is none", id)
			}
			ids[id] = true
		}
	}
	for _, n := range elements(body, "") {
		if id, ok := attribute(n, "aria-labelledby"); ok && !ids[id] {
			t.Errorf("HTML: %s is labelled by %q, which is not there", n.Data, id)
		}
		// A policy may have links into the page around.
		if href, ok := attribute(n, "href"); ok && inContents(n) && !ids[strings.TrimPrefix(href, "#")] {
			t.Errorf("HTML: a link to %q, which is not there", href)
		}
	}
}

// checkTables holds that each table has a caption and headings, and that its
// rows have as many cells as its head.
func checkTables(t testing.TB, body *html.Node) {
	t.Helper()
	for _, table := range elements(body, "table") {
		if first := elements(table, "")[0]; first.Data != "caption" {
			t.Errorf("HTML: a table begins with %s", first.Data)
		}
		columns := 0
		for i, row := range elements(table, "tr") {
			heads, cells := elements(row, "th"), elements(row, "td")
			scope := "row"
			if i == 0 {
				scope, columns = "col", len(heads)
			}
			for _, th := range heads {
				if got, _ := attribute(th, "scope"); got != scope {
					t.Errorf("HTML: scope %q, want %q", got, scope)
				}
			}
			if i > 0 && (len(heads) != 1 || len(heads)+len(cells) != columns) {
				t.Errorf("HTML: a row of %d and %d cells below %d columns", len(heads), len(cells), columns)
			}
			for _, td := range cells {
				if label, _ := attribute(td, "data-label"); label == "" {
					t.Error("HTML: a cell without a label")
				}
			}
		}
	}
}

// checkAddress holds that a link leads to the web, a mailbox, a telephone or a
// place on this site.
func checkAddress(t testing.TB, href string) {
	t.Helper()
	scheme, _, ok := strings.Cut(href, ":")
	if ok && !strings.ContainsAny(scheme, "/?#") && !slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(scheme)) {
		t.Errorf("link to %q", href)
	}
}

func checkPage(t testing.TB, out []byte, d *notice.Doc) {
	t.Helper()
	page := parsePage(t, out)
	if !bytes.HasPrefix(out, []byte("<!DOCTYPE html>\n<html lang=\""+d.Language+"\">")) {
		t.Errorf("page begins %.60q", out)
	}
	for _, n := range elements(page, "") {
		for _, a := range n.Attr {
			if n.Data == "script" || strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("page: %s with %s", n.Data, a.Key)
			}
		}
	}
	for _, name := range []string{"html", "head", "title", "body", "main", "article", "h1"} {
		if n := len(elements(page, name)); n != 1 {
			t.Errorf("page: %d of %s", n, name)
		}
	}
	if lang, _ := attribute(elements(page, "article")[0], "lang"); lang != string(d.Language) {
		t.Errorf("page: the article is in %q", lang)
	}
	if got := text(elements(page, "title")[0]); squeeze(got) != squeeze(text(elements(page, "h1")[0])) {
		t.Errorf("page: the title is %q", got)
	}
}

// text is all text in n, as it stands.
func text(n *html.Node) string {
	if n == nil {
		return ""
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}
