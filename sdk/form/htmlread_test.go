package form_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// allowed lists the elements of a form with their attributes.
var allowed = map[string]string{
	"section": "class lang aria-labelledby id tabindex autofocus", "form": "method action enctype accept-charset novalidate",
	"h1": "id", "h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id", "div": "class id data-if-field data-if-is data-needs-yes",
	"p": "class id aria-hidden data-max data-left data-over", "ul": "", "li": "", "dl": "class id", "dt": "", "dd": "", "span": "class", "a": "href",
	"fieldset": "class role aria-invalid aria-describedby data-if-field data-if-is", "legend": "", "label": "for", "details": "class", "summary": "",
	"input":    "type id name value class checked accept autocomplete inputmode autocapitalize spellcheck tabindex aria-describedby aria-invalid",
	"textarea": "id name rows class autocomplete spellcheck aria-describedby aria-invalid", "select": "id name class autocomplete aria-describedby aria-invalid",
	"option": "value selected", "button": "type",
}

// checkHTML holds a printed form, or what was received, to the rules of all.
func checkHTML(t testing.TB, out []byte) *html.Node {
	t.Helper()
	body := parseHTML(t, out)
	for _, n := range elements(body) {
		names, known := allowed[n.Data]
		if !known {
			t.Errorf("element %s", n.Data)
		}
		for _, a := range n.Attr {
			if !slices.Contains(strings.Fields(names), a.Key) {
				t.Errorf("attribute %s on %s", a.Key, n.Data)
			}
			if a.Key == "href" || a.Key == "action" {
				checkAddress(t, body, a.Val)
			}
		}
	}
	if n := body.FirstChild; n == nil || n.Data != "section" || len(elements(body, "form")) > 1 || strings.TrimSpace(content(body)) != strings.TrimSpace(content(n)) {
		t.Error("more than one section")
	}
	checkTree(t, out, body)
	checkIDs(t, body)
	checkControls(t, body)
	checkHeadings(t, body)
	return body
}

// checkAddress holds that a link leads to a control of this form or to a page.
func checkAddress(t testing.TB, body *html.Node, address string) {
	t.Helper()
	id, within := strings.CutPrefix(address, "#")
	if n := byID(body, id); within && (n == nil || !slices.Contains(controls(body), n)) {
		t.Errorf("a link to %q, which is no control", address)
	}
	if strings.Contains(address, "script:") {
		t.Errorf("the address %q", address)
	}
}

// checkTree holds that a parser finds the tree that was written: parsed and
// rendered again, it has the same bytes, but for quotes and the values of
// attributes that need none.
func checkTree(t testing.TB, out []byte, body *html.Node) {
	t.Helper()
	var again bytes.Buffer
	for n := range body.ChildNodes() {
		if err := html.Render(&again, n); err != nil {
			t.Fatal(err)
		}
	}
	same := strings.NewReplacer("&#34;", `"`, "&#39;", "'", "\r\n", "\n", "\r", "\n", `=""`, "", "/>", ">")
	if want, got := same.Replace(string(out)), same.Replace(again.String()); want != got {
		t.Errorf("a parser finds another tree: %s", difference(want, got))
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

// checkIDs holds that ids are unique and that what points to one finds it.
func checkIDs(t testing.TB, body *html.Node) {
	t.Helper()
	ids := map[string]bool{}
	for _, n := range elements(body) {
		if id, ok := attribute(n, "id"); ok {
			if ids[id] || id == "" || strings.ContainsAny(id, " \t\n") {
				t.Errorf("the id %q stands twice or is none", id)
			}
			ids[id] = true
		}
	}
	for _, n := range elements(body) {
		for _, name := range []string{"aria-labelledby", "aria-describedby", "for"} {
			value, ok := attribute(n, name)
			if ok && strings.TrimSpace(value) == "" {
				t.Errorf("%s of %s is empty", name, n.Data)
			}
			for id := range strings.FieldsSeq(value) {
				if !ids[id] {
					t.Errorf("%s of %s is %q, which is not there", name, n.Data, id)
				}
			}
		}
	}
}

// checkControls holds that every control has a name, and one label that says
// something; that those that belong together have a legend; and that the
// browser is not asked to judge.
func checkControls(t testing.TB, body *html.Node) {
	t.Helper()
	labels := map[string]int{}
	for _, n := range elements(body, "label") {
		labels[get(n, "for")]++
		if strings.Trim(content(n), " \t\n\f\r") == "" {
			t.Errorf("the label of %q says nothing", get(n, "for"))
		}
	}
	for _, n := range controls(body) {
		if get(n, "name") == "" || labels[get(n, "id")] != 1 {
			t.Errorf("%s %q has %d labels", n.Data, get(n, "name"), labels[get(n, "id")])
		}
		if get(n, "type") == "radio" && !within(n, "fieldset") {
			t.Errorf("the button %q stands in no fieldset", get(n, "name"))
		}
	}
	for _, n := range elements(body, "fieldset") {
		legends := 0
		for c := range n.ChildNodes() {
			if c.Data == "legend" {
				legends++
			}
		}
		if legends != 1 && get(n, "class") != "lagrum-group" {
			t.Errorf("a fieldset of class %q has %d legends", get(n, "class"), legends)
		}
	}
	for _, n := range elements(body, "form") {
		if _, ok := attribute(n, "novalidate"); !ok || get(n, "method") != "post" {
			t.Error("the form is not sent by post, unchecked by the browser")
		}
	}
}

func within(n *html.Node, name string) bool {
	for p := range n.Ancestors() {
		if p.Data == name {
			return true
		}
	}
	return false
}

// checkHeadings holds that headings go down one level at a time.
func checkHeadings(t testing.TB, body *html.Node) {
	t.Helper()
	level := 0
	for _, n := range elements(body, "h1", "h2", "h3", "h4", "h5", "h6") {
		l := int(n.Data[1] - '0')
		if level > 0 && l > level+1 {
			t.Errorf("%s after h%d", n.Data, level)
		}
		level = l
	}
	if level == 0 {
		t.Error("no heading")
	}
}
