package notice

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// controllers is the section on who is responsible (Article 13(1)(a) and (b)).
func (b *builder) controllers() Section {
	s := Section{ID: "controller", Title: b.t.Controller}
	fixed, perScope := b.controllerIDs()
	s.Blocks = b.jointly(s.Blocks)
	for _, id := range fixed {
		if titles := b.aloneFor(id); len(titles) > 0 {
			s.Blocks = say(s.Blocks, fill(b.t.ControllerIs, "name", b.party(id)))
			if len(fixed)+len(perScope) > 1 {
				s.Blocks = say(s.Blocks, fill(b.lang.Rights.AppliesTo, "purposes", b.lang.Rules.List(titles)))
			}
		}
		s.Blocks = append(s.Blocks, b.partyBlocks(id)...)
	}
	for _, kind := range perScope {
		s.Blocks = append(s.Blocks, b.perScope(kind, fixed)...)
	}
	s.Blocks = append(s.Blocks, b.jointEssence()...)
	return s
}

// controllerIDs lists the controllers that the reader's activities have, in
// order, and the kinds of scope on which others depend.
func (b *builder) controllerIDs() (fixed []string, perScope []policy.ScopeKind) {
	return b.reader.fixed, b.reader.perScope
}

// controllersOf resolves the controllers of an activity. Where they depend on
// a scope that the reader's context does not name, the kind of that scope is given.
func (b *builder) controllersOf(a *policy.Activity) ([]string, policy.ScopeKind) {
	if a.ControllerPer == "" {
		return a.Controllers, ""
	}
	for _, id := range []string{b.ctx.Event, b.ctx.Scope} {
		if s := b.find.scopes[id]; s != nil && s.Kind == a.ControllerPer && len(s.Controllers) > 0 {
			return s.Controllers, ""
		}
	}
	return a.Controllers, a.ControllerPer
}

// jointly says who are joint controllers, each group once.
func (b *builder) jointly(blocks []Block) []Block {
	seen := map[string]bool{}
	for i := range b.doc.Activities {
		a := &b.doc.Activities[i]
		if a.Joint == nil || !b.applies(a) {
			continue
		}
		ids, _ := b.controllersOf(a)
		names := b.lang.Rules.List(b.parties(ids))
		if len(ids) > 1 && !seen[names] {
			seen[names] = true
			blocks = say(blocks, fill(b.t.ControllersAre, "names", names))
		}
	}
	return blocks
}

// aloneFor names the reader's activities of which a party is controller by
// itself, not jointly with others.
func (b *builder) aloneFor(id string) []string {
	var titles []string
	for _, a := range b.reader.alone[id] {
		titles = append(titles, b.activityTitle(a))
	}
	return titles
}

// perScope says on what the controller depends, and lists who it is where,
// with the cards of those that have none yet.
func (b *builder) perScope(kind policy.ScopeKind, fixed []string) []Block {
	blocks, shown := b.whoIsWhere(kind)
	slices.Sort(shown)
	shown = slices.DeleteFunc(slices.Compact(shown), func(id string) bool { return b.reader.controls[id] })
	if kind == policy.PathScope && len(shown) > 1 && b.shareContact(shown) {
		blocks = say(blocks, b.t.SameContact)
	}
	for _, id := range shown {
		blocks = append(blocks, b.partyBlocks(id)...)
	}
	return blocks
}

// whoIsWhere is the table of controllers by scope, and those it names.
func (b *builder) whoIsWhere(kind policy.ScopeKind) (blocks []Block, shown []string) {
	switch kind {
	case policy.EventScope:
		blocks = say(blocks, b.t.ControllerPerEvent)
	case policy.PathScope:
		blocks = say(blocks, b.t.ControllerPerPath)
	case policy.SystemScope:
		blocks = say(blocks, b.t.ControllerPerSys)
	}
	if b.scope != nil {
		return blocks, nil // the reader's own scope names nobody; others would mislead
	}
	rows := &Table{Caption: b.t.ControllerTable, Head: []string{b.w.Where, b.t.ControllerFor}}
	for i := range b.doc.Scopes {
		s := &b.doc.Scopes[i]
		if s.Kind != kind || len(s.Controllers) == 0 {
			continue
		}
		where := b.in(s.Title)
		if s.Path != "" {
			where += " (" + s.Path + ")"
		}
		rows.Rows = append(rows.Rows, []Cell{cell(where), cell(b.parties(s.Controllers)...)})
		shown = append(shown, s.Controllers...)
	}
	blocks = table(blocks, rows)
	return blocks, shown
}

