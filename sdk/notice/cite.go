package notice

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// cite writes a provision of another act as a span in the act's own language.
func (b *builder) cite(c *policy.Citation) Span {
	if c.Act == b.doc.Regime {
		return Span{Text: b.words.Article(c.Section)}
	}
	if own := b.find.acts[c.Act]; own != nil {
		title := b.in(own.Title)
		if own.Number != "" && !strings.Contains(title, own.Number) {
			title += " (" + own.Number + ")"
		}
		return Span{Text: b.provision(title, c.Section)}
	}
	act, ok := law.Find(c.Act)
	if !ok {
		return Span{}
	}
	title := act.Title
	if b.lang.Tag != languageOf(act) && b.regimeName(act.ID) != "" {
		title = b.regimeName(act.ID)
	}
	s := Span{Text: b.provision(title, c.Section)}
	if tag := languageOf(act); tag != b.lang.Tag && title == act.Title {
		s.Lang = tag
	}
	return s
}

// regimeName is the name of a data protection law in the notice's language, or "".
func (b *builder) regimeName(id law.ActID) string {
	name, _ := law.NameOf(id, string(b.lang.Tag))
	return name.Text
}

func (b *builder) provision(title, section string) string {
	if section == "" {
		return title
	}
	return fill(b.lang.Law.Section, "act", title, "section", section)
}

// languageOf is the language in which the table gives an act's title.
func languageOf(act law.Act) locale.Tag {
	switch act.Jurisdiction {
	case "SE":
		return locale.SV
	case "DK":
		return locale.DA
	case "NO":
		return locale.NB
	case "FI":
		return locale.FI
	case "IS":
		return locale.IS
	case "DE":
		return "de"
	}
	return locale.EN
}

// citations adds a list of provisions with what each lays down, under a label.
func (b *builder) citations(blocks []Block, label string, list []policy.Citation) []Block {
	var items []Item
	for i := range list {
		s := b.cite(&list[i])
		if s.Text == "" {
			continue
		}
		spans := []Span{s}
		if note := b.in(list[i].Note); note != "" {
			spans = append(spans, Span{Text: " – " + note})
		}
		items = append(items, Item{Spans: spans})
	}
	if len(items) == 0 {
		return blocks
	}
	if len(items) == 1 {
		return para(blocks, append(plain(label+": "), items[0].Spans...)...)
	}
	for i := range items {
		items[i].Spans[0].Text = locale.Capital(items[i].Spans[0].Text)
	}
	blocks = say(blocks, label+":")
	return append(blocks, &List{Items: items})
}

// provisions puts several provisions into one cell.
func (b *builder) provisions(list []policy.Citation) Cell {
	var c Cell
	for i := range list {
		if s := b.cite(&list[i]); s.Text != "" {
			c = append(c, []Span{s})
		}
	}
	return c
}
