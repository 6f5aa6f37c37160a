package form_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/lagrum/lagrum/sdk/form"
)

// What follows reads printed forms back with the parser of another, so that the
// printer is not held against itself.

// parseHTML reads a fragment as if it stood in a body.
func parseHTML(t testing.TB, fragment []byte) *html.Node {
	t.Helper()
	body := &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"}
	nodes, err := html.ParseFragment(bytes.NewReader(fragment), body)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	return body
}

// elements lists the elements in n, in order, of some names or of all.
func elements(n *html.Node, names ...string) []*html.Node {
	var list []*html.Node
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, c.Data)) {
			list = append(list, c)
		}
	}
	return list
}

func attribute(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// get is the value of an attribute, empty if there is none.
func get(n *html.Node, name string) string {
	value, _ := attribute(n, name)
	return value
}

// content is all text in n.
func content(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// squeeze makes one space of all white space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// byID finds an element, or gives nil.
func byID(n *html.Node, id string) *html.Node {
	for _, e := range elements(n) {
		if own, ok := attribute(e, "id"); ok && own == id {
			return e
		}
	}
	return nil
}

// controls lists what people fill in.
func controls(n *html.Node) []*html.Node {
	return slices.DeleteFunc(elements(n, "input", "select", "textarea"), func(e *html.Node) bool { return get(e, "type") == "hidden" })
}

// sent gives what a browser sends of a form as it stands (HTML Living Standard,
// 4.10.21.4), in the order of the page.
func sent(n *html.Node) []form.Value {
	var list []form.Value
	for _, e := range elements(n, "input", "select", "textarea") {
		v := form.Value{Name: get(e, "name"), Text: get(e, "value")}
		_, checked := attribute(e, "checked")
		switch {
		case e.Data == "select":
			v.Text = selected(e)
		case e.Data == "textarea":
			v.Text = content(e)
		case get(e, "type") == "file", (get(e, "type") == "radio" || get(e, "type") == "checkbox") && !checked:
			continue
		}
		list = append(list, v)
	}
	return list
}

// selected is the value of a select element with one choice: the last that is
// selected, or else the first of all.
func selected(n *html.Node) string {
	value := ""
	for i, o := range elements(n, "option") {
		if _, ok := attribute(o, "selected"); ok || i == 0 {
			value = get(o, "value")
		}
	}
	return value
}
