package notice

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
)

// rights is the section on the rights of the people concerned (Articles
// 13(2)(b) to (d)); the right to object stands apart, as Article 21(4) wants.
func (b *builder) rights() Section {
	s := Section{ID: "rights", Title: b.t.Rights}
	grants := rights.Of(b.doc)
	if len(grants) == 0 {
		return s
	}
	s.Blocks = b.rightsIntro()
	for i := range grants {
		g := &grants[i]
		words := b.rightText(g.Right)
		blocks := b.right(g, words)
		if g.Right == law.Objection || g.Right == law.ObjectionMarketing {
			blocks = []Block{&Callout{Kind: Important, Blocks: blocks}}
		}
		s.Sections = append(s.Sections, Section{ID: "right-" + string(g.Right), Title: words.Name, Blocks: blocks})
	}
	return s
}

// rightsIntro says how rights are used, when an answer comes and what it costs.
func (b *builder) rightsIntro() []Block {
	if b.doc.AsPublished {
		return nil
	}
	t := &b.lang.Rights
	blocks := say(nil, joined(t.Intro, t.Free))
	if d, ok := law.DeadlineOf(b.doc.Regime); ok {
		blocks = say(blocks, fill(t.Deadline,
			"first", b.lang.Rules.Period(date.Period{Months: d.Months}, locale.Within),
			"more", b.lang.Rules.Period(date.Period{Months: d.Extension}, locale.Lasting)))
	}
	return say(blocks, t.Identity)
}

// right tells one right: what it means, how to use it, where it ends.
func (b *builder) right(g *rights.Grant, words *text.Right) []Block {
	t := &b.lang.Rights
	meaning := words.Text
	if g.Right == law.Objection && !b.doc.AsPublished && !b.anyOn(g.Activities, law.LegitimateInterests) {
		meaning = t.ObjectionTask
	}
	blocks := say(nil, meaning)
	d := &Definitions{}
	if titles := b.coveredTitles(g); len(titles) > 0 {
		blocks = say(blocks, fill(t.AppliesTo, "purposes", b.lang.Rules.List(titles)))
	}
	var limits []Block
	if g.Limited || g.Right == law.Access || g.Right == law.Objection {
		limits = say(limits, words.Limit)
	}
	if own := g.Own; own != nil {
		how := say(nil, b.in(own.How))
		if own.SelfService {
			how = say(how, t.SelfService)
		}
		how = append(how, b.mention(b.find.contacts[own.Contact])...)
		definition(d, t.How, how)
		definition(d, t.Form, say(nil, b.in(own.Form)))
		definition(d, t.Fee, say(nil, b.in(own.Fee)))
		limits = say(limits, b.in(own.Limits))
	}
	definition(d, t.Limits, limits)
	if g.Article != "" {
		definition(d, b.w.Provision, say(nil, locale.Capital(fill(t.Article, "article", b.lang.Rules.List(b.rightArticles(g))))))
	}
	if len(d.Items) > 0 {
		blocks = append(blocks, d)
	}
	return blocks
}

// rightArticles cites the provisions that grant a right: two for information,
// where data also come from others than the person.
func (b *builder) rightArticles(g *rights.Grant) []string {
	list := []string{b.words.Article(g.Article)}
	if g.Right != law.Information || b.doc.AsPublished {
		return list
	}
	other, ok := law.Article(b.doc.Regime, "14")
	fromOthers := slices.ContainsFunc(b.doc.Data, func(d policy.Datum) bool {
		return slices.ContainsFunc(d.Sources, func(s policy.Source) bool { return s.Kind == policy.FromThirdParty })
	})
	if ok && fromOthers {
		list = append(list, b.words.Article(other))
	}
	return list
}

// coveredTitles names the reader's activities that a right covers, if it does
// not cover all.
func (b *builder) coveredTitles(g *rights.Grant) []string {
	var titles []string
	for _, i := range g.Activities {
		if a := &b.doc.Activities[i]; !g.Everywhere && b.applies(a) {
			titles = append(titles, b.activityTitle(a))
		}
	}
	return titles
}

// anyOn reports whether one of the activities rests on the basis.
func (b *builder) anyOn(activities []int, basis law.Basis) bool {
	return slices.ContainsFunc(activities, func(i int) bool {
		own := b.doc.Activities[i].Basis
		if own == nil {
			return false
		}
		found, ok := law.BasisOf(b.doc.Regime, own.Article)
		return ok && found == basis
	})
}

// rightText gives the words of a right.
func (b *builder) rightText(r law.Right) *text.Right {
	words := rights.Words(r, b.lang)
	return &words
}

