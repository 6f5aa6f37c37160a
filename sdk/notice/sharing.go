package notice

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// recipients is the section on who receives data, and on transfers out of the
// EEA (Article 13(1)(e) and (f)).
func (b *builder) recipients() Section {
	s := Section{ID: "recipients", Title: b.t.Recipients}
	rows := &Table{Caption: b.t.Recipients, Head: []string{b.w.Recipient, b.w.WhichData, b.w.WhatFor, b.w.Provision}}
	public := false
	var links []string
	for i := range b.doc.Recipients {
		r := &b.doc.Recipients[i]
		if !b.receives(r) {
			continue
		}
		public = public || r.Kind == policy.PublicRecords
		if r.Link != "" {
			links = append(links, r.Link)
		}
		rows.Rows = append(rows.Rows, []Cell{b.recipientCell(r), b.dataCell(r.Data), b.why(r), b.provisions(r.Law)})
	}
	s.Blocks = table(s.Blocks, rows)
	if public {
		s.Blocks = say(s.Blocks, b.w.PublicRecords)
	}
	for _, id := range links {
		s.Blocks = para(s.Blocks, b.link(id)...)
	}
	s.Sections = section(s.Sections, b.transfers())
	return s
}

// receives reports whether a recipient gets data of this reader.
func (b *builder) receives(r *policy.Recipient) bool {
	return b.concerns(b.reader.recipients, r.ID) &&
		(len(r.Data) == 0 || slices.ContainsFunc(r.Data, b.asksFor))
}

func (b *builder) recipientName(r *policy.Recipient) string {
	if name := b.in(r.Name); name != "" {
		return name
	}
	return b.party(r.Party)
}

func (b *builder) recipientCell(r *policy.Recipient) Cell {
	c := cell(locale.Capital(b.recipientName(r)))
	if p := b.find.parties[r.Party]; p != nil && b.in(r.Name) != "" && b.in(p.Name) != b.in(r.Name) {
		c = append(c, plain(b.in(p.Name)))
	}
	if r.Kind == policy.ControllerRecipient && !r.Anonymous {
		c = append(c, b.ownController(r))
	}
	if r.Anonymous {
		c = append(c, plain(b.w.OnlyAnonymous))
	}
	return c
}

func (b *builder) ownController(r *policy.Recipient) []Span {
	s := Span{Text: b.w.OwnController}
	if p := b.find.parties[r.Party]; p != nil {
		s.URL = p.Notice
	}
	return []Span{s}
}

// dataCell names data; none named means all of the purpose.
func (b *builder) dataCell(ids []string) Cell {
	if len(ids) == 0 {
		return cell(b.w.WholeActivity)
	}
	return cell(locale.Capital(b.data(ids)))
}

func (b *builder) why(r *policy.Recipient) Cell {
	modality := map[policy.Modality]string{policy.May: b.w.MayReceive, policy.Must: b.w.MustReceive}[r.Modality]
	return cell(sentence(b.in(r.Purpose)), sentence(modality), sentence(b.in(r.Condition)))
}

// transfers lists what goes out of the EEA, and on what ground.
func (b *builder) transfers() Section {
	s := Section{ID: "transfers", Title: b.w.Transfers}
	d := &lexicon{}
	for i := range b.doc.Recipients {
		if r := &b.doc.Recipients[i]; b.receives(r) {
			d.add(locale.Capital(b.recipientName(r)), b.transfer(r.Transfer))
		}
	}
	for i := range b.doc.Processors {
		if p := &b.doc.Processors[i]; b.instructs(p.For) {
			d.add(b.party(p.Party), b.transfer(p.Transfer))
		}
	}
	if len(d.Items) > 0 {
		s.Blocks = append(s.Blocks, &d.Definitions)
	}
	return s
}

func (b *builder) transfer(t *policy.Transfer) []Block {
	if t == nil {
		return nil
	}
	country := b.lang.Country(t.Country)
	blocks := say(nil, fill(b.w.TransferTo, "country", country, "mechanism", b.mechanism(t)))
	if how := b.in(t.Copy); how != "" {
		blocks = say(blocks, b.w.TransferCopy+": "+how)
	}
	return blocks
}

