package export

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

// process gives what the activities do with the data under the controllers.
func (e *entities) process(activities []*policy.Activity, controllers, purposes, data []string) process {
	p := process{Type: "dpv:Process", Processing: []string{"dpv:Collect", "dpv:Store", "dpv:Use"}}
	for _, id := range purposes {
		if c, ok := e.purpose(id); ok {
			p.Purposes = append(p.Purposes, c)
		}
	}
	var kinds []*policy.Datum
	for _, id := range data {
		if d := e.doc.Datum(id); d != nil {
			kinds = append(kinds, d)
			p.Data = append(p.Data, e.datum(d))
		}
	}
	for _, id := range controllers {
		p.Controllers = add(p.Controllers, e.party(id, "dpv:DataController"))
	}
	p.Sources = sources(kinds)
	p.Storage = e.storage(activities, data)
	for _, one := range e.processors(activities, controllers) {
		key := e.party(one.Party, "dpv:DataProcessor")
		p.Processors, p.Recipients = add(p.Processors, key), add(p.Recipients, key)
	}
	for _, a := range activities {
		for _, b := range e.basis(a) {
			if !slices.ContainsFunc(p.Basis, b.same) {
				p.Basis = append(p.Basis, b)
			}
		}
		if a.Profiling != nil {
			p.Processing = add(p.Processing, "dpv:Profiling")
		}
	}
	e.surroundings(&p, activities)
	return p
}

// disclose adds the recipients, the controllers among them: who is not listed
// does not receive the data.
func (e *entities) disclose(p *process, recipients []string) {
	p.Recipients = add(slices.Clone(p.Controllers), p.Recipients...)
	for _, id := range recipients {
		p.Recipients = add(p.Recipients, e.recipient(id))
		p.Processing = add(p.Processing, "dpv:Disclose")
	}
}

// surroundings adds the law around the activities, and the service.
func (e *entities) surroundings(p *process, activities []*policy.Activity) {
	if e.doc.Jurisdiction != "" {
		p.Jurisdiction = []string{place(e.doc.Jurisdiction)}
	}
	if key := e.supervisor(); key != "" {
		p.Authority = []string{key}
	}
	if name := e.in(e.doc.Service); name != "" {
		p.Services = []concept{{Type: []string{"dpv:Service"}, Label: name}}
	}
	p.Rights = e.rights(activities)
}

// same reports whether two concepts are below the same one and called the same.
func (c concept) same(d concept) bool {
	return slices.Equal(c.Broader, d.Broader) && c.Label == d.Label
}

// rights gives the rights that people have in the activities, with how to use them.
func (v *view) rights(activities []*policy.Activity) []concept {
	var list []concept
	w := cite.In(v.doc.Regime, v.lang)
	for _, g := range rights.Of(v.doc) {
		if !v.covers(g, activities) {
			continue
		}
		c := concept{Type: []string{"dpv:DataSubjectRight"}, Broader: []string{rightTerm(v.doc.Regime, g.Right)}}
		if g.Article != "" {
			c.Label = w.Article(g.Article)
		}
		if g.Own != nil {
			c.ExercisedAt = cmp.Or(v.in(g.Own.How), v.reachable(g.Own.Contact))
		}
		list = append(list, c)
	}
	return list
}

// covers reports whether a right is there in one of the activities.
func (v *view) covers(g rights.Grant, activities []*policy.Activity) bool {
	if g.Everywhere || g.Activities == nil {
		return true
	}
	return slices.ContainsFunc(g.Activities, func(i int) bool { return slices.Contains(activities, &v.doc.Activities[i]) })
}

// reachable gives the shortest way to a contact.
func (v *view) reachable(id string) string {
	c := v.doc.Contact(id)
	if c == nil {
		return ""
	}
	return cmp.Or(c.Email, c.Web, c.Phone)
}

func quoted(id string) string { return strconv.Quote(id) }
