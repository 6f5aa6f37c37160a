package notice

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// purposes is the section that tells, activity by activity, why data are used,
// on which basis, who receives them and when they go (Article 13(1)(c) to (e),
// 13(2)(a) and (e)).
func (b *builder) purposes() Section {
	s := Section{ID: "purposes", Title: b.t.Purposes}
	for i := range b.doc.Activities {
		a := &b.doc.Activities[i]
		if b.applies(a) {
			s.Sections = append(s.Sections, b.activity(a))
		}
	}
	if basis := b.doc.DefaultBasis; basis != nil {
		rest := Section{ID: "other-processing", Title: b.t.DefaultBasis}
		if words := b.words.Basis(basis.Article); words != "" {
			rest.Blocks = say(rest.Blocks, fill(b.t.DefaultIs, "basis", words))
		}
		rest.Blocks = b.basisDetails(rest.Blocks, basis)
		s.Sections = section(s.Sections, rest)
	}
	if len(s.Sections) > 0 && !b.doc.AsPublished {
		s.Blocks = say(s.Blocks, b.t.PurposesIntro)
	}
	return s
}

// activity is one processing activity.
func (b *builder) activity(a *policy.Activity) Section {
	s := Section{ID: "activity-" + a.ID, Title: b.activityTitle(a)}
	s.Blocks = b.purposeTexts(s.Blocks, a)
	if c := b.find.circumstances[a.When]; c != nil && b.has == nil {
		s.Blocks = say(s.Blocks, fill(b.w.OnlyWhen, "circumstance", b.in(c.Text)))
	}
	d := &Definitions{}
	definition(d, b.t.OnlyIn, b.onlyIn(a))
	definition(d, b.t.ControllerFor, b.activityControllers(a))
	definition(d, b.t.DataUsed, b.activityData(a))
	definition(d, b.t.AboutWhom, b.activitySubjects(a))
	definition(d, b.t.LegalBasis, b.basis(a.Basis))
	if b.sensitive(a) {
		definition(d, b.t.SpecialGround, b.specialGround(a.SpecialGround))
	}
	definition(d, b.t.ConsentLabel, b.activityConsents(a))
	definition(d, b.t.WhoGets, b.activityRecipients(a))
	definition(d, b.t.ProcessedBy, b.activityProcessors(a))
	definition(d, b.t.SystemsUsed, b.activitySystems(a))
	definition(d, b.t.HowLong, b.activityRetention(a))
	definition(d, b.t.MustYou, b.mustYou(a))
	definition(d, b.t.ProfilingLabel, b.profiling(a.Profiling))
	if len(d.Items) > 0 {
		s.Blocks = append(s.Blocks, d)
	}
	return s
}

func (b *builder) activityTitle(a *policy.Activity) string {
	if s := b.in(a.Title); s != "" {
		return locale.Capital(s)
	}
	var titles []string
	for _, id := range a.Purposes {
		if p := b.find.purposes[id]; p != nil {
			if s := b.in(p.Title); s != "" && len(titles) > 0 {
				titles = append(titles, locale.Small(s))
			} else if s != "" {
				titles = append(titles, s)
			}
		}
	}
	if len(titles) == 0 {
		return a.ID // no reader likes it, but a section needs a name; lint tells the author
	}
	return locale.Capital(b.lang.Rules.List(titles))
}

// purposeTexts says the purposes in full sentences, their parts as a list.
func (b *builder) purposeTexts(blocks []Block, a *policy.Activity) []Block {
	named := len(a.Purposes) > 1
	for _, id := range a.Purposes {
		p := b.find.purposes[id]
		if p == nil {
			continue
		}
		var spans []Span
		if title := b.in(p.Title); named && title != "" {
			spans = strong(sentence(title))
		}
		if t := b.in(p.Text); t != "" {
			if len(spans) > 0 {
				t = " " + t
			}
			spans = append(spans, Span{Text: t})
		}
		blocks = para(blocks, spans...)
		if parts := b.parts(p); parts != nil {
			blocks = append(blocks, parts)
		}
	}
	return blocks
}

