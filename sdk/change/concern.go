package change

import (
	"maps"
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

// fromConsent finds activities that take up another basis for a purpose that
// rested on consent. That takes the place of a mere change of basis.
func (c *comparison) fromConsent() {
	before := map[string][]string{} // by purpose, the bases that it rested on
	for o := range c.old.byOwner() {
		if o.kind != "activity" {
			continue
		}
		for _, purpose := range c.old.owned.values(o, "purpose") {
			before[purpose] = append(before[purpose], c.old.owned.values(o, "basis")...)
		}
	}
	activities := slices.SortedFunc(maps.Keys(c.new.byOwner()), compareOwners)
	for _, o := range activities {
		if o.kind != "activity" {
			continue
		}
		for _, basis := range c.new.owned.values(o, "basis") {
			for _, purpose := range c.new.owned.values(o, "purpose") {
				if basis != consentBasis && slices.Contains(before[purpose], consentBasis) && !slices.Contains(before[purpose], basis) {
					c.rebased(o, purpose, basis)
				}
			}
		}
	}
}

func (c *comparison) rebased(activity owner, purpose, basis string) {
	c.found = slices.DeleteFunc(c.found, func(f found) bool {
		return f.Kind == BasisChanged && f.owners[0] == activity && f.Arg("field") == "basis"
	})
	x := found{owners: []owner{activity}, Change: Change{Kind: BasisFromConsent, Of: activity.kind, ID: activity.id, Activities: []string{activity.id}}}
	x.Old, x.New = c.old.basisOf(activity.id), c.new.basisOf(activity.id)
	x.Args = []diag.Arg{{Name: "field", Value: "basis"}, {Name: "purpose", Value: purpose}, {Name: "from", Value: consentBasis}, {Name: "to", Value: basis}}
	c.found = append(c.found, x)
}

func (c *collection) basisOf(activity string) diag.Path {
	i := slices.IndexFunc(c.doc.Activities, func(a policy.Activity) bool { return a.ID == activity })
	switch {
	case i < 0:
		return ""
	case c.doc.Activities[i].Basis == nil:
		return entry("activities", i)
	}
	return entry("activities", i).Key("basis").Key("article")
}

// activitiesWith gives the activities of either policy that something belongs
// to, in order of their ids.
func (c *comparison) activitiesWith(o owner) []string {
	if o.kind == "activity" {
		return []string{o.id}
	}
	var list []string
	for _, from := range []*collection{c.old, c.new} {
		of := from.byOwner()
		for i := range from.doc.Activities {
			a := &from.doc.Activities[i]
			self := owner{"activity", a.ID}
			if of.named(a, o) || slices.Contains(of.values(self, o.kind), o.id) || of.shows(o, self) {
				list = append(list, a.ID)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// named reports whether an activity names something other than by a material
// fact of its own.
func (of owned) named(a *policy.Activity, o owner) bool {
	switch o.kind {
	case "purpose":
		return slices.Contains(of.withParts(a.Purposes), o.id)
	case "processor":
		return slices.Contains(a.Processors, o.id)
	case "system":
		return slices.Contains(a.Systems, o.id)
	case "retention":
		return slices.Contains(a.Retention, o.id)
	}
	return false
}

// shows reports whether data of an activity are what something shows.
func (of owned) shows(o, activity owner) bool {
	if o.kind != "visibility" {
		return false
	}
	shown := of.values(o, "datum")
	return slices.ContainsFunc(of.values(activity, "datum"), func(id string) bool {
		return slices.Contains(shown, id) || slices.Contains(shown, everything)
	})
}

// subjects gives the groups of people whom a change concerns: those of its
// activities in either policy, or of the group itself.
func (c *comparison) subjects(x *found) []string {
	var list []string
	if x.Of == "subject" {
		return []string{x.ID}
	}
	for _, from := range []*collection{c.old, c.new} {
		for _, id := range x.Activities {
			list = append(list, from.byOwner().values(owner{"activity", id}, "subject")...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// touch tells which consents each material change touches: those that reach an
// owner of it in either policy.
func (c *comparison) touch() {
	var ids []string
	for _, from := range []*collection{c.old, c.new} {
		for i := range from.doc.Consents {
			if id := from.doc.Consents[i].ID; !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	for _, id := range ids {
		before, after := c.old.reach(id), c.new.reach(id)
		for i := range c.found {
			x := &c.found[i]
			if x.Material && slices.ContainsFunc(x.owners, func(o owner) bool { return before[o] || after[o] }) {
				x.Consents = append(x.Consents, id)
			}
		}
		for _, thing := range c.silent {
			if !before[thing] && !after[thing] {
				continue
			}
			for _, i := range c.telling(thing) {
				if x := &c.found[i]; x.Material && !slices.Contains(x.Consents, id) {
					x.Consents = append(x.Consents, id)
				}
			}
		}
	}
}
