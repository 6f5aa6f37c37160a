package change

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

func (c *collection) activities() {
	var processors, systems []string // those that an activity uses
	for i := range c.doc.Activities {
		a, path := &c.doc.Activities[i], entry("activities", i)
		o := owner{"activity", a.ID}
		c.thing(o, path)
		c.grounds(o, a, path)
		c.material(o, path.Key("purposes"), "purpose", a.Purposes...)
		c.material(o, path.Key("controllers"), "controller", a.Controllers...)
		for j, id := range a.Controllers {
			c.thing(owner{"controller", id}, path.Key("controllers").Index(j))
			c.identity(owner{"controller", id}, id)
		}
		c.material(o, path.Key("controllerPer"), "controller-per", string(a.ControllerPer))
		c.material(o, path.Key("scopes"), "scope", all(a.Scopes)...)
		c.material(o, path.Key("when"), "when", a.When)
		c.material(o, path.Key("subjects"), "subject", a.Subjects...)
		c.material(o, path.Key("data"), "datum", a.Data...)
		c.material(o, path.Key("recipients"), "recipient", a.Recipients...)
		c.kept(o, path.Key("retention"), a.Retention...)
		used := slices.Clone(a.Processors)
		for _, id := range a.Systems {
			used = append(used, c.systemTransfers(o, id)...)
		}
		for _, id := range used {
			c.processorTransfers(o, id)
		}
		processors, systems = append(processors, used...), append(systems, a.Systems...)
		c.detail(o, path.Key("processors"), "processor", a.Processors...)
		c.detail(o, path.Key("systems"), "system", a.Systems...)
		c.detail(o, path.Key("necessity"), "necessity", string(a.Necessity))
		if a.Joint != nil {
			c.detail(o, path.Key("joint"), "joint", joined("contact", a.Joint.Contact))
		}
	}
	c.unused(processors, systems)
}

// grounds adds what an activity rests on, and whether it profiles.
func (c *collection) grounds(o owner, a *policy.Activity, path diag.Path) {
	if a.Basis != nil {
		c.material(o, path.Key("basis").Key("article"), "basis", c.article(a.Basis.Article))
		c.cited(o, path.Key("basis").Key("law"), "law", a.Basis.Law)
	}
	if a.SpecialGround != nil {
		c.material(o, path.Key("specialGround").Key("article"), "special-ground", c.article(a.SpecialGround.Article))
		c.cited(o, path.Key("specialGround").Key("law"), "special-law", a.SpecialGround.Law)
	}
	c.material(o, path.Key("consents"), "consent", a.Consents...)
	if a.Profiling != nil {
		c.material(o, path.Key("profiling"), "profiling", "yes")
		c.material(o, path.Key("profiling").Key("decides"), "decides", yes(a.Profiling.Decides))
	}
}

// kept adds retention rules by what they say, so that a rule may be given
// another id or be shared.
func (c *collection) kept(o owner, path diag.Path, ids ...string) {
	for i, id := range ids {
		r := c.doc.RetentionRule(id)
		if r == nil {
			c.material(o, path.Index(i), "retention", joined("unknown", id))
			continue
		}
		says := ruleSays(r)
		c.rules[says] = r
		at := slices.IndexFunc(c.doc.Retention, func(r policy.Retention) bool { return r.ID == id })
		c.material(o, entry("retention", at), "retention", says)
	}
}

// processorTransfers adds where data go through a processor, and gives no more
// for one that is not there.
func (c *collection) processorTransfers(o owner, id string) {
	i := slices.IndexFunc(c.doc.Processors, func(p policy.Processor) bool { return p.ID == id && id != "" })
	if i < 0 {
		return
	}
	p, path := &c.doc.Processors[i], entry("processors", i)
	c.transfer(o, path.Key("transfer"), p.Transfer)
	for j, country := range p.Countries {
		if p.Transfer == nil || p.Transfer.Country != country {
			c.outside(o, path.Key("countries").Index(j), country)
		}
	}
}

// systemTransfers adds where a system stores data, and gives the processor
// behind it.
func (c *collection) systemTransfers(o owner, id string) []string {
	i := slices.IndexFunc(c.doc.Systems, func(s policy.System) bool { return s.ID == id && id != "" })
	if i < 0 {
		return nil
	}
	s, path := &c.doc.Systems[i], entry("systems", i)
	for j, country := range s.StoredIn {
		c.outside(o, path.Key("storedIn").Index(j), country)
	}
	if s.Processor == "" {
		return nil
	}
	return []string{s.Processor}
}

// unused adds the transfers of processors and systems that no activity names:
// they serve all of them.
func (c *collection) unused(processors, systems []string) {
	for i := range c.doc.Systems {
		if id := c.doc.Systems[i].ID; !slices.Contains(systems, id) {
			c.systemTransfers(owner{"system", id}, id)
		}
	}
	for i := range c.doc.Processors {
		if id := c.doc.Processors[i].ID; !slices.Contains(processors, id) {
			c.processorTransfers(owner{"processor", id}, id)
		}
	}
}

// transfer adds where data go and what allows it.
func (c *collection) transfer(o owner, path diag.Path, t *policy.Transfer) {
	if t != nil {
		c.material(o, path, "transfer", joined(t.Country, string(t.Mechanism), t.Decision))
	}
}

// outside adds a transfer of which only the country is said, if it lies outside
// the EEA on the day from which the policy applies.
func (c *collection) outside(o owner, path diag.Path, country string) {
	at := c.doc.EffectiveFrom
	if at.IsZero() {
		at = date.Date{Year: 9999, Month: 12, Day: 31}
	}
	if country != "" && !law.InEEA(country, at) {
		c.material(o, path, "transfer", joined(country, "", ""))
	}
}
