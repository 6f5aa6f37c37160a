package policy

import "github.com/lagrum/lagrum/sdk/law"

// find gives the first entry with the id, or nil. The empty id names nothing.
func find[T any, ID ~string](list []T, id ID, of func(*T) ID) *T {
	if id == "" {
		return nil
	}
	for i := range list {
		if of(&list[i]) == id {
			return &list[i]
		}
	}
	return nil
}

// Act gives the policy's own act with the id, or nil. Acts of Lagrum's table
// are found by law.Find.
func (d *Document) Act(id law.ActID) *Act {
	return find(d.Acts, id, func(a *Act) law.ActID { return a.ID })
}

// Party gives the party with the id, or nil.
func (d *Document) Party(id string) *Party {
	return find(d.Parties, id, func(p *Party) string { return p.ID })
}

// Processor gives the processor with the id, or nil.
func (d *Document) Processor(id string) *Processor {
	return find(d.Processors, id, func(p *Processor) string { return p.ID })
}

// Scope gives the scope with the id, or nil.
func (d *Document) Scope(id string) *Scope {
	return find(d.Scopes, id, func(s *Scope) string { return s.ID })
}

// Subject gives the group of people with the id, or nil.
func (d *Document) Subject(id string) *Subject {
	return find(d.Subjects, id, func(s *Subject) string { return s.ID })
}

// Circumstance gives the circumstance with the id, or nil.
func (d *Document) Circumstance(id string) *Circumstance {
	return find(d.Circumstances, id, func(c *Circumstance) string { return c.ID })
}

// Datum gives the kind of data with the id, or nil.
func (d *Document) Datum(id string) *Datum {
	return find(d.Data, id, func(x *Datum) string { return x.ID })
}

// Purpose gives the purpose with the id, at any depth of the tree, or nil.
func (d *Document) Purpose(id string) *Purpose { return findPurpose(d.Purposes, id) }

func findPurpose(list []Purpose, id string) *Purpose {
	if id == "" {
		return nil
	}
	for i := range list {
		if list[i].ID == id {
			return &list[i]
		}
		if part := findPurpose(list[i].Parts, id); part != nil {
			return part
		}
	}
	return nil
}

// Activity gives the activity with the id, or nil.
func (d *Document) Activity(id string) *Activity {
	return find(d.Activities, id, func(a *Activity) string { return a.ID })
}

// Recipient gives the recipient with the id, or nil.
func (d *Document) Recipient(id string) *Recipient {
	return find(d.Recipients, id, func(r *Recipient) string { return r.ID })
}

// System gives the system with the id, or nil.
func (d *Document) System(id string) *System {
	return find(d.Systems, id, func(s *System) string { return s.ID })
}

// RetentionRule gives the retention rule with the id, or nil.
func (d *Document) RetentionRule(id string) *Retention {
	return find(d.Retention, id, func(r *Retention) string { return r.ID })
}

// Consent gives the consent with the id, or nil.
func (d *Document) Consent(id string) *Consent {
	return find(d.Consents, id, func(c *Consent) string { return c.ID })
}

// Form gives the form with the id, or nil.
func (d *Document) Form(id string) *Form {
	return find(d.Forms, id, func(f *Form) string { return f.ID })
}

// Technology gives the technology with the id, or nil.
func (d *Document) Technology(id string) *Technology {
	return find(d.Technologies, id, func(t *Technology) string { return t.ID })
}

// Contact gives the contact with the id, or nil.
func (d *Document) Contact(id string) *Contact {
	return find(d.Contacts, id, func(c *Contact) string { return c.ID })
}

// Link gives the link with the id, or nil.
func (d *Document) Link(id string) *Link {
	return find(d.Links, id, func(l *Link) string { return l.ID })
}
