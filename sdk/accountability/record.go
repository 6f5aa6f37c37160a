package accountability

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// RecordOf makes the record of processing activities of one party: of what it
// does as controller (GDPR Article 30(1)) and of what it does for others as their
// processor (Article 30(2)); for institutions of the Union Article 31 of Regulation
// (EU) 2018/1725. The error is a *[ContextError].
func RecordOf(doc *policy.Document, c Context) (*Report, error) {
	w, err := newWriter(doc, c)
	if err != nil {
		return nil, err
	}
	known := Keepers(doc)
	id := c.Party
	if id == "" && len(known) > 0 {
		id = known[0]
	}
	if c.Party != "" && !slices.Contains(known, c.Party) {
		return nil, &ContextError{"party", c.Party, known}
	}
	r := w.report(RecordKind, "30", w.words.Record, id)
	if doc.Regime == law.EUDPR {
		r.Intro = append(r.Intro, fill(w.words.PublicRegister, "article", w.law.Article("31(5)")))
	} else {
		r.Intro = append(r.Intro, fill(w.words.Exempt, "article", w.article("30(5)")))
	}
	own := w.ownGroup(id)
	behalf := w.behalfGroup(id)
	switch {
	case len(own.Parts) > 0 || len(behalf.Parts) == 0:
		r.Common = w.keeper(id, w.words.Controller, "30(1)(a)")
	default:
		r.Common = w.keeper(id, w.words.Processor, "30(2)(a)")
	}
	if len(own.Parts) > 0 || len(behalf.Parts) == 0 {
		r.Groups = append(r.Groups, own)
	}
	if len(behalf.Parts) > 0 {
		r.Groups = append(r.Groups, behalf)
	}
	return r, nil
}

// ownGroup tells of the activities of which the party is controller.
func (w *writer) ownGroup(id string) Group {
	g := Group{ID: "controller", Title: w.words.AsController, Provision: number(w.doc.Regime, "30(1)"), None: w.words.NoActivities}
	for i := range w.doc.Activities {
		if a := &w.doc.Activities[i]; slices.Contains(controllers(w.doc, a), id) {
			g.Parts = append(g.Parts, w.activity(i, id))
		}
	}
	if len(g.Parts) > 0 {
		g.Columns = columns(g.Parts[0].Rows)
		g.Common = []Row{w.security("30(1)(g)")}
	}
	return g
}

// activity is one entry of a controller's record.
func (w *writer) activity(i int, keeper string) Part {
	a := &w.doc.Activities[i]
	p := Part{ID: a.ID, Title: w.activityTitle(i), Path: place("activities", i), Notes: w.limits(a, keeper)}
	p.Rows = []Row{
		w.jointly(i, keeper),
		w.purposes(i),
		w.subjects(i),
		w.data(i),
		w.recipients(i),
		w.journeys(i),
		w.timeLimits(i),
		w.basis(i),
		w.ground(i),
		w.sources(i),
		w.assessment(i),
	}
	if w.doc.Regime == law.EUDPR { // Article 31(1)(a) wants the processors named beside the controller
		p.Rows = slices.Insert(p.Rows, 1, w.engaged(i))
	}
	return p
}

// activityTitle is the activity's own title, else those of its purposes, else its id.
func (w *writer) activityTitle(i int) string {
	a := &w.doc.Activities[i]
	if own := w.in(a.Title); own != "" {
		return own
	}
	var names []string
	for _, id := range a.Purposes {
		if p := w.doc.Purpose(id); p != nil && w.in(p.Title) != "" {
			names = append(names, w.in(p.Title))
		}
	}
	if len(names) == 0 {
		return a.ID
	}
	return w.lang.Rules.List(names)
}

// limits says where and when alone an activity takes place for the keeper.
func (w *writer) limits(a *policy.Activity, keeper string) []string {
	var scopes []string
	for i := range w.doc.Scopes {
		s := &w.doc.Scopes[i]
		mine := a.ControllerPer != "" && s.Kind == a.ControllerPer && slices.Contains(s.Controllers, keeper) && !slices.Contains(a.Controllers, keeper)
		if mine || slices.Contains(a.Scopes, s.ID) {
			scopes = append(scopes, w.in(s.Title))
		}
	}
	var notes []string
	if names := w.lang.Rules.List(slices.DeleteFunc(scopes, func(s string) bool { return s == "" })); names != "" {
		notes = append(notes, labelled(w.lang.Notice.OnlyIn, names))
	}
	if c := w.doc.Circumstance(a.When); c != nil && w.in(c.Text) != "" {
		notes = append(notes, sentence(fill(w.lang.Data.OnlyWhen, "circumstance", w.in(c.Text))))
	}
	return notes
}

// behalfGroup tells of what the party does on others' instruction.
func (w *writer) behalfGroup(id string) Group {
	g := Group{ID: "processor", Title: w.words.AsProcessor, Provision: number(w.doc.Regime, "30(2)")}
	for i := range w.doc.Processors {
		if w.doc.Processors[i].Party == id {
			g.Parts = append(g.Parts, w.behalf(i))
		}
	}
	if len(g.Parts) > 0 {
		g.Columns = columns(g.Parts[0].Rows)
	}
	return g
}

