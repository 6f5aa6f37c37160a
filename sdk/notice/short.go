package notice

import (
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

// short is the first layer: who, why, what may surprise, rights, where to read
// more (WP260 rev.01 point 36).
func (b *builder) short() *Doc {
	d := b.head(fill(b.t.ShortTitle, "title", b.title()))
	d.Lead = say(d.Lead, b.in(b.doc.Summary))
	d.Lead = say(d.Lead, b.forScope())
	d.Sections = section(d.Sections, Section{ID: "controller", Title: b.t.ShortWho, Blocks: b.shortWho()})
	d.Sections = section(d.Sections, b.shortWhy())
	d.Sections = section(d.Sections, b.notable())
	d.Sections = section(d.Sections, b.shortRights())
	d.Sections = section(d.Sections, b.shortMore())
	return d
}

func (b *builder) shortWho() []Block {
	var blocks []Block
	fixed, perScope := b.controllerIDs()
	blocks = b.jointly(blocks)
	for _, id := range fixed {
		if len(b.aloneFor(id)) > 0 {
			blocks = say(blocks, fill(b.t.ControllerIs, "name", b.party(id)))
		}
	}
	for _, kind := range perScope {
		where, _ := b.whoIsWhere(kind)
		blocks = append(blocks, where...)
	}
	return blocks
}

// shortWhy lists the purposes under the basis that they rest on.
func (b *builder) shortWhy() Section {
	s := Section{ID: "purposes", Title: b.t.ShortWhy}
	list := &List{}
	groups := map[string]*List{}
	var rest []Item // those that state no basis
	for i := range b.doc.Activities {
		a := &b.doc.Activities[i]
		title := b.activityTitle(a)
		if title == "" || !b.applies(a) {
			continue
		}
		if a.Basis == nil || b.words.Basis(a.Basis.Article) == "" {
			rest = append(rest, Item{Spans: strong(title)})
			continue
		}
		basis := b.words.Basis(a.Basis.Article)
		if groups[basis] == nil {
			groups[basis] = &List{}
			list.Items = append(list.Items, Item{Spans: plain(basis), Sub: groups[basis]})
		}
		groups[basis].Items = append(groups[basis].Items, Item{Spans: strong(title)})
	}
	list.Items = append(list.Items, rest...)
	if len(list.Items) > 0 {
		s.Blocks = append(s.Blocks, list)
	}
	return s
}

// notable tells what a reader may not expect: what the policy marks, profiling,
// transfers.
func (b *builder) notable() Section {
	s := Section{ID: "notable", Title: b.t.ShortNotable}
	var items []string
	for i := range b.doc.Activities {
		a := &b.doc.Activities[i]
		if !b.applies(a) || !a.Highlight && a.Profiling == nil {
			continue
		}
		for _, id := range a.Purposes {
			if p := b.find.purposes[id]; p != nil {
				items = append(items, b.in(p.Text))
			}
		}
		if a.Profiling != nil {
			items = append(items, joined(b.in(a.Profiling.Logic), b.in(a.Profiling.OptOut)))
		}
	}
	s.Blocks = bullets(nil, unique(items)...)
	s.Sections = section(nil, b.transfers())
	return s
}

// shortRights lists the rights as what one may do.
func (b *builder) shortRights() Section {
	s := Section{ID: "rights", Title: b.t.ShortRights}
	var items []string
	grants := rights.Of(b.doc)
	for i := range grants {
		if r := grants[i].Right; r != law.Information && r != law.Notification {
			items = append(items, b.rightText(r).Verb)
		}
	}
	if len(items) > 0 {
		s.Blocks = bullets(say(nil, b.t.ShortRightsIs), items...)
	}
	return s
}

// shortMore is where to ask and to read the rest.
func (b *builder) shortMore() Section {
	s := Section{ID: "more", Title: b.t.ShortMore}
	s.Blocks = b.fullLink(s.Blocks)
	controls := b.mainControllers()
	for i := range b.doc.Contacts {
		if c := &b.doc.Contacts[i]; b.isMain(c, controls) {
			s.Blocks = append(s.Blocks, b.mention(c)...)
		}
	}
	if a, ok := b.authority(); ok {
		s.Blocks = para(s.Blocks, b.authorityStep(a)...)
	}
	return s
}

// isMain reports whether a contact belongs into the short layer: the service's
// own, the controller's and the officer's, of the controllers that hold for
// this reader.
func (b *builder) isMain(c *policy.Contact, controls map[string]bool) bool {
	switch c.Kind {
	case policy.ServiceContact, policy.ControllerContact, policy.DPOContact, policy.RegistrarContact, policy.HelpdeskContact:
	default:
		return false
	}
	main := c.Party == "" || controls[c.Party]
	b.wholes(c.Party, func(p *policy.Party) bool {
		main = main || controls[p.ID]
		return !main
	})
	return main
}

// mainControllers are those that hold for this reader, or else those of all
// scopes that the controller depends on.
func (b *builder) mainControllers() map[string]bool {
	if len(b.reader.fixed) > 0 {
		return b.reader.controls
	}
	all := map[string]bool{}
	note(all, b.scopeControllers(b.reader.perScope), true)
	return all
}

// fullLink leads to the full notice, where its address is known.
func (b *builder) fullLink(blocks []Block) []Block {
	if b.ctx.FullURL == "" {
		return blocks
	}
	return para(blocks, Span{Text: b.t.FullLink, URL: b.ctx.FullURL})
}
