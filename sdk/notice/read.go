package notice

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
)

// readLimits bound a notice that is read.
var readLimits = wire.Limits{Bytes: 4 << 20, Nodes: 1 << 18}

// Read reads what [Printer.JSON] wrote. It skips members that it does not know,
// and takes what is missing for empty. The notice prints as the one that was
// written, but that unsafe addresses are gone.
func Read(data []byte) (*Doc, error) {
	n, err := wire.Read(data, readLimits)
	if err != nil {
		return nil, err
	}
	return ReadNode(n), nil
}

// ReadNode is [Read] for a notice inside a larger document.
func ReadNode(n wire.Node) *Doc {
	d := &Doc{
		Policy: n.StrOf("policy"), Language: locale.Tag(n.StrOf("language")), Layer: Layer(n.StrOf("layer")), Title: n.StrOf("title"),
		Version: n.StrOf("version"), Lead: readBlocks(n.Get("lead")), Contents: n.StrOf("contents"), Sections: readSections(n.Get("sections")),
	}
	d.Effective, _ = date.Parse(n.StrOf("effective"))
	return d
}

func readSections(n wire.Node) []Section {
	var list []Section
	for _, c := range n.Children {
		list = append(list, Section{
			ID: c.StrOf("id"), Title: c.StrOf("title"), Blocks: readBlocks(c.Get("blocks")), Sections: readSections(c.Get("sections")),
		})
	}
	return list
}

func readBlocks(n wire.Node) []Block {
	var list []Block
	for _, c := range n.Children {
		if b := readBlock(c); b != nil {
			list = append(list, b)
		}
	}
	return list
}

// readBlock gives nil for a type that it does not know, and for a table without
// columns.
func readBlock(n wire.Node) Block {
	switch n.StrOf("type") {
	case "paragraph":
		return &Paragraph{Spans: readSpans(n.Get("spans"))}
	case "list":
		return readList(n)
	case "table":
		if len(n.Get("head").Children) > 0 {
			return readTable(n)
		}
	case "definitions":
		return readDefinitions(n)
	case "callout":
		return &Callout{Kind: CalloutKind(n.StrOf("kind")), Title: n.StrOf("title"), Blocks: readBlocks(n.Get("blocks"))}
	}
	return nil
}

func readList(n wire.Node) *List {
	l := &List{}
	l.Ordered, _ = n.Get("ordered").Bool()
	for _, c := range n.Get("items").Children {
		item := Item{Spans: readSpans(c.Get("spans"))}
		if sub := c.Get("sub"); sub.Kind == wire.Object {
			item.Sub = readList(sub)
		}
		l.Items = append(l.Items, item)
	}
	return l
}

func readTable(n wire.Node) *Table {
	t := &Table{Caption: n.StrOf("caption")}
	for _, c := range n.Get("head").Children {
		title, _ := c.Str()
		t.Head = append(t.Head, title)
	}
	for _, r := range n.Get("rows").Children {
		var row []Cell
		for _, c := range r.Children {
			var cell Cell
			for _, p := range c.Children {
				cell = append(cell, readSpans(p))
			}
			row = append(row, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func readDefinitions(n wire.Node) *Definitions {
	d := &Definitions{}
	for _, c := range n.Get("items").Children {
		d.Items = append(d.Items, Definition{Label: readSpans(c.Get("label")), Body: readBlocks(c.Get("body"))})
	}
	return d
}

func readSpans(n wire.Node) []Span {
	var list []Span
	for _, c := range n.Children {
		s := Span{Text: c.StrOf("text"), URL: c.StrOf("url"), Lang: locale.Tag(c.StrOf("lang"))}
		s.Strong, _ = c.Get("strong").Bool()
		list = append(list, s)
	}
	return list
}