func (b *builder) mechanism(t *policy.Transfer) string {
	switch t.Mechanism {
	case policy.Adequacy:
		if t.Decision == "" {
			return b.w.AdequacyAny
		}
		return fill(b.w.Adequacy, "decision", t.Decision)
	case policy.SCC:
		return b.w.SCC
	case policy.BCR:
		return b.w.BCR
	case policy.ConductCode:
		return b.w.ConductCode
	case policy.Certification:
		return b.w.Certification
	case policy.AdHoc:
		return b.w.AdHoc
	case policy.Derogation:
		return b.w.Derogation
	}
	return b.w.NoMechanism
}

// processors is the section on who processes on whose instruction (Article 28).
func (b *builder) processors() Section {
	s := Section{ID: "processors", Title: b.t.Roles}
	rows := &Table{Caption: b.t.Roles, Head: []string{b.w.Processor, b.w.OnBehalfOf, b.w.Task, b.w.Agreement}}
	for i := range b.doc.Processors {
		p := &b.doc.Processors[i]
		if !b.instructs(p.For) {
			continue
		}
		name := cell(locale.Capital(b.party(p.Party)))
		if over := b.find.processors[p.SubProcessorOf]; over != nil {
			name = append(name, plain(fill(b.w.SubOf, "name", b.party(over.Party))))
		}
		rows.Rows = append(rows.Rows, []Cell{name, cell(b.parties(p.For)...), cell(sentence(b.in(p.Task))), b.agreement(p.Agreement)})
	}
	if len(rows.Rows) > 0 {
		s.Blocks = table(s.Blocks, rows)
		if !b.doc.AsPublished && !slices.ContainsFunc(b.doc.Processors, func(p policy.Processor) bool { return p.Agreement == nil }) {
			s.Blocks = append(say(nil, b.w.Instructed), s.Blocks...)
		}
	}
	s.Blocks = b.agreementContent(s.Blocks)
	s.Blocks = b.signatories(s.Blocks)
	return s
}

// instructs reports whether one of the parties is a controller for this
// reader. Without a scope everybody is.
func (b *builder) instructs(parties []string) bool {
	if b.scope == nil || len(parties) == 0 {
		return true
	}
	return len(b.reader.perScope) > 0 || slices.ContainsFunc(parties, func(id string) bool { return b.reader.controls[id] })
}

func (b *builder) agreement(a *policy.Agreement) Cell {
	if a == nil {
		return cell(b.notStated())
	}
	c := cell(a.Reference)
	if day := b.lang.Rules.Date(a.Date); day != "" {
		c = append(c, plain(day))
	}
	if by := b.party(a.SignedBy); by != "" {
		c = append(c, plain(fill(b.w.SignedBy, "party", by)))
	}
	return c
}

// agreementContent tells what each agreement lays down, under the processor's
// name; agreements that say the same stand once.
func (b *builder) agreementContent(blocks []Block) []Block {
	d := &lexicon{}
	seen := map[string]bool{}
	for i := range b.doc.Processors {
		p := &b.doc.Processors[i]
		if p.Agreement == nil || !b.instructs(p.For) {
			continue
		}
		var items []string
		for _, t := range p.Agreement.Content {
			items = append(items, b.in(t))
		}
		key := p.Party + "\n" + strings.Join(items, "\n")
		if !seen[key] {
			seen[key] = true
			d.add(locale.Capital(b.party(p.Party)), bullets(nil, items...))
		}
	}
	if len(d.Items) == 0 {
		return blocks
	}
	return append(say(blocks, b.w.AgreementSays), &d.Definitions)
}

// signatories tells which party alone may sign agreements, and which may not.
func (b *builder) signatories(blocks []Block) []Block {
	var may, mayNot []string
	for i := range b.doc.Parties {
		p := &b.doc.Parties[i]
		switch p.SignsAgreements {
		case policy.Yes:
			may = append(may, b.in(p.Name))
		case policy.No:
			mayNot = append(mayNot, b.in(p.Name))
		}
	}
	if len(may) == 1 && len(mayNot) > 0 {
		blocks = say(blocks, fill(b.w.MaySign, "party", may[0]))
	}
	for _, name := range mayNot {
		blocks = say(blocks, locale.Capital(fill(b.w.MayNotSign, "party", name)))
	}
	return blocks
}

