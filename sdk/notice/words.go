package notice

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// in gives a text of the policy in the notice's language, with white space
// squeezed: authors break lines where it suits them.
func (b *builder) in(t policy.Text) string {
	return strings.Join(strings.Fields(t.In(b.lang.Tag)), " ")
}

// fill puts arguments, given as name and value in turn, into a pattern.
func fill(pattern string, pairs ...string) string {
	args := make([]locale.Arg, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args = append(args, locale.Arg{Name: pairs[i], Value: pairs[i+1]})
	}
	return locale.Format(pattern, args...)
}

// sentence makes a phrase a sentence: a capital first, a full stop last.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") {
		return locale.Capital(s)
	}
	return locale.Capital(s) + "."
}

// plain is a run of text as spans; no text is no span.
func plain(s string) []Span {
	if s == "" {
		return nil
	}
	return []Span{{Text: s}}
}

func strong(s string) []Span {
	if s == "" {
		return nil
	}
	return []Span{{Text: s, Strong: true}}
}

// para adds a paragraph, unless it is empty.
func para(blocks []Block, spans ...Span) []Block {
	if len(spans) == 0 || len(spans) == 1 && spans[0].Text == "" {
		return blocks
	}
	return append(blocks, &Paragraph{Spans: spans})
}

// say adds a paragraph of plain text, unless it is empty.
func say(blocks []Block, s string) []Block { return para(blocks, plain(s)...) }

// bullets adds a list of plain items, leaving out empty ones.
func bullets(blocks []Block, items ...string) []Block {
	list := &List{}
	for _, s := range items {
		if s != "" {
			list.Items = append(list.Items, Item{Spans: plain(s)})
		}
	}
	if len(list.Items) == 0 {
		return blocks
	}
	return append(blocks, list)
}

// itemise is one paragraph for one text, and a list for several.
func itemise(list []string) []Block {
	if len(list) == 1 {
		return say(nil, list[0])
	}
	return bullets(nil, list...)
}

// cell is a table cell with one paragraph for each text that is not empty.
func cell(paragraphs ...string) Cell {
	var c Cell
	for _, s := range paragraphs {
		if s != "" {
			c = append(c, plain(s))
		}
	}
	return c
}

// notStated is what a cell says where a published notice is silent. In a policy
// of one's own the cell stays empty, and lint says what is missing.
func (b *builder) notStated() string {
	if b.doc.AsPublished {
		return b.w.NotStated
	}
	return ""
}

// table adds a table without the columns in which nothing stands, unless it
// has no rows.
func table(blocks []Block, t *Table) []Block {
	if len(t.Rows) == 0 {
		return blocks
	}
	for column := len(t.Head) - 1; column > 0; column-- {
		if slices.ContainsFunc(t.Rows, func(row []Cell) bool { return len(row[column]) > 0 }) {
			continue
		}
		t.Head = slices.Delete(t.Head, column, column+1)
		for i := range t.Rows {
			t.Rows[i] = slices.Delete(t.Rows[i], column, column+1)
		}
	}
	return append(blocks, t)
}

// section adds a section, unless it has no content.
func section(list []Section, s Section) []Section {
	if len(s.Blocks) == 0 && len(s.Sections) == 0 {
		return list
	}
	return append(list, s)
}

// definition adds a labelled part, unless it is empty. A label that is there
// already gets the new part below the old one: a label stands once in a list.
func definition(d *Definitions, label string, body []Block) {
	if len(body) == 0 {
		return
	}
	for i := range d.Items {
		if l := d.Items[i].Label; len(l) == 1 && l[0].Text == label {
			d.Items[i].Body = append(d.Items[i].Body, body...)
			return
		}
	}
	d.Items = append(d.Items, Definition{Label: plain(label), Body: body})
}

// A lexicon is a list of definitions that may be long: it finds a label at once.
type lexicon struct {
	Definitions
	at map[string]int
}

// add does what definition does.
func (l *lexicon) add(label string, body []Block) {
	if len(body) == 0 {
		return
	}
	if i, ok := l.at[label]; ok {
		l.Items[i].Body = append(l.Items[i].Body, body...)
		return
	}
	if l.at == nil {
		l.at = map[string]int{}
	}
	if label != "" { // what has no label is not the same
		l.at[label] = len(l.Items)
	}
	l.Items = append(l.Items, Definition{Label: plain(label), Body: body})
}

// unique gives the texts in their order, each once.
func unique(list []string) []string {
	var out []string
	seen := make(map[string]bool, len(list))
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// party gives a party's name. A reference that leads nowhere gives nothing;
// lint reports it.
func (b *builder) party(id string) string {
	if p := b.find.parties[id]; p != nil {
		return b.in(p.Name)
	}
	return ""
}

func (b *builder) parties(ids []string) []string {
	var list []string
	for _, id := range ids {
		if s := b.party(id); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// data gives the labels of data as a list in words, without those that the
// reader's event does not ask for.
func (b *builder) data(ids []string) string { return b.lang.Rules.List(b.dataLabels(ids)) }

func (b *builder) dataLabels(ids []string) []string {
	var list []string
	for _, id := range ids {
		if d := b.find.data[id]; d != nil && b.asked(d.When) {
			if s := b.in(d.Label); s != "" {
				list = append(list, s)
			}
		}
	}
	return list
}

// trimStop takes a full stop off the end.
func trimStop(s string) string { return strings.TrimSuffix(s, ".") }

// joined puts sentences after each other.
func joined(sentences ...string) string {
	var list []string
	for _, s := range sentences {
		if s != "" {
			list = append(list, s)
		}
	}
	return strings.Join(list, " ")
}

// around cuts a pattern at its placeholder, for values that are spans.
func around(pattern, placeholder string) (before, after string) {
	before, after, _ = strings.Cut(pattern, placeholder)
	return before, after
}
