package notice

import (
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// reach gives the ways to reach somebody, one line each.
func (b *builder) reach(a *policy.Address, email, phone, web string) [][]Span {
	var list [][]Span
	if a != nil {
		if s := postal(a); s != "" {
			list = append(list, plain(b.t.Address+": "+s))
		}
	}
	if phone != "" {
		list = append(list, []Span{{Text: b.t.Phone + ": "}, {Text: phone, URL: telURL(phone)}})
	}
	if email != "" {
		list = append(list, []Span{{Text: b.t.Email + ": "}, {Text: email, URL: "mailto:" + email}})
	}
	if web != "" {
		list = append(list, []Span{{Text: b.t.Web + ": "}, {Text: web, URL: web}})
	}
	return list
}

// postal writes an address on one line, the postal code before the town as in
// all countries of the seven languages.
func postal(a *policy.Address) string {
	place := a.PostalCode
	if a.City != "" {
		if place != "" {
			place += " "
		}
		place += a.City
	}
	if a.Street == "" || place == "" {
		return a.Street + place
	}
	return a.Street + ", " + place
}

// telURL is the address of a telephone number (RFC 3966), or "" if there are
// too few digits in it.
func telURL(phone string) string {
	var digits []byte
	for i := range len(phone) {
		c := phone[i]
		if c >= '0' && c <= '9' || c == '+' && len(digits) == 0 {
			digits = append(digits, c)
		}
	}
	if len(digits) < 5 {
		return ""
	}
	return "tel:" + string(digits)
}

// lines makes one list of short lines: a card.
func lines(spans [][]Span) []Block {
	if len(spans) == 0 {
		return nil
	}
	list := &List{}
	for _, s := range spans {
		list.Items = append(list.Items, Item{Spans: s})
	}
	return []Block{list}
}

// contactLines is what is said of a contact, with its name or without.
func (b *builder) contactLines(c *policy.Contact, named bool) []Block {
	var spans [][]Span
	if named {
		spans = append(spans, nonEmpty(locale.Capital(b.in(c.Name)))...)
	}
	spans = append(spans, nonEmpty(sentence(b.in(c.About)))...)
	spans = append(spans, nonEmpty(sentence(b.in(c.FoundIn)))...)
	spans = append(spans, b.reach(c.Address, c.Email, c.Phone, c.Web)...)
	return lines(spans)
}

// mention is a contact on one line, for places where its card would repeat
// what the section on contacts says.
func (b *builder) mention(c *policy.Contact) []Block {
	if c == nil {
		return nil
	}
	spans := plain(locale.Capital(b.in(c.Name)))
	add := func(s Span) {
		if len(spans) > 0 {
			spans = append(spans, Span{Text: ", "})
		}
		spans = append(spans, s)
	}
	switch {
	case c.Email != "":
		add(Span{Text: c.Email, URL: "mailto:" + c.Email})
	case c.Web != "":
		add(Span{Text: c.Web, URL: c.Web})
	}
	if c.Phone != "" {
		add(Span{Text: c.Phone, URL: telURL(c.Phone)})
	}
	blocks := para(nil, spans...)
	if c.Email == "" && c.Web == "" && c.Phone == "" {
		blocks = say(blocks, sentence(b.in(c.FoundIn)))
	}
	return blocks
}

func nonEmpty(s string) [][]Span {
	if s == "" {
		return nil
	}
	return [][]Span{plain(s)}
}

// contacts is the section on whom to ask. The contacts of the reader's event
// or part of the site come first.
func (b *builder) contacts() Section {
	s := Section{ID: "contacts", Title: b.t.Contacts}
	cards := &lexicon{}
	shown := map[string]bool{}
	add := func(c *policy.Contact) {
		if c == nil || shown[c.ID] {
			return
		}
		shown[c.ID] = true
		label := locale.Capital(b.in(c.Name))
		if at := b.party(c.Party); at != "" && at != label {
			label += ", " + at
		}
		cards.add(label, b.contactLines(c, false))
	}
	if b.scope != nil {
		for _, id := range b.scope.Contacts {
			add(b.find.contacts[id])
		}
	}
	for i := range b.doc.Contacts {
		if c := &b.doc.Contacts[i]; b.scope == nil || !b.ofOtherScope(c.ID) {
			add(c)
		}
	}
	if len(cards.Items) > 0 {
		s.Blocks = append(s.Blocks, &cards.Definitions)
	}
	return s
}

// ofOtherScope reports whether a contact belongs to scopes, and the reader's is not among them.
func (b *builder) ofOtherScope(id string) bool {
	other := false
	for i := range b.doc.Scopes {
		s := &b.doc.Scopes[i]
		for _, c := range s.Contacts {
			if c != id {
				continue
			}
			if s == b.scope {
				return false
			}
			other = true
		}
	}
	return other
}
