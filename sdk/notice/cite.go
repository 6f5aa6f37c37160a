package notice

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// regime gives the names of the policy's data protection law.
func (b *builder) regime() text.Regime {
	switch b.doc.Regime {
	case law.GDPR:
		return b.lang.Law.GDPR
	case law.EUDPR:
		return b.lang.Law.EUDPR
	case law.PUL:
		return b.lang.Law.PUL
	}
	name, ok := law.NameOf(b.doc.Regime, string(b.lang.Tag))
	if !ok {
		return text.Regime{}
	}
	g := b.lang.Law.General
	return text.Regime{Name: fill(g.Name, "act", name.Text), Of: fill(g.Of, "act", name.Text)}
}

// article writes a provision of the policy's regime in words: "Article 6(1)(e)
// of the GDPR". What has no number of an article (PuL counts in sections) is
// given as it is.
func (b *builder) article(number string) string {
	if number == "" {
		return ""
	}
	l := &b.lang.Law
	n := law.Normalise(number)
	a, rest := cutDigits(n)
	p, rest := cutParenthesis(rest)
	letter, rest := cutParenthesis(rest)
	pattern := l.Article
	switch {
	case a == "" || rest != "":
		return fill(l.Section, "act", b.regime().Name, "section", number)
	case letter != "":
		pattern = l.Letter
	case p != "" && p[0] >= 'a':
		pattern, letter, p = l.ArticleLetter, p, ""
	case p != "":
		pattern = l.Paragraph
	}
	words := fill(pattern, "a", a, "p", p, "l", letter)
	of := b.regime().Of
	if of == "" {
		return strings.TrimSuffix(words, ",")
	}
	return fill(l.Of, "article", words, "act", of)
}

func cutDigits(s string) (digits, rest string) {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}

func cutParenthesis(s string) (inside, rest string) {
	if !strings.HasPrefix(s, "(") {
		return "", s
	}
	inside, rest, ok := strings.Cut(s[1:], ")")
	if !ok {
		return "", s
	}
	return inside, rest
}

// cite writes a provision of another act as a span in the act's own language.
func (b *builder) cite(c *policy.Citation) Span {
	if c.Act == b.doc.Regime {
		return Span{Text: b.article(c.Section)}
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
