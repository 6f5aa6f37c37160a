package notice_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	renderer "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What follows reads printed notices back with the parsers that readers use,
// so that the printers are held against those and not against themselves.

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

// parsePage reads a whole page.
func parsePage(t testing.TB, page []byte) *html.Node {
	t.Helper()
	n, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// elements lists the elements in n, in order, of one name or of all.
func elements(n *html.Node, name string) []*html.Node {
	var list []*html.Node
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (name == "" || c.Data == name) {
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

// inline is what does not begin a new line of text.
var inline = map[atom.Atom]bool{atom.A: true, atom.Strong: true, atom.Span: true, atom.Em: true}

// visible is the text that a reader sees, block by block, with white space
// squeezed. The table of contents is left out, which only HTML has.
func visible(n *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
			return
		case n.DataAtom == atom.Nav, n.DataAtom == atom.Style, n.DataAtom == atom.Head:
			return
		}
		if !inline[n.DataAtom] {
			b.WriteByte('\n')
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
		if !inline[n.DataAtom] {
			b.WriteByte('\n')
		}
	}
	walk(n)
	return squeeze(b.String())
}

// squeeze makes one space of all white space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// renderMarkdown reads Markdown as GitHub does. Raw HTML in it is kept, so that
// a test sees it.
func renderMarkdown(t testing.TB, src []byte) *html.Node {
	t.Helper()
	// Bare addresses become links on GitHub, which changes no text.
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList), goldmark.WithRendererOptions(renderer.WithUnsafe()))
	var out bytes.Buffer
	if err := md.Convert(src, &out); err != nil {
		t.Fatal(err)
	}
	return parseHTML(t, out.Bytes())
}

// The shape of the JSON that Printer.JSON documents.
type (
	jsonDoc struct {
		Policy, Language, Layer, Title, Version, Effective, Contents string
		Lead                                                         []jsonBlock
		Sections                                                     []jsonSection
	}
	jsonSection struct {
		ID, Title string
		Blocks    []jsonBlock
		Sections  []jsonSection
	}
	jsonBlock struct {
		Type string

		Spans []jsonSpan // paragraph

		Ordered bool        // list
		Items   []*jsonItem // list, definitions

		Caption string // table
		Head    []string
		Rows    [][][][]jsonSpan

		Kind, Title string // callout
		Blocks      []jsonBlock
	}
	jsonItem struct {
		Spans []jsonSpan // of a list
		Sub   *jsonBlock

		Label []jsonSpan // of definitions
		Body  []jsonBlock
	}
	jsonSpan struct {
		Text, URL, Lang string
		Strong          bool
	}
)

func readJSON(t testing.TB, src []byte) jsonDoc {
	t.Helper()
	var d jsonDoc
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		t.Fatalf("JSON: %v", err)
	}
	return d
}

// visibleJSON is the text in a JSON notice, in its order.
func visibleJSON(d jsonDoc) string {
	var b strings.Builder
	line := func(s string) { b.WriteString("\n" + s + "\n") }
	spans := func(list []jsonSpan) {
		words := ""
		for _, s := range list {
			words += s.Text
		}
		line(words)
	}
	var blocks func([]jsonBlock)
	blocks = func(list []jsonBlock) {
		for _, block := range list {
			spans(block.Spans)
			line(block.Caption)
			line(strings.Join(block.Head, "\n"))
			for _, row := range block.Rows {
				for _, cell := range row {
					for _, paragraph := range cell {
						spans(paragraph)
					}
				}
			}
			line(block.Title)
			for _, item := range block.Items {
				spans(item.Spans)
				if item.Sub != nil {
					blocks([]jsonBlock{*item.Sub})
				}
				spans(item.Label)
				blocks(item.Body)
			}
			blocks(block.Blocks)
		}
	}
	var sections func([]jsonSection)
	sections = func(list []jsonSection) {
		for _, s := range list {
			line(s.Title)
			blocks(s.Blocks)
			sections(s.Sections)
		}
	}
	line(d.Title)
	blocks(d.Lead)
	sections(d.Sections)
	return squeeze(inHTML(b.String()))
}