// shareContact reports whether all the parties have the same e-mail address.
func (b *builder) shareContact(ids []string) bool {
	first := b.find.parties[ids[0]]
	return first != nil && first.Email != "" && !slices.ContainsFunc(ids, func(id string) bool {
		p := b.find.parties[id]
		return p == nil || p.Email != first.Email
	})
}

// partyBlocks is a party's card, with the units and functions that act for it,
// its officer and its representative.
func (b *builder) partyBlocks(id string) []Block {
	p := b.find.parties[id]
	if p == nil {
		return nil
	}
	var blocks []Block
	if capacity := b.in(p.Capacity); capacity != "" {
		blocks = say(blocks, fill(b.t.ControllerCapacity, "name", b.in(p.Name), "capacity", capacity))
	}
	card := &Definitions{}
	definition(card, locale.Capital(b.in(p.Name)), b.partyLines(p))
	if len(card.Items) > 0 {
		blocks = append(blocks, card)
	}
	for _, unit := range b.reader.units[id] {
		if unit.Kind == policy.LegalEntity || unit.Kind == "" {
			continue
		}
		pattern, key := b.t.Unit, "unit"
		if unit.Kind == policy.Function {
			pattern, key = b.t.Function, "function"
		}
		blocks = say(blocks, locale.Capital(fill(pattern, key, b.in(unit.Name), "party", b.in(p.Name))))
		if lines := b.partyLines(unit); len(lines) > 0 {
			blocks = append(blocks, &Definitions{Items: []Definition{{Label: plain(locale.Capital(b.in(unit.Name))), Body: lines}}})
		}
	}
	return append(blocks, b.officers(p)...)
}

// partyLines is what a card says below the name.
func (b *builder) partyLines(p *policy.Party) []Block {
	var spans [][]Span
	if p.OrgNumber != "" {
		spans = append(spans, plain(b.t.OrgNumber+": "+p.OrgNumber))
	}
	spans = append(spans, b.reach(p.Address, p.Email, p.Phone, p.Web)...)
	return lines(spans)
}

// officers is the data protection officer and the representative of a party,
// or of the party that it is a part of.
func (b *builder) officers(p *policy.Party) []Block {
	card := &Definitions{}
	owner := p
	b.wholes(p.ID, func(whole *policy.Party) bool {
		owner = whole
		return whole.DPO == ""
	})
	if c := b.find.contacts[owner.DPO]; c != nil {
		definition(card, b.t.DPO, b.contactLines(c, !strings.EqualFold(b.in(c.Name), b.t.DPO)))
	}
	if r := b.find.parties[p.Representative]; r != nil {
		definition(card, b.t.Representative, append(say(nil, b.in(r.Name)), b.partyLines(r)...))
	}
	if len(card.Items) == 0 {
		return nil
	}
	return []Block{card}
}

// wholes goes from a party to the one that it is a part of, and so on, until
// the function has enough. Parties that are parts of each other come once.
func (b *builder) wholes(id string, next func(*policy.Party) bool) {
	seen := map[string]bool{}
	for p := b.find.parties[id]; p != nil && !seen[p.ID] && next(p); p = b.find.parties[p.PartOf] {
		seen[p.ID] = true
	}
}

func (b *builder) jointEssence() []Block {
	var blocks []Block
	for i := range b.doc.Activities {
		a := &b.doc.Activities[i]
		if a.Joint == nil {
			continue
		}
		if essence := b.in(a.Joint.Essence); essence != "" {
			d := &Definitions{}
			body := say(nil, essence)
			if c := b.find.contacts[a.Joint.Contact]; c != nil {
				body = append(body, b.contactLines(c, true)...)
			}
			definition(d, b.t.JointEssence, body)
			blocks = append(blocks, d)
		}
	}
	return blocks
}
