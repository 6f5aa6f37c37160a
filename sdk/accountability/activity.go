package accountability

import (
	"cmp"
	"slices"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// jointly tells who is controller together with the keeper.
func (w *writer) jointly(i int, keeper string) Row {
	r := w.row("joint", w.words.JointControllers, "30(1)(a)")
	a := &w.doc.Activities[i]
	if a.Joint == nil || len(a.Controllers) < 2 || !slices.Contains(a.Controllers, keeper) {
		r.say(w.words.NotJoint, place("activities", i, "controllers"))
		return r
	}
	for _, id := range a.Controllers {
		if id == keeper {
			continue
		}
		one := w.identity(id, "", "", "")
		for _, s := range one.Says {
			r.say(s.Text, s.Paths...)
		}
		for _, s := range one.Left {
			r.lack(labelled(w.party(id), s.Text), s.Paths...)
		}
	}
	r.say(labelled(w.lang.Notice.JointEssence, w.in(a.Joint.Essence)), place("activities", i, "joint", "essence"))
	return r
}

// engaged names the processors.
func (w *writer) engaged(i int) Row {
	r := w.row("processors", w.words.Processors, "30(1)(a)")
	for _, id := range processorsOf(w.doc, &w.doc.Activities[i]) {
		j := index(w.doc.Processors, processorID, id)
		if j < 0 {
			continue
		}
		one := w.identity(w.doc.Processors[j].Party, "", "", "")
		for _, s := range one.Says {
			r.say(s.Text, s.Paths...)
		}
		for _, s := range one.Left {
			r.lack(labelled(w.party(w.doc.Processors[j].Party), s.Text), s.Paths...)
		}
	}
	if r.State == "" {
		r.say(w.words.NoProcessors, place("activities", i))
	}
	return r
}

func (w *writer) purposes(i int) Row {
	r := w.row("purposes", w.words.Purposes, "30(1)(b)")
	for k, id := range w.doc.Activities[i].Purposes {
		if p := w.doc.Purpose(id); p != nil {
			r.say(sentences(w.in(p.Title), w.in(p.Text)), place("activities", i, "purposes").Index(k))
		}
	}
	if r.State == "" {
		r.lack(w.words.NoPurpose, place("activities", i, "purposes"))
	}
	return r
}

// sentences puts a heading before a text, unless they are the same.
func sentences(heading, s string) string {
	if s == "" || s == heading {
		return locale.Capital(heading)
	}
	return together(": ", locale.Capital(heading), s)
}

func (w *writer) subjects(i int) Row {
	r := w.row("subjects", w.words.Subjects, "30(1)(c)")
	for _, id := range w.doc.Activities[i].Subjects {
		j := index(w.doc.Subjects, subjectID, id)
		if j >= 0 {
			r.say(locale.Capital(w.in(w.doc.Subjects[j].Label)), place("subjects", j))
		}
	}
	if r.State == "" {
		r.lack(w.words.NoSubjects, place("activities", i, "subjects"))
	}
	return r
}

// data tells each category with what is special about it.
func (w *writer) data(i int) Row {
	r := w.row("data", w.words.DataCategories, "30(1)(c)")
	for _, id := range w.doc.Activities[i].Data {
		j := index(w.doc.Data, datumID, id)
		if j >= 0 {
			r.say(w.datum(&w.doc.Data[j]), place("data", j))
		}
	}
	if r.State == "" {
		r.lack(w.words.NoData, place("activities", i, "data"))
	}
	return r
}

// datum names a kind of data, and marks what the law guards more closely.
func (w *writer) datum(d *policy.Datum) string {
	label := locale.Capital(cmp.Or(w.in(d.Label), d.ID))
	t := &w.lang.Data
	var marks, guesses, groups []string
	if name := categoryName(d.Special, w.lang); name != "" {
		marks = append(marks, fill(t.Special, "category", name))
	}
	for _, guess := range d.Reveals {
		if name := categoryName(guess.Category, w.lang); name != "" {
			guesses = add(guesses, name)
		}
	}
	if len(guesses) > 0 {
		marks = append(marks, fill(t.Reveals, "category", w.lang.Rules.List(guesses)))
	}
	if d.NationalNumber != "" {
		marks = append(marks, sentence(t.NationalNumber))
	}
	if d.Anonymous {
		marks = append(marks, sentence(t.Anonymous))
	}
	if c := w.doc.Circumstance(d.When); c != nil && w.in(c.Text) != "" {
		marks = append(marks, fill(t.OnlyWhen, "circumstance", w.in(c.Text)))
	}
	for _, id := range d.Subjects {
		if s := w.doc.Subject(id); s != nil && w.in(s.Label) != "" {
			groups = append(groups, w.in(s.Label))
		}
	}
	if len(groups) > 0 {
		label += " (" + w.lang.Rules.List(groups) + ")"
	}
	if len(marks) == 0 {
		return label
	}
	return label + ". " + together(" ", marks...)
}

// labels gives what data are called; what has no label, its id.
func (w *writer) labels(ids []string) []string {
	var list []string
	for _, id := range ids {
		if d := w.doc.Datum(id); d != nil {
			list = append(list, cmp.Or(w.in(d.Label), id))
		}
	}
	return list
}

// recipients tells who receives data: recipients, and processors, which are
// recipients too (GDPR Article 4(9)).
func (w *writer) recipients(i int) Row {
	r := w.row("recipients", w.words.Recipients, "30(1)(d)")
	a := &w.doc.Activities[i]
	for _, id := range a.Recipients {
		if j := index(w.doc.Recipients, recipientID, id); j >= 0 {
			r.say(w.recipient(&w.doc.Recipients[j]), place("recipients", j))
		}
	}
	for _, id := range processorsOf(w.doc, a) {
		j := index(w.doc.Processors, processorID, id)
		if j < 0 || w.party(w.doc.Processors[j].Party) == "" {
			continue
		}
		p := &w.doc.Processors[j]
		name := locale.Capital(w.party(p.Party)) + " (" + locale.Small(w.words.Processor) + ")"
		r.say(sentences(name, sentence(w.in(p.Task))), place("processors", j))
	}
	if r.State == "" {
		r.say(w.words.NoRecipients, place("activities", i))
	}
	return r
}

// recipient names a recipient: the category, the party, what for and by which law.
func (w *writer) recipient(x *policy.Recipient) string {
	name, party := w.in(x.Name), w.party(x.Party)
	if party != "" && party != name {
		name = together(", ", name, party)
	}
	if x.Anonymous {
		name += " (" + locale.Small(w.lang.Data.OnlyAnonymous) + ")"
	}
	if name == "" {
		return ""
	}
	var laws []string
	for k := range x.Law {
		laws = append(laws, w.cited(&x.Law[k]))
	}
	return together(" ", sentences(name, sentence(w.in(x.Purpose))), sentence(w.in(x.Condition)), sentence(w.lang.Rules.List(laws)))
}

// cited writes a provision of any act in words.
func (w *writer) cited(c *policy.Citation) string { return cite.Provision(w.doc, c, w.lang) }

// journeys tells what leaves the EEA.
func (w *writer) journeys(i int) Row {
	r := w.row("transfers", w.words.TransferRow, "30(1)(e)")
	found := false
	for _, j := range Transfers(w.doc, w.at) {
		if slices.Contains(j.Activities, i) {
			w.journey(&r, &j)
			found = true
		}
	}
	if !found {
		r.say(w.words.NoTransfers, place("activities", i))
	}
	return r
}

// timeLimits tells when the different categories of data are to be erased.
func (w *writer) timeLimits(i int) Row {
	r := w.row("retention", w.words.TimeLimits, "30(1)(f)")
	a := &w.doc.Activities[i]
	ruled := map[string]bool{}
	for _, id := range a.Retention {
		j := index(w.doc.Retention, retentionID, id)
		if j < 0 {
			continue
		}
		rule := &w.doc.Retention[j]
		covered := a.Data
		if len(rule.Data) > 0 {
			covered = slices.DeleteFunc(slices.Clone(a.Data), func(id string) bool { return !slices.Contains(rule.Data, id) })
		}
		for _, id := range covered {
			ruled[id] = true
		}
		said := w.rule(rule)
		if len(covered) > 0 && len(covered) < len(a.Data) {
			said = labelled(locale.Capital(w.lang.Rules.List(w.labels(covered))), said)
		}
		r.say(said, place("retention", j))
	}
	if without := w.without(a, ruled); len(without) > 0 {
		r.lack(fill(w.words.NoTimeLimit, "data", w.lang.Rules.List(without)), place("activities", i, "retention"))
	}
	if r.State == "" {
		r.lack(w.words.NoRetention, place("activities", i, "retention"))
	}
	return r
}

// without names the data that no rule covers. What is not kept, or identifies
// nobody, needs none.
func (w *writer) without(a *policy.Activity, ruled map[string]bool) []string {
	var list []string
	for _, id := range a.Data {
		if d := w.doc.Datum(id); d != nil && !ruled[id] && d.Transient == nil && !d.Anonymous {
			list = append(list, cmp.Or(w.in(d.Label), id))
		}
	}
	return list
}

// rule tells a retention rule in sentences.
func (w *writer) rule(x *policy.Retention) string {
	s := retention.Words(x, w.lang)
	list := []string{s.Keep, s.Then}
	for _, step := range s.Steps {
		list = append(list, step.When, step.What)
	}
	var laws []string
	for k := range x.Law {
		laws = append(laws, w.cited(&x.Law[k]))
	}
	if names := w.lang.Rules.List(laws); names != "" {
		list = append(list, sentence(names))
	}
	if only := w.in(x.Only); only != "" {
		list = append(list, sentence(fill(w.lang.Retention.Only, "people", only)))
	}
	return together(" ", list...)
}

// security tells of the measures, which hold for the whole policy.
func (w *writer) security(paragraph string) Row {
	r := w.row("security", w.words.Security, paragraph)
	for i := range w.doc.Measures {
		r.say(sentence(w.in(w.doc.Measures[i].Text)), place("measures", i))
	}
	if r.State == "" {
		r.lack(w.words.NoMeasures, diag.Path("").Key("measures"))
	}
	return r
}

func (w *writer) basis(i int) Row {
	r := w.row("basis", w.lang.Notice.LegalBasis, "")
	a := &w.doc.Activities[i]
	b, path := a.Basis, place("activities", i, "basis")
	if b == nil {
		b, path = w.doc.DefaultBasis, diag.Path("").Key("defaultBasis")
	}
	if b == nil || b.Article == "" {
		r.lack(w.words.NoBasis, place("activities", i, "basis"))
		return r
	}
	r.say(w.basisName(b.Article), path)
	r.say(w.in(b.Text), path.Key("text"))
	r.say(labelled(w.lang.Basis.Interest, w.in(b.Interest)), path.Key("interest"))
	w.laws(&r, b.Law, path)
	return r
}

// basisName names a legal basis by the term of the law, with its provision. A basis
// that is none of the six is given as stated.
func (w *writer) basisName(article string) string {
	if basis, ok := law.BasisOf(w.doc.Regime, article); ok {
		if row, ok := basis.Row(); ok {
			if term, ok := law.Term(row.Term, string(w.lang.Tag)); ok {
				return locale.Capital(term.Preferred) + " (" + w.law.Article(article) + ")"
			}
		}
	}
	return sentence(w.law.Basis(article))
}

// laws adds the provisions that stand behind a basis or an exception.
func (w *writer) laws(r *Row, list []policy.Citation, path diag.Path) {
	for k := range list {
		c := &list[k]
		if s := w.cited(c); s != "" {
			r.say(sentence(together(": ", locale.Capital(s), w.in(c.Note))), path.Key("law").Index(k))
		}
	}
}

// ground tells the exception for special categories of data.
func (w *writer) ground(i int) Row {
	r := w.row("ground", w.lang.Notice.SpecialGround, "")
	a := &w.doc.Activities[i]
	if g := a.SpecialGround; g != nil {
		path := place("activities", i, "specialGround")
		r.say(sentence(w.law.Condition(g.Article)), path)
		r.say(w.in(g.Text), path.Key("text"))
		w.laws(&r, g.Law, path)
	}
	special, revealing := w.sensitive(a)
	switch {
	case r.State != "":
	case len(special) > 0:
		r.lack(fill(w.words.NoGround, "data", w.lang.Rules.List(w.labels(special))), place("activities", i, "specialGround"))
	case len(revealing) > 0:
		r.check(fill(w.words.MayReveal, "data", w.lang.Rules.List(w.labels(revealing))), w.paths(revealing)...)
	default:
		r.say(w.words.NothingSpecial, place("activities", i, "data"))
	}
	return r
}

// sensitive gives the data of special categories, and those that may reveal one.
func (w *writer) sensitive(a *policy.Activity) (special, revealing []string) {
	for _, id := range a.Data {
		switch d := w.doc.Datum(id); {
		case d == nil || d.Anonymous:
		case d.Special.NeedsCondition():
			special = append(special, id)
		case len(d.Reveals) > 0:
			revealing = append(revealing, id)
		}
	}
	return special, revealing
}

// paths gives where data stand in the policy.
func (w *writer) paths(ids []string) []diag.Path {
	var list []diag.Path
	for _, id := range ids {
		if i := index(w.doc.Data, datumID, id); i >= 0 {
			list = append(list, place("data", i))
		}
	}
	return list
}

// sources tells where the data come from, those of one source together.
func (w *writer) sources(i int) Row {
	r := w.row("sources", w.words.Sources, "")
	var order []string
	from := map[string][]string{}
	for _, id := range w.doc.Activities[i].Data {
		d := w.doc.Datum(id)
		if d == nil {
			continue
		}
		for _, s := range w.origins(d) {
			if from[s] == nil {
				order = append(order, s)
			}
			from[s] = add(from[s], id)
		}
	}
	for _, s := range order {
		r.say(labelled(s, w.lang.Rules.List(w.labels(from[s]))), w.paths(from[s])...)
	}
	if r.State == "" {
		r.lack(w.words.NoData, place("activities", i, "data"))
	}
	return r
}

// origins says from whom a datum comes. A policy that does not say means the
// person, in the service's own form.
func (w *writer) origins(d *policy.Datum) []string {
	if len(d.Sources) == 0 {
		return []string{w.words.FromSubject}
	}
	var list []string
	for i := range d.Sources {
		s := &d.Sources[i]
		switch s.Kind {
		case policy.FromController:
			list = add(list, w.words.FromController)
		case policy.FromThirdParty:
			list = add(list, cmp.Or(locale.Capital(w.party(s.Party)), w.words.FromOther))
		case policy.FromObserving:
			list = add(list, w.words.FromObserving)
		case policy.FromDeriving:
			list = add(list, w.words.FromDeriving)
		default:
			list = add(list, w.words.FromSubject)
		}
	}
	return list
}

// assessment tells what the screening says of the activity.
func (w *writer) assessment(i int) Row {
	r := w.row("assessment", w.words.Assessment, "")
	s := screen(w.doc, i, nil)
	r.say(w.verdict(&s), place("activities", i))
	return r
}