// parts lists the parts of a purpose, and theirs.
func (b *builder) parts(p *policy.Purpose) *List {
	list := &List{}
	for i := range p.Parts {
		part := &p.Parts[i]
		words := b.in(part.Text)
		if words == "" {
			words = b.in(part.Title)
		}
		if words != "" {
			list.Items = append(list.Items, Item{Spans: plain(words), Sub: b.parts(part)})
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return list
}

func (b *builder) onlyIn(a *policy.Activity) []Block {
	var titles []string
	for _, id := range a.Scopes {
		if s := b.find.scopes[id]; s != nil {
			titles = append(titles, b.in(s.Title))
		}
	}
	return bullets(nil, titles...)
}

// activityControllers names who is controller of the activity, unless the
// whole notice has but one.
func (b *builder) activityControllers(a *policy.Activity) []Block {
	if fixed, perScope := b.controllerIDs(); len(fixed) < 2 && len(perScope) == 0 {
		return nil
	}
	ids, kind := b.controllersOf(a)
	list := b.parties(ids)
	switch kind {
	case policy.EventScope:
		list = append(list, b.t.ControllerUnset)
	case policy.PathScope, policy.SystemScope:
		list = append(list, b.scopedNames(a, kind)...)
	}
	return itemise(list)
}

// scopedNames names the controllers that an activity has in the scopes of a
// kind, each with the scope.
func (b *builder) scopedNames(a *policy.Activity, kind policy.ScopeKind) []string {
	var list []string
	for i := range b.doc.Scopes {
		s := &b.doc.Scopes[i]
		if s.Kind != kind || len(a.Scopes) > 0 && !slices.Contains(a.Scopes, s.ID) {
			continue
		}
		if names := b.lang.Rules.List(b.parties(s.Controllers)); names != "" {
			list = append(list, b.in(s.Title)+": "+names)
		}
	}
	return list
}

// activityData lists the data, each with the circumstance under which alone it
// is asked for.
func (b *builder) activityData(a *policy.Activity) []Block {
	var items []string
	for _, id := range a.Data {
		d := b.find.data[id]
		if d == nil || !b.asked(d.When) {
			continue
		}
		words := locale.Capital(b.in(d.Label))
		if c := b.find.circumstances[d.When]; c != nil && b.has == nil && d.When != a.When {
			words += " (" + locale.Small(trimStop(fill(b.w.OnlyWhen, "circumstance", b.in(c.Text)))) + ")"
		}
		items = append(items, words)
	}
	return bullets(nil, items...)
}

func (b *builder) activitySubjects(a *policy.Activity) []Block {
	labels := b.subjectLabels(a.Subjects)
	for i := range labels {
		labels[i] = locale.Capital(labels[i])
	}
	return itemise(labels)
}

func (b *builder) subjectLabels(ids []string) []string {
	var list []string
	for _, id := range ids {
		if s := b.find.subjects[id]; s != nil {
			if label := b.in(s.Label); label != "" {
				list = append(list, label)
			}
		}
	}
	return list
}

// basis tells the legal basis with its provision and the law behind it.
func (b *builder) basis(basis *policy.Basis) []Block {
	if basis == nil {
		return nil
	}
	return b.basisDetails(say(nil, b.words.Basis(basis.Article)), basis)
}

func (b *builder) basisDetails(blocks []Block, basis *policy.Basis) []Block {
	blocks = say(blocks, b.in(basis.Text))
	if interest := b.in(basis.Interest); interest != "" {
		blocks = say(blocks, b.lang.Basis.Interest+": "+interest)
	}
	return b.citations(blocks, b.lang.Basis.BackedBy, basis.Law)
}

// specialGround tells which exception lets sensitive data be used.
func (b *builder) specialGround(g *policy.SpecialGround) []Block {
	if g == nil {
		return nil
	}
	blocks := say(nil, b.words.Condition(g.Article))
	blocks = say(blocks, b.in(g.Text))
	return b.citations(blocks, b.lang.Basis.BackedBy, g.Law)
}

// sensitive reports whether the reader's event asks for data of the activity
// that are, or may reveal, special categories. Without an event all are asked for.
func (b *builder) sensitive(a *policy.Activity) bool {
	return b.has == nil || slices.ContainsFunc(a.Data, func(id string) bool {
		d := b.find.data[id]
		return d != nil && b.asked(d.When) && (d.Special != "" || len(d.Reveals) > 0)
	})
}

// activityRecipients names the recipients; the section on recipients tells more.
func (b *builder) activityRecipients(a *policy.Activity) []Block {
	var items []string
	for _, id := range a.Recipients {
		if r := b.find.recipients[id]; r != nil {
			items = append(items, locale.Capital(b.recipientName(r)))
		}
	}
	if len(items) == 0 && len(a.Processors) == 0 && !b.doc.AsPublished {
		return say(nil, b.t.NobodyElse)
	}
	return bullets(nil, items...)
}

func (b *builder) activityProcessors(a *policy.Activity) []Block {
	var items []string
	for _, id := range a.Processors {
		if p := b.find.processors[id]; p != nil && !slices.Contains(items, locale.Capital(b.party(p.Party))) {
			items = append(items, locale.Capital(b.party(p.Party)))
		}
	}
	return bullets(nil, items...)
}

func (b *builder) activitySystems(a *policy.Activity) []Block {
	var items []string
	for _, id := range a.Systems {
		if s := b.find.systems[id]; s != nil {
			items = append(items, b.in(s.Name))
		}
	}
	return say(nil, locale.Capital(b.lang.Rules.List(items)))
}

// mustYou tells whether one must give the data, and what follows if not.
func (b *builder) mustYou(a *policy.Activity) []Block {
	words := map[policy.Necessity]string{
		policy.Statutory: b.t.Statutory, policy.Contractual: b.t.Contractual,
		policy.Necessary: b.t.Necessary, policy.Voluntary: b.t.Voluntary,
	}[a.Necessity]
	return say(say(nil, words), b.in(a.Consequence))
}

// profiling tells what is worked out about a person and what it means
// (Article 13(2)(f)).
func (b *builder) profiling(p *policy.Profiling) []Block {
	if p == nil {
		return nil
	}
	blocks := say(nil, b.in(p.Logic))
	blocks = say(blocks, b.in(p.Effect))
	if p.Decides {
		blocks = say(blocks, b.t.AutomatedYes)
	} else if !b.doc.AsPublished {
		blocks = say(blocks, b.t.AutomatedNo)
	}
	return say(blocks, b.in(p.OptOut))
}

// activityConsents says which consents the activity rests on.
func (b *builder) activityConsents(a *policy.Activity) []Block {
	var items []string
	for _, id := range a.Consents {
		if c := b.find.consents[id]; c != nil && b.asksConsent(c) {
			items = append(items, b.in(c.Text))
		}
	}
	return bullets(nil, items...)
}

// subjects is the section on whose data are used.
func (b *builder) subjects() Section {
	s := Section{ID: "subjects", Title: b.t.Subjects}
	list := &List{}
	for i := range b.doc.Subjects {
		subject := &b.doc.Subjects[i]
		if !b.concerns(b.reader.subjects, subject.ID) {
			continue
		}
		spans := strong(locale.Capital(b.in(subject.Label)))
		if more := b.in(subject.Instructions); more != "" {
			spans = append(spans, Span{Text: " – " + more})
		}
		if len(spans) > 0 {
			list.Items = append(list.Items, Item{Spans: spans})
		}
	}
	if len(list.Items) > 0 {
		s.Blocks = append(s.Blocks, list)
	}
	return s
}
