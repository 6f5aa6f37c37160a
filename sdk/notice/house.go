package notice

import (
	"cmp"
	"strings"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// technologies is the section on cookies and logs (Directive 2002/58/EC
// Article 5(3)).
func (b *builder) technologies() Section {
	s := Section{ID: "technology", Title: b.t.Technology}
	rows := &Table{Caption: b.t.Technology, Head: []string{b.w.Technology, b.w.KindColumn, b.w.WhatFor, b.w.WhichData, b.t.HowLong}}
	refuse := &List{}
	for i := range b.doc.Technologies {
		t := &b.doc.Technologies[i]
		rows.Rows = append(rows.Rows, b.technology(t))
		if how := b.in(t.Refuse); how != "" {
			spans := append(strong(b.in(t.Name)+":"), Span{Text: " " + how})
			refuse.Items = append(refuse.Items, Item{Spans: spans})
		}
	}
	s.Blocks = table(s.Blocks, rows)
	if len(refuse.Items) > 0 {
		s.Blocks = append(say(s.Blocks, b.w.Refuse+":"), refuse)
	}
	return s
}

func (b *builder) technology(t *policy.Technology) []Cell {
	name := cell(b.in(t.Name))
	if provider := b.party(t.Provider); provider != "" && !strings.Contains(provider, b.in(t.Name)) {
		name = append(name, plain(provider))
	}
	kind := map[policy.TechnologyKind]string{
		policy.Cookie: b.w.Cookie, policy.LocalStorage: b.w.LocalStorage, policy.Script: b.w.Script, policy.Pixel: b.w.Pixel, policy.Log: b.w.Log,
	}[t.Kind]
	purpose := cell(sentence(b.in(t.Purpose)))
	switch {
	case t.Kind == policy.Log:
	case t.Necessary:
		purpose = append(purpose, plain(b.w.NeededYes+"."))
	case t.Consent != "":
		purpose = append(purpose, plain(b.w.NeededNo+"."))
	default:
		purpose = append(purpose, plain(b.w.NeededUnsaid+"."))
	}
	data := cell(locale.Capital(b.data(t.Data)))
	if t.NoPersonalData {
		data = append(data, plain(b.w.NoPersonal+"."))
	}
	keep := cell(b.notStated())
	if r := b.find.rules[t.Retention]; r != nil {
		keep = b.ruleCell(r)
	}
	return []Cell{name, cell(kind), purpose, data, keep}
}

// A group is a part of a section: what bears a key stands under its title.
type group struct{ key, title string }

// grouped makes a section of lists, one a group. The id of each is that of the
// section and the key.
func (b *builder) grouped(id, title string, groups []group, items func(key string) []string) Section {
	s := Section{ID: id, Title: title}
	for _, g := range groups {
		part := Section{ID: id + "-" + g.key, Title: g.title, Blocks: bullets(nil, items(g.key)...)}
		s.Sections = section(s.Sections, part)
	}
	return s
}

// security tells how data are protected (Article 32).
func (b *builder) security() Section {
	groups := []group{{string(policy.Organisational), b.w.Organisational}, {string(policy.Technical), b.w.Technical}}
	return b.grouped("security", b.t.Security, groups, func(key string) (items []string) {
		for i := range b.doc.Measures {
			if m := &b.doc.Measures[i]; string(m.Kind) == key {
				items = append(items, b.in(m.Text))
			}
		}
		return items
	})
}

// declarations tells what is not done.
func (b *builder) declarations() Section {
	s := Section{ID: "declarations", Title: b.t.Declared}
	var items []string
	for i := range b.doc.Declarations {
		items = append(items, b.in(b.doc.Declarations[i].Text))
	}
	s.Blocks = bullets(nil, items...)
	return s
}

// textRules tells what may be written in free text.
func (b *builder) textRules() Section {
	groups := []group{{string(policy.RequireText), b.w.Must}, {string(policy.AllowText), b.w.May}, {string(policy.ForbidText), b.w.MayNot}}
	return b.grouped("text-rules", b.t.TextRules, groups, func(key string) (items []string) {
		for i := range b.doc.TextRules {
			r := &b.doc.TextRules[i]
			if string(r.Kind) != key {
				continue
			}
			words := b.in(r.Text)
			if len(r.Examples) > 0 {
				words = joined(words, fill(b.w.Examples, "examples", b.lang.Rules.List(r.Examples)))
			}
			items = append(items, words)
		}
		return items
	})
}

// tasks tells who does what inside the organisation.
func (b *builder) tasks() Section {
	groups := []group{{string(policy.Central), b.w.Central}, {string(policy.Local), b.w.Local}}
	return b.grouped("tasks", b.t.Tasks, groups, func(key string) (items []string) {
		for i := range b.doc.Responsibilities {
			r := &b.doc.Responsibilities[i]
			if string(r.Level) != key {
				continue
			}
			words := joined(sentence(b.in(r.Task)), sentence(b.in(r.When)))
			switch party := b.party(r.Party); {
			case r.Only:
				words = joined(words, fill(b.w.OnlyParty, "party", party))
			case party != "":
				words = joined(words, "("+party+")")
			}
			items = append(items, words)
		}
		return items
	})
}

// advice is what readers had better do, by group.
func (b *builder) advice() Section {
	groups := []group{{string(policy.ToParticipants), b.w.ToParticipants}, {string(policy.ToGuardians), b.w.ToGuardians}, {string(policy.ToStaff), b.w.ToStaff}}
	return b.grouped("advice", b.t.Advice, groups, func(key string) (items []string) {
		for i := range b.doc.Advice {
			a := &b.doc.Advice[i]
			if to := cmp.Or(a.To, policy.ToParticipants); string(to) == key {
				items = append(items, b.in(a.Text))
			}
		}
		return items
	})
}

// codes lists the codes of conduct.
func (b *builder) codes() Section {
	s := Section{ID: "codes", Title: b.t.Codes}
	d := &lexicon{}
	for i := range b.doc.Codes {
		c := &b.doc.Codes[i]
		body := say(nil, b.in(c.Text))
		if !c.Approved && !b.doc.AsPublished {
			body = say(body, b.w.NotApproved)
		}
		body = para(body, b.link(c.Link)...)
		d.add(b.in(c.Name), body)
	}
	if len(d.Items) > 0 {
		s.Blocks = append(s.Blocks, &d.Definitions)
	}
	return s
}

// glossary explains words.
func (b *builder) glossary() Section {
	s := Section{ID: "glossary", Title: b.t.Glossary}
	d := &lexicon{}
	for i := range b.doc.Glossary {
		g := &b.doc.Glossary[i]
		d.add(locale.Capital(b.in(g.Term)), say(nil, b.in(g.Definition)))
	}
	if len(d.Items) > 0 {
		s.Blocks = append(s.Blocks, &d.Definitions)
	}
	return s
}

// acts lists the acts that found the task.
func (b *builder) acts() Section {
	s := Section{ID: "acts", Title: b.t.Acts}
	list := &List{}
	for i := range b.doc.Acts {
		a := &b.doc.Acts[i]
		if !a.Founding {
			continue
		}
		span := b.cite(&policy.Citation{Act: a.ID})
		span.Text, span.URL = locale.Capital(span.Text), a.URL
		list.Items = append(list.Items, Item{Spans: []Span{span}})
	}
	if len(list.Items) > 0 {
		s.Blocks = append(s.Blocks, list)
	}
	return s
}

// links is where to read more.
func (b *builder) links() Section {
	s := Section{ID: "links", Title: b.t.Links}
	list := &List{}
	for i := range b.doc.Links {
		if spans := b.link(b.doc.Links[i].ID); len(spans) > 0 {
			list.Items = append(list.Items, Item{Spans: spans})
		}
	}
	if len(list.Items) > 0 {
		s.Blocks = append(s.Blocks, list)
	}
	return s
}

// link is a link by its id, with a mark if not everybody can open it.
func (b *builder) link(id string) []Span {
	l := b.find.links[id]
	if l == nil {
		return nil
	}
	label, url := b.in(l.Label), b.in(l.URL)
	if label == "" {
		label = url
	}
	spans := []Span{{Text: locale.Capital(label), URL: url}}
	if l.Audience == policy.InternalLink {
		spans = append(spans, Span{Text: " (" + b.t.OnlyInside + ")"})
	}
	return spans
}