// recourse is the ladder: controller, officer, authority, court (Articles
// 13(2)(d), 77 to 79).
func (b *builder) recourse() Section {
	s := Section{ID: "recourse", Title: b.t.Recourse}
	t := &b.lang.Recourse
	list := &List{Ordered: true}
	step := func(spans ...Span) { list.Items = append(list.Items, Item{Spans: spans}) }
	fixed, perScope := b.controllerIDs()
	for _, id := range fixed {
		if spans := b.reachParty(t.Controller, b.find.parties[id]); spans != nil {
			step(spans...)
		}
	}
	if len(perScope) > 0 && perScope[0] == policy.EventScope {
		step(plain(t.Organiser)...)
	}
	if len(fixed) == 0 {
		for _, id := range b.scopeControllers(perScope) {
			step(b.reachParty(t.Controller, b.find.parties[id])...)
		}
	}
	officers := b.dpos()
	for _, c := range officers {
		step(b.dpoStep(c, len(officers) > 1)...)
	}
	authority, ok := b.authority()
	if ok {
		step(b.authorityStep(authority)...)
	}
	if ok && !b.doc.AsPublished {
		step(plain(t.Court)...)
	}
	if b.doc.AsPublished && !ok && len(b.doc.Contacts) == 0 || len(list.Items) == 0 {
		return s
	}
	if !b.doc.AsPublished {
		s.Blocks = say(s.Blocks, t.Intro)
	}
	s.Blocks = append(s.Blocks, list)
	return s
}

func (b *builder) reachParty(pattern string, p *policy.Party) []Span {
	if p == nil {
		return nil
	}
	spans := plain(fill(pattern, "name", b.in(p.Name)))
	if p.Email != "" {
		spans = append(spans, Span{Text: " "}, Span{Text: p.Email, URL: "mailto:" + p.Email})
	}
	return spans
}

// scopeControllers lists the controllers of all scopes of the kinds.
func (b *builder) scopeControllers(kinds []policy.ScopeKind) []string {
	var list []string
	seen := map[string]bool{}
	for i := range b.doc.Scopes {
		s := &b.doc.Scopes[i]
		for _, kind := range kinds {
			if s.Kind != kind || kind == policy.EventScope {
				continue
			}
			for _, id := range s.Controllers {
				if !seen[id] {
					seen[id] = true
					list = append(list, id)
				}
			}
		}
	}
	return list
}

// dpos lists the officers among the contacts.
func (b *builder) dpos() []*policy.Contact {
	var list []*policy.Contact
	for i := range b.doc.Contacts {
		if c := &b.doc.Contacts[i]; c.Kind == policy.DPOContact {
			list = append(list, c)
		}
	}
	return list
}

// dpoStep tells how to reach an officer, and whose it is where there are several.
func (b *builder) dpoStep(c *policy.Contact, several bool) []Span {
	before, after := around(b.lang.Recourse.DPO, "{name}")
	spans := plain(before)
	if several && b.party(c.Party) != "" {
		spans = append(spans, Span{Text: b.party(c.Party) + ", "})
	}
	switch {
	case c.Email != "":
		spans = append(spans, Span{Text: c.Email, URL: "mailto:" + c.Email})
	case c.Web != "":
		spans = append(spans, Span{Text: c.Web, URL: c.Web})
	default:
		spans = append(spans, Span{Text: b.in(c.Name)})
	}
	return append(spans, Span{Text: after})
}

// authority is the supervisory authority: the one that the policy names, else
// the one that its jurisdiction and regime have on the day.
func (b *builder) authority() (law.Authority, bool) {
	if b.doc.Authority != "" {
		for a := range law.Authorities() {
			if a.Code == b.doc.Authority && (b.at.IsZero() || a.InForce(b.at)) {
				return a, true
			}
		}
	}
	if b.doc.AsPublished {
		return law.Authority{}, false
	}
	return law.AuthorityFor(b.doc.Jurisdiction, b.doc.Regime, b.at)
}

func (b *builder) authorityStep(a law.Authority) []Span {
	before, after := around(b.lang.Recourse.Authority, "{name}")
	name := Span{Text: a.NameIn(string(b.lang.Tag)), URL: a.URL}
	if lang := ownLanguage(a); name.Text == a.Name && lang != b.lang.Tag {
		name.Lang = lang
	}
	return []Span{{Text: before}, name, {Text: after}}
}

// ownLanguage is the language of an authority's own name.
func ownLanguage(a law.Authority) locale.Tag {
	return languageOf(law.Act{Jurisdiction: a.Code})
}
