package notice

import (
	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/internal/wire"
)

// JSON writes the notice's tree as JSON: for a page that lays out the notice
// itself, and for the widgets. An address whose scheme is not known to be safe
// is left out.
//
// The top object has policy, language, layer, title, version, effective
// (2026-01-31), lead, contents (a heading) and sections. A section has id, title, blocks and
// sections. A block has type (paragraph, list, table, definitions or callout)
// and what its kind in this package holds; spans have text, strong, url, lang.
func (p *Printer) JSON(d *Doc) []byte {
	w := wire.NewWriter(make([]byte, 0, 1<<14))
	w.BeginObject()
	w.Key("policy").String(d.Policy)
	w.Key("language").String(string(d.Language))
	w.Key("layer").String(string(d.Layer))
	w.Key("title").String(d.Title)
	if d.Version != "" {
		w.Key("version").String(d.Version)
	}
	if !d.Effective.IsZero() {
		w.Key("effective").String(d.Effective.String())
	}
	j := jsonPrinter{w}
	j.blocks("lead", d.Lead)
	if d.Contents != "" {
		w.Key("contents").String(d.Contents)
	}
	j.sections(d.Sections)
	w.EndObject()
	return append(w.Bytes(), '\n')
}

type jsonPrinter struct{ *wire.Writer }

func (j jsonPrinter) sections(list []Section) {
	j.Key("sections").BeginArray()
	for i := range list {
		s := &list[i]
		j.BeginObject()
		j.Key("id").String(s.ID)
		j.Key("title").String(s.Title)
		j.blocks("blocks", s.Blocks)
		j.sections(s.Sections)
		j.EndObject()
	}
	j.EndArray()
}

func (j jsonPrinter) blocks(key string, list []Block) {
	j.Key(key).BeginArray()
	for _, b := range list {
		j.BeginObject()
		switch b := b.(type) {
		case *Paragraph:
			j.kind("paragraph").spans("spans", b.Spans)
		case *List:
			j.kind("list").list(b)
		case *Table:
			j.kind("table").table(b)
		case *Definitions:
			j.kind("definitions").definitions(b)
		case *Callout:
			j.kind("callout")
			j.Key("kind").String(string(b.Kind))
			j.Key("title").String(b.Title)
			j.blocks("blocks", b.Blocks)
		}
		j.EndObject()
	}
	j.EndArray()
}

func (j jsonPrinter) kind(name string) jsonPrinter {
	j.Key("type").String(name)
	return j
}

func (j jsonPrinter) list(l *List) {
	j.Key("ordered").Bool(l.Ordered)
	j.Key("items").BeginArray()
	for i := range l.Items {
		j.BeginObject()
		j.spans("spans", l.Items[i].Spans)
		if sub := l.Items[i].Sub; sub != nil {
			j.Key("sub").BeginObject()
			j.list(sub)
			j.EndObject()
		}
		j.EndObject()
	}
	j.EndArray()
}

func (j jsonPrinter) table(t *Table) {
	j.Key("caption").String(t.Caption)
	j.Key("head").BeginArray()
	for _, title := range t.Head {
		j.String(title)
	}
	j.EndArray()
	j.Key("rows").BeginArray()
	for _, row := range t.Rows {
		j.BeginArray()
		for _, c := range row {
			j.BeginArray()
			for _, p := range c {
				j.spanList(p)
			}
			j.EndArray()
		}
		j.EndArray()
	}
	j.EndArray()
}

func (j jsonPrinter) definitions(d *Definitions) {
	j.Key("items").BeginArray()
	for i := range d.Items {
		j.BeginObject()
		j.spans("label", d.Items[i].Label)
		j.blocks("body", d.Items[i].Body)
		j.EndObject()
	}
	j.EndArray()
}

func (j jsonPrinter) spans(key string, list []Span) {
	j.Key(key)
	j.spanList(list)
}

func (j jsonPrinter) spanList(list []Span) {
	j.BeginArray()
	for i := range list {
		s := &list[i]
		j.BeginObject()
		j.Key("text").String(s.Text)
		if s.Strong {
			j.Key("strong").Bool(true)
		}
		if url, safe := markup.SafeURL(s.URL); safe {
			j.Key("url").String(url)
		}
		if s.Lang != "" {
			j.Key("lang").String(string(s.Lang))
		}
		j.EndObject()
	}
	j.EndArray()
}
