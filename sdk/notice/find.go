package notice

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// An index finds what an id names. The look-ups of package policy go through a
// list each time, so that a notice of many activities would take their square.
type index struct {
	acts          map[law.ActID]*policy.Act
	parties       map[string]*policy.Party
	processors    map[string]*policy.Processor
	scopes        map[string]*policy.Scope
	subjects      map[string]*policy.Subject
	circumstances map[string]*policy.Circumstance
	data          map[string]*policy.Datum
	groups        map[string][]*policy.Datum // data of which one will do
	purposes      map[string]*policy.Purpose
	recipients    map[string]*policy.Recipient
	systems       map[string]*policy.System
	rules         map[string]*policy.Retention
	consents      map[string]*policy.Consent
	contacts      map[string]*policy.Contact
	links         map[string]*policy.Link
}

func newIndex(d *policy.Document) index {
	x := index{
		acts:          byID(d.Acts, func(a *policy.Act) law.ActID { return a.ID }),
		parties:       byID(d.Parties, func(p *policy.Party) string { return p.ID }),
		processors:    byID(d.Processors, func(p *policy.Processor) string { return p.ID }),
		scopes:        byID(d.Scopes, func(s *policy.Scope) string { return s.ID }),
		subjects:      byID(d.Subjects, func(s *policy.Subject) string { return s.ID }),
		circumstances: byID(d.Circumstances, func(c *policy.Circumstance) string { return c.ID }),
		data:          byID(d.Data, func(d *policy.Datum) string { return d.ID }),
		groups:        map[string][]*policy.Datum{},
		purposes:      map[string]*policy.Purpose{},
		recipients:    byID(d.Recipients, func(r *policy.Recipient) string { return r.ID }),
		systems:       byID(d.Systems, func(s *policy.System) string { return s.ID }),
		rules:         byID(d.Retention, func(r *policy.Retention) string { return r.ID }),
		consents:      byID(d.Consents, func(c *policy.Consent) string { return c.ID }),
		contacts:      byID(d.Contacts, func(c *policy.Contact) string { return c.ID }),
		links:         byID(d.Links, func(l *policy.Link) string { return l.ID }),
	}
	x.addPurposes(d.Purposes)
	for i := range d.Data {
		if group := d.Data[i].OneOf; group != "" && len(x.groups[group]) < mostInGroup {
			x.groups[group] = append(x.groups[group], &d.Data[i])
		}
	}
	return x
}

// mostInGroup is how many data of a group are named. Each of them names all,
// so that a large group would make a notice of its square.
const mostInGroup = 50

// byID gives the first entry of the list with each id. The empty id names nothing.
func byID[T any, ID ~string](list []T, id func(*T) ID) map[ID]*T {
	found := make(map[ID]*T, len(list))
	for i := range list {
		if key := id(&list[i]); key != "" && found[key] == nil {
			found[key] = &list[i]
		}
	}
	return found
}

func (x *index) addPurposes(list []policy.Purpose) {
	for i := range list {
		p := &list[i]
		if p.ID != "" && x.purposes[p.ID] == nil {
			x.purposes[p.ID] = p
		}
		x.addPurposes(p.Parts)
	}
}

// A reader is what holds of those whom a notice is for, worked out once from
// the activities of the policy.
type reader struct {
	applies    map[*policy.Activity]bool
	subjects   map[string]bool // that activities name: whether one of the reader's does
	recipients map[string]bool
	rules      map[string]bool
	fixed      []string                      // controllers of the reader's activities, in order
	perScope   []policy.ScopeKind            // kinds of scope on which others depend
	controls   map[string]bool               // the fixed ones
	alone      map[string][]*policy.Activity // the reader's activities of a controller that are not held jointly
	under      map[string][]*policy.Activity // all activities under a retention rule
	running    map[string][]*policy.Activity // the reader's activities in a system
	units      map[string][]*policy.Party    // the parts of a party
	asked      map[string]bool               // data that forms ask for
	stored     map[string]bool               // data that technologies store or read
}

// meet works out what holds of the reader.
func (b *builder) meet() {
	r := reader{
		applies: map[*policy.Activity]bool{}, subjects: map[string]bool{}, recipients: map[string]bool{}, rules: map[string]bool{},
		controls: map[string]bool{}, alone: map[string][]*policy.Activity{}, under: map[string][]*policy.Activity{}, running: map[string][]*policy.Activity{},
		units: map[string][]*policy.Party{}, asked: map[string]bool{}, stored: map[string]bool{},
	}
	for i := range b.doc.Activities {
		a := &b.doc.Activities[i]
		applies := b.isFor(a)
		r.applies[a] = applies
		note(r.subjects, a.Subjects, applies)
		note(r.recipients, a.Recipients, applies)
		note(r.rules, a.Retention, applies)
		gather(r.under, a.Retention, a)
		if applies {
			gather(r.running, a.Systems, a)
			b.meetControllers(&r, a)
		}
	}
	for i := range b.doc.Parties {
		p := &b.doc.Parties[i]
		r.units[p.PartOf] = append(r.units[p.PartOf], p)
	}
	for i := range b.doc.Forms {
		for _, f := range b.doc.Forms[i].Fields {
			r.asked[f.Datum] = true
		}
	}
	for i := range b.doc.Technologies {
		note(r.stored, b.doc.Technologies[i].Data, true)
	}
	b.reader = r
}

// meetControllers notes the controllers of an activity of the reader's.
func (b *builder) meetControllers(r *reader, a *policy.Activity) {
	ids, kind := b.controllersOf(a)
	for _, id := range ids {
		if !r.controls[id] {
			r.controls[id] = true
			r.fixed = append(r.fixed, id)
		}
	}
	if kind != "" && !slices.Contains(r.perScope, kind) {
		r.perScope = append(r.perScope, kind)
	}
	if a.Joint == nil || len(ids) == 1 {
		gather(r.alone, ids, a)
	}
}

// note marks the ids, where they are not yet.
func note(marked map[string]bool, ids []string, mark bool) {
	for _, id := range ids {
		marked[id] = marked[id] || mark
	}
}

// gather puts an activity under each of the ids, once.
func gather(groups map[string][]*policy.Activity, ids []string, a *policy.Activity) {
	for _, id := range ids {
		if list := groups[id]; len(list) == 0 || list[len(list)-1] != a {
			groups[id] = append(list, a)
		}
	}
}
