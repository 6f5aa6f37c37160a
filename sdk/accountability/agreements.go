package accountability

import (
	"cmp"
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// AgreementsOf is a checklist of data processing agreements: for each processor
// and sub-processor, what the policy says of each thing that such an agreement must
// lay down, and what is left to look up in it (GDPR Article 28(2), (3), (4), (9) and
// (10); Regulation (EU) 2018/1725 Article 29). The error is a *[ContextError].
func AgreementsOf(doc *policy.Document, c Context) (*Report, error) {
	w, err := newWriter(doc, c)
	if err != nil {
		return nil, err
	}
	if err := w.limited(c.Party); err != nil {
		return nil, err
	}
	r := w.report(AgreementsKind, "28", w.words.AgreementsTitle, c.Party)
	r.Intro = append(r.Intro, w.words.ReadAgreement)
	g := Group{ID: "agreements", Title: w.words.ByProcessor, Provision: number(doc.Regime, "28(3)"), None: w.words.NoProcessors}
	for i := range doc.Processors {
		if c.Party == "" || slices.Contains(doc.Processors[i].For, c.Party) {
			g.Parts = append(g.Parts, w.agreement(i))
		}
	}
	if len(g.Parts) > 0 {
		g.Columns = columns(g.Parts[0].Rows)
	}
	r.Groups = []Group{g}
	return r, nil
}

// letters are the terms of GDPR Article 28(3)(a) to (h), and the words for them.
func (w *writer) letters() []struct {
	term           policy.AgreementTerm
	point, heading string
} {
	t := w.words
	return []struct {
		term           policy.AgreementTerm
		point, heading string
	}{
		{policy.OnInstructions, "28(3)(a)", t.Instructions},
		{policy.BoundToSecrecy, "28(3)(b)", t.Confidentiality},
		{policy.Secured, "28(3)(c)", t.Security},
		{policy.SubProcessors, "28(3)(d)", t.SubProcessors},
		{policy.HelpWithRights, "28(3)(e)", t.HelpRights},
		{policy.HelpWithDuties, "28(3)(f)", t.HelpDuties},
		{policy.DeletedAtEnd, "28(3)(g)", t.Deletion},
		{policy.Audited, "28(3)(h)", t.Audits},
	}
}

func (w *writer) agreement(i int) Part {
	p := &w.doc.Processors[i]
	part := Part{ID: p.ID, Title: w.processorTitle(i), Path: place("processors", i)}
	part.Rows = []Row{w.signed(i), w.quoted(i), w.subject(i), w.nature(i), w.typesOfData(i), w.typesOfPeople(i), w.duties(i)}
	for _, l := range w.letters() {
		part.Rows = append(part.Rows, w.laidDown(i, l.term, l.point, l.heading))
	}
	part.Rows = append(part.Rows, w.ownPurposes(i), w.chain(i))
	return part
}

// signed tells of the agreement itself: reference, who signed, when, in writing.
func (w *writer) signed(i int) Row {
	r := w.row("writing", w.words.InWriting, "28(9)")
	a, path := w.doc.Processors[i].Agreement, place("processors", i, "agreement")
	if a == nil || a.Reference == "" && a.SignedBy == "" && a.Date.IsZero() && len(a.Content) == 0 {
		r.lack(w.words.NoAgreement, path)
		return r
	}
	r.say(labelled(w.lang.Data.Agreement, a.Reference), path.Key("reference"))
	if a.Reference == "" {
		r.lack(w.words.NoReference, path.Key("reference"))
	}
	if day := w.lang.Rules.Date(a.Date); day != "" {
		r.say(day, path.Key("date"))
	} else {
		r.lack(w.words.NoDate, path.Key("date"))
	}
	w.signer(&r, a, path.Key("signedBy"))
	return r
}

// quoted repeats what the policy tells of the agreement.
func (w *writer) quoted(i int) Row {
	r := w.row("content", w.words.AgreementSays, "28(3)")
	a, path := w.doc.Processors[i].Agreement, place("processors", i, "agreement", "content")
	if a != nil {
		for k, t := range a.Content {
			r.say(w.in(t), path.Index(k))
		}
	}
	if r.State == "" {
		r.check(w.words.NothingQuoted, path)
	}
	return r
}

// signer tells who signed, and whether that party may (Party.SignsAgreements).
func (w *writer) signer(r *Row, a *policy.Agreement, path diag.Path) {
	p := w.doc.Party(a.SignedBy)
	if p == nil {
		r.lack(w.words.NoSigner, path)
		return
	}
	r.say(locale.Capital(fill(w.lang.Data.SignedBy, "party", w.partyName(p))), path)
	if p.SignsAgreements == policy.No {
		r.lack(locale.Capital(fill(w.lang.Data.MayNotSign, "party", w.partyName(p))), path)
	}
}

func (w *writer) subject(i int) Row {
	r := w.row("subject-matter", w.words.SubjectMatter, "28(3)")
	p := &w.doc.Processors[i]
	r.say(sentence(w.in(p.Task)), place("processors", i, "task"))
	if r.State == "" {
		r.lack(w.words.NoTask, place("processors", i, "task"))
	}
	r.check(w.words.CheckDuration, place("processors", i, "agreement"))
	return r
}

// nature tells why: the activities in which the processor works.
func (w *writer) nature(i int) Row {
	r := w.row("purpose", w.words.NaturePurpose, "28(3)")
	for _, j := range w.engagedIn(w.doc.Processors[i].ID) {
		r.say(w.activityTitle(j), place("activities", j))
	}
	if r.State == "" {
		r.lack(w.words.NotUsed, place("processors", i))
	}
	return r
}

func (w *writer) typesOfData(i int) Row {
	r := w.row("data", w.words.DataTypes, "28(3)")
	var ids []string
	for _, j := range w.engagedIn(w.doc.Processors[i].ID) {
		ids = add(ids, w.limitedTo(i, &w.doc.Activities[j])...)
	}
	r.say(locale.Capital(w.lang.Rules.List(w.labels(ids))), w.paths(ids)...)
	if r.State == "" {
		r.lack(w.words.NoData, place("processors", i))
	}
	return r
}

// limitedTo gives the data of an activity that the processor gets. If it has to do
// with it only through systems that hold some of them, only those.
func (w *writer) limitedTo(i int, a *policy.Activity) []string {
	id := w.doc.Processors[i].ID
	if slices.Contains(a.Processors, id) {
		return a.Data
	}
	var held []string
	for _, name := range a.Systems {
		s := w.doc.System(name)
		switch {
		case s == nil || s.Processor != id:
		case len(s.Data) == 0:
			return a.Data
		default:
			held = append(held, s.Data...)
		}
	}
	if len(held) == 0 {
		return a.Data
	}
	return slices.DeleteFunc(slices.Clone(a.Data), func(id string) bool { return !slices.Contains(held, id) })
}

func (w *writer) typesOfPeople(i int) Row {
	r := w.row("subjects", w.words.Subjects, "28(3)")
	var ids []string
	for _, j := range w.engagedIn(w.doc.Processors[i].ID) {
		ids = add(ids, w.doc.Activities[j].Subjects...)
	}
	for _, id := range ids {
		if j := index(w.doc.Subjects, subjectID, id); j >= 0 {
			r.say(locale.Capital(w.in(w.doc.Subjects[j].Label)), place("subjects", j))
		}
	}
	if r.State == "" {
		r.lack(w.words.NoSubjects, place("processors", i))
	}
	return r
}

// duties are those of the controller, which only the agreement tells.
func (w *writer) duties(i int) Row {
	r := w.row("controller", w.words.ControllerDuties, "28(3)")
	r.check(w.words.LookUp, place("processors", i, "agreement"))
	return r
}

// laidDown tells whether the policy says that the agreement has one of the terms.
func (w *writer) laidDown(i int, term policy.AgreementTerm, point, heading string) Row {
	r := w.row(string(term), heading, point)
	a, path := w.doc.Processors[i].Agreement, place("processors", i, "agreement")
	switch {
	case a == nil:
		r.lack(w.words.NoAgreement, path)
	case slices.Contains(a.Covers, term):
		r.say(w.words.LaidDown, path.Key("covers").Index(slices.Index(a.Covers, term)))
	default:
		r.check(w.words.LookUp, path)
	}
	if term == policy.SubProcessors {
		w.below(&r, i)
	}
	return r
}

// below names the sub-processors, which need the controller's leave (GDPR Article
// 28(2)).
func (w *writer) below(r *Row, i int) {
	id := w.doc.Processors[i].ID
	for j := range w.doc.Processors {
		if p := &w.doc.Processors[j]; id != "" && p.SubProcessorOf == id {
			r.say(fill(w.words.Engages, "processor", cmp.Or(w.party(p.Party), p.ID)), place("processors", j, "subProcessorOf"))
			r.check(fill(w.words.CheckLeave, "article", w.article("28(2)")), place("processors", j))
		}
	}
}

func (w *writer) ownPurposes(i int) Row {
	r := w.row("own-purposes", w.words.OwnPurposes, "28(10)")
	r.check(w.words.CheckOwn, place("processors", i, "agreement"))
	return r
}

// chain tells who engaged a sub-processor, and where each link of the chain is.
func (w *writer) chain(i int) Row {
	r := w.row("chain", w.words.Chain, "28(4)")
	p, path := &w.doc.Processors[i], place("processors", i)
	over := index(w.doc.Processors, processorID, p.SubProcessorOf)
	switch {
	case p.SubProcessorOf == "":
		r.say(w.words.Direct, path)
	case over < 0:
		r.lack(w.words.NoParent, path.Key("subProcessorOf"))
	default:
		r.say(sentence(fill(w.lang.Data.SubOf, "name", w.party(w.doc.Processors[over].Party))), path.Key("subProcessorOf"))
		r.check(w.words.SameDuties, path.Key("agreement"))
	}
	var countries []string
	for _, code := range p.Countries {
		countries = append(countries, w.lang.Country(code))
	}
	if len(countries) == 0 {
		r.lack(w.words.NoCountries, path.Key("countries"))
	} else {
		r.say(labelled(w.words.Country, w.lang.Rules.List(countries)), path.Key("countries"))
	}
	return r
}