// behalf is one entry of a processor's record.
func (w *writer) behalf(i int) Part {
	p := &w.doc.Processors[i]
	part := Part{ID: p.ID, Path: place("processors", i), Title: w.processorTitle(i)}
	part.Rows = []Row{w.instructing(i), w.processing(i), w.carried(i), w.secured(i)}
	return part
}

// processorTitle names a processor, and those on whose instruction it works.
func (w *writer) processorTitle(i int) string {
	p := &w.doc.Processors[i]
	var names []string
	for _, id := range p.For {
		if s := w.party(id); s != "" {
			names = append(names, s)
		}
	}
	name := w.party(p.Party)
	if name == "" {
		name = p.ID
	}
	if len(names) == 0 {
		return name
	}
	return fill(w.words.OnBehalf, "processor", name, "controllers", w.lang.Rules.List(names))
}

// instructing tells for whom a processor works: each controller with its contact
// details, and the processor in between.
func (w *writer) instructing(i int) Row {
	r := w.row("controllers", w.words.Instructing, "30(2)(a)")
	p := &w.doc.Processors[i]
	for j, id := range p.For {
		one := w.identity(id, "", "", "")
		for _, s := range one.Says {
			r.say(s.Text, s.Paths...)
		}
		for _, s := range one.Left {
			r.lack(labelled(w.party(id), s.Text), s.Paths...)
		}
		if w.party(id) == "" {
			r.lack(w.words.NoController, place("processors", i, "for").Index(j))
		}
		w.officerOf(&r, id)
	}
	if len(p.For) == 0 {
		r.lack(w.words.NoController, place("processors", i, "for"))
	}
	if over := index(w.doc.Processors, processorID, p.SubProcessorOf); over >= 0 {
		r.say(sentence(fill(w.lang.Data.SubOf, "name", w.party(w.doc.Processors[over].Party))), place("processors", i, "subProcessorOf"))
	}
	return r
}

// officerOf adds the data protection officer of a controller, if it has one.
func (w *writer) officerOf(r *Row, id string) {
	one := w.officer(id, "")
	for k, s := range one.Says {
		if k == 0 {
			s.Text = labelled(w.words.Officer, s.Text)
		}
		r.say(s.Text, s.Paths...)
	}
}

// processing tells which categories of processing are carried out.
func (w *writer) processing(i int) Row {
	r := w.row("processing", w.words.Processing, "30(2)(b)")
	p := &w.doc.Processors[i]
	r.say(sentence(w.in(p.Task)), place("processors", i, "task"))
	if w.in(p.Task) == "" {
		r.lack(w.words.NoTask, place("processors", i, "task"))
	}
	for _, j := range w.engagedIn(p.ID) {
		a := &w.doc.Activities[j]
		r.say(labelled(w.activityTitle(j), w.lang.Rules.List(w.labels(a.Data))), place("activities", j, "data"))
	}
	return r
}

// engagedIn lists the activities that use a processor, by themselves or through
// a system.
func (w *writer) engagedIn(processor string) []int {
	var list []int
	for i := range w.doc.Activities {
		if slices.Contains(processorsOf(w.doc, &w.doc.Activities[i]), processor) {
			list = append(list, i)
		}
	}
	return list
}

// processorsOf lists the processors of an activity and of its systems, and those
// that they engage.
func processorsOf(doc *policy.Document, a *policy.Activity) []string {
	ids := add([]string(nil), a.Processors...)
	for _, id := range a.Systems {
		if s := doc.System(id); s != nil && s.Processor != "" {
			ids = add(ids, s.Processor)
		}
	}
	for range doc.Processors { // a chain is no longer than that
		before := len(ids)
		for i := range doc.Processors {
			if p := &doc.Processors[i]; p.SubProcessorOf != "" && slices.Contains(ids, p.SubProcessorOf) {
				ids = add(ids, p.ID)
			}
		}
		if len(ids) == before {
			break
		}
	}
	return ids
}

// carried tells what a processor takes out of the EEA.
func (w *writer) carried(i int) Row {
	r := w.row("transfers", w.words.TransferRow, "30(2)(c)")
	found := false
	for _, j := range Transfers(w.doc, w.at) {
		if j.Processor == w.doc.Processors[i].ID {
			w.journey(&r, &j)
			found = true
		}
	}
	if !found {
		r.say(w.words.NoTransfers, place("processors", i))
	}
	return r
}

// secured tells of a processor's security. What the policy describes are the
// controller's measures; the processor's own stand in the agreement.
func (w *writer) secured(i int) Row {
	p := &w.doc.Processors[i]
	if slices.Contains(Controllers(w.doc), p.Party) {
		return w.security("30(2)(d)")
	}
	r := w.row("security", w.words.Security, "30(2)(d)")
	if p.Agreement != nil {
		for k, t := range p.Agreement.Content {
			r.say(w.in(t), place("processors", i, "agreement", "content").Index(k))
		}
	}
	r.check(w.words.OwnMeasures, place("processors", i))
	return r
}
