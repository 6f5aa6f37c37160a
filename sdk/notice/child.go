package notice

import (
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

// child is the layer for children: the policy's own words, the rights in a
// child's words and whom to ask (Article 12(1), recital 58).
func (b *builder) child() *Doc {
	t := &b.lang.Child
	d := b.head(fill(t.Title, "title", b.title()))
	own := b.doc.Children
	d.Lead = say(d.Lead, b.in(own.Intro))
	d.Sections = section(d.Sections, Section{ID: "data", Title: t.What, Blocks: say(nil, b.in(own.What))})
	d.Sections = section(d.Sections, Section{ID: "purposes", Title: t.Why, Blocks: say(nil, b.in(own.Why))})
	d.Sections = section(d.Sections, Section{ID: "recipients", Title: t.Who, Blocks: say(nil, b.in(own.Who))})
	d.Sections = section(d.Sections, Section{ID: "retention", Title: t.Until, Blocks: say(nil, b.in(own.Until))})
	d.Sections = section(d.Sections, Section{ID: "rights", Title: t.Rights, Blocks: bullets(nil, b.childRights()...)})
	d.Sections = section(d.Sections, Section{ID: "contacts", Title: t.Ask, Blocks: b.childAsk(own)})
	return d
}

// childRights says in a child's words which rights there are.
func (b *builder) childRights() []string {
	t := &b.lang.Child
	words := map[law.Right]string{
		law.Access: t.MaySee, law.Rectification: t.MayCorrect, law.Erasure: t.MayErase,
		law.Objection: t.MayObject, law.WithdrawConsent: t.MayRefuse,
	}
	var list []string
	grants := rights.Of(b.doc)
	for i := range grants {
		list = append(list, words[grants[i].Right])
	}
	return list
}

func (b *builder) childAsk(own *policy.ChildNotice) []Block {
	t := &b.lang.Child
	blocks := say(nil, b.in(own.Ask))
	blocks = say(blocks, t.MayAsk)
	fixed, _ := b.controllerIDs()
	for _, name := range b.parties(fixed) {
		blocks = say(blocks, locale.Capital(fill(t.Boss, "name", name)))
	}
	for _, c := range b.dpos() {
		blocks = append(blocks, b.contactLines(c, true)...)
	}
	if a, ok := b.authority(); ok {
		before, after := around(t.Authority, "{name}")
		name := b.authorityStep(a)[1]
		blocks = para(blocks, Span{Text: before}, name, Span{Text: after})
	}
	blocks = say(blocks, t.More)
	return b.fullLink(blocks)
}