// systems is the register of systems and services.
func (b *builder) systems() Section {
	s := Section{ID: "systems", Title: b.t.Systems}
	captions := []struct {
		level   policy.Level
		caption string
	}{{policy.Central, b.w.CentralRun}, {policy.Local, b.w.LocalRun}, {"", b.w.OtherRun}}
	for _, group := range captions {
		rows := &Table{Caption: group.caption, Head: []string{b.w.System, b.w.Function, b.w.DataLimit, b.w.Supplier, b.w.StoredIn}}
		for i := range b.doc.Systems {
			if sys := &b.doc.Systems[i]; sys.Level == group.level && (len(sys.Data) == 0 || slices.ContainsFunc(sys.Data, b.asksFor)) {
				rows.Rows = append(rows.Rows, b.system(sys))
			}
		}
		s.Blocks = table(s.Blocks, rows)
	}
	return s
}

func (b *builder) system(sys *policy.System) []Cell {
	name := cell(locale.Capital(b.in(sys.Name)), sentence(b.in(sys.Note)))
	if c := b.find.contacts[sys.Contact]; c != nil {
		name = append(name, plain(fill(b.w.SystemHelp, "contact", b.in(c.Name))))
	}
	limit := cell(b.notStated())
	switch {
	case sys.NoPersonalData:
		limit = cell(b.w.NoPersonal)
	case len(sys.Data) > 0:
		limit = cell(fill(b.w.OnlyData, "data", b.data(sys.Data)))
	default:
		if data := b.systemData(sys.ID); data != "" {
			limit = cell(locale.Capital(data))
		}
	}
	supplier := b.party(sys.Supplier)
	if p := b.find.processors[sys.Processor]; supplier == "" && p != nil {
		supplier = b.party(p.Party)
	}
	if supplier == "" {
		supplier = b.notStated()
	}
	return []Cell{name, cell(sentence(b.in(sys.Function))), limit, cell(locale.Capital(supplier)), cell(b.storedIn(sys.StoredIn))}
}

// systemData names the data of all activities that run in a system.
func (b *builder) systemData(id string) string {
	var ids []string
	for _, a := range b.reader.running[id] {
		ids = append(ids, a.Data...)
	}
	return b.data(unique(ids))
}

func (b *builder) storedIn(places []string) string {
	if len(places) == 0 {
		return b.notStated()
	}
	var list []string
	for _, place := range places {
		if place == "EU" {
			list = append(list, b.w.WithinEU)
		} else {
			list = append(list, b.lang.Country(place))
		}
	}
	return locale.Capital(b.lang.Rules.List(list))
}

// access tells which roles among staff see which data.
func (b *builder) access() Section {
	s := Section{ID: "access", Title: b.t.Access}
	rows := &Table{Caption: b.t.Access, Head: []string{b.w.Who, b.w.WhichData, b.w.ForWhat, b.w.Condition}}
	for i := range b.doc.Access {
		a := &b.doc.Access[i]
		who := locale.Capital(b.in(a.Who))
		if at := b.party(a.Party); at != "" && !strings.Contains(who, at) {
			who += ", " + at
		}
		rows.Rows = append(rows.Rows, []Cell{cell(who), b.dataCell(a.Data), cell(sentence(b.in(a.Purpose))), cell(sentence(b.in(a.Condition)))})
	}
	s.Blocks = table(s.Blocks, rows)
	return s
}

// visibility tells what the service shows to whom.
func (b *builder) visibility() Section {
	s := Section{ID: "visibility", Title: b.t.Visibility}
	rows := &Table{Caption: b.t.Visibility, Head: []string{b.w.Where, b.w.WhichData, b.w.Audience, b.w.Condition}}
	for i := range b.doc.Visibility {
		v := &b.doc.Visibility[i]
		when := cell(sentence(b.in(v.Condition)))
		if v.Removable {
			when = append(when, plain(b.w.Removable+"."))
		}
		rows.Rows = append(rows.Rows, []Cell{cell(locale.Capital(b.in(v.Where))), b.dataCell(v.Data), cell(b.audience(v.Audience)), when})
	}
	s.Blocks = table(s.Blocks, rows)
	return s
}

func (b *builder) audience(a policy.Audience) string {
	return map[policy.Audience]string{
		policy.PublicIndexed: b.w.PublicIndexed, policy.Public: b.w.Public, policy.LoggedIn: b.w.LoggedIn,
		policy.SameCourse: b.w.SameCourse, policy.Staff: b.w.Staff, policy.OnlySelf: b.w.OnlySelf,
	}[a]
}
