package lint

import (
	"iter"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// deny reports the declarations that something else in the policy contradicts.
// What they speak of is a datum, a system or, as the zero key, everything; each
// is asked about once. The answer is the thing that contradicts them.
func (p *pass) deny(denial policy.Denial, contradicts func(key) (key, bool)) {
	type answer struct {
		thing key
		ok    bool
	}
	known := map[key]answer{}
	ask := func(path diag.Path, about key) bool {
		a, asked := known[about]
		if !asked {
			a.thing, a.ok = contradicts(about)
			known[about] = a
		}
		if a.ok {
			p.report(path, arg("kind", noun(a.thing.kind)), arg("id", a.thing.id))
		}
		return a.ok
	}
	for i := range p.doc.Declarations {
		d := &p.doc.Declarations[i]
		path := entry("declarations", i)
		switch {
		case d.Denies != denial:
		case len(d.Data) > 0:
			for j, id := range d.Data {
				if ask(path.Key("data").Index(j), key{"datum", id}) {
					break
				}
			}
		case d.System != "":
			ask(path.Key("denies"), key{"system", d.System})
		default:
			ask(path.Key("denies"), key{})
		}
	}
}

// activitiesIn lists the activities that use a datum or run in a system, or all.
func (p *pass) activitiesIn(about key) iter.Seq[int] {
	return func(yield func(int) bool) {
		if about == (key{}) {
			for i := range p.doc.Activities {
				if !yield(i) {
					return
				}
			}
			return
		}
		for _, i := range p.usersOf(about.kind, about.id) {
			if !yield(i) {
				return
			}
		}
	}
}

// inActivities gives the first activity in question of which something holds.
func (p *pass) inActivities(holds func(*policy.Activity) bool) func(key) (key, bool) {
	answers := make([]int8, len(p.doc.Activities)) // 1: it holds, -1: it does not
	return func(about key) (key, bool) {
		for i := range p.activitiesIn(about) {
			if answers[i] == 0 {
				answers[i] = -1
				if holds(&p.doc.Activities[i]) {
					answers[i] = 1
				}
			}
			if answers[i] > 0 {
				return key{"activity", label(p.doc.Activities[i].ID, entry("activities", i))}, true
			}
		}
		return key{}, false
	}
}

// firstDatum gives the first of the data, by id, that something holds of.
func (p *pass) firstDatum(ids []string, holds func(n int) bool) (key, bool) {
	for _, id := range ids {
		if n, ok := p.number("datum", id); ok && n < len(p.doc.Data) && holds(n) {
			return key{"datum", id}, true
		}
	}
	return key{}, false
}

// dataIn gives the first datum in question that something holds of: the one
// named, one that the system holds, or any.
func (p *pass) dataIn(about key, holds func(n int) bool) (key, bool) {
	switch about.kind {
	case "datum":
		return p.firstDatum([]string{about.id}, holds)
	case "system":
		if s := p.system(about.id); s != nil && len(s.Data) > 0 {
			return p.firstDatum(s.Data, holds)
		}
		for i := range p.activitiesIn(about) {
			if thing, ok := p.firstDatum(p.doc.Activities[i].Data, holds); ok {
				return thing, true
			}
		}
		return key{}, false
	}
	for n := range p.doc.Data {
		if holds(n) {
			return key{"datum", label(p.doc.Data[n].ID, entry("data", n))}, true
		}
	}
	return key{}, false
}

// tellsSensitive reports whether the datum with the number is of a special
// category, or reveals one more than weakly.
func (p *pass) tellsSensitive(n int) bool {
	g := p.guardedData()[n]
	return g.category != "" && weight(g.strength) >= weight(law.Medium)
}

// isPersonal reports whether the datum with the number is about a person.
func (p *pass) isPersonal(n int) bool {
	d := &p.doc.Data[n]
	return !d.Anonymous && d.About != policy.AboutOrganisation
}

// identifies reports whether the datum is of a kind that points to one person.
func identifies(d *policy.Datum) bool {
	switch d.Term {
	case "pd:IPAddress", "pd:Identifier", "pd:Identifying", "pd:OfficialID", "pd:UID", "pd:AccountIdentifier", "pd:Username",
		"pd:EmailAddress", "pd:Name", "pd:TelephoneNumber":
		return !d.Anonymous
	}
	return d.NationalNumber != ""
}
