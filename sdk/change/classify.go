package change

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

// classify tells of a group of facts whose owner both policies have.
func (c *comparison) classify(g *group) {
	switch {
	case g.aspect == "retention":
		c.retention(g)
	case g.aspect == "transfer":
		c.transfer(g)
	case g.owner.kind == "activity":
		c.ofActivity(g)
	case g.owner.kind == "datum" && g.aspect == "special":
		c.each(g, SpecialAdded, SpecialRemoved, "datum")
	case g.owner.kind == "purpose":
		c.each(g, PurposeAdded, PurposeRemoved, "purpose")
	case g.owner.kind == "visibility":
		c.one(g, visibility(g))
	case g.owner.kind == "consent" && g.aspect == "audience":
		c.each(g, AudienceWider, AudienceNarrower, "consent")
	default:
		c.one(g, kindOf(g.owner.kind, g.aspect))
	}
}

// kindOf is for changes that have no direction.
func kindOf(of, aspect string) Kind {
	switch of {
	case "policy":
		if aspect == "regime" {
			return RegimeChanged
		}
		return BasisChanged
	case "controller":
		return ControllerChanged
	case "subject":
		return SubjectChanged
	case "datum":
		return DataChanged
	case "recipient":
		return RecipientChanged
	case "consent":
		return ConsentChanged
	case "technology":
		return TechnologyChanged
	}
	return RetentionChanged // how rules combine
}

func (c *comparison) ofActivity(g *group) {
	switch g.aspect {
	case "purpose":
		c.each(g, PurposeAdded, PurposeRemoved, "purpose")
	case "controller":
		c.each(g, ControllerAdded, ControllerRemoved, "party")
	case "subject":
		c.each(g, SubjectAdded, SubjectRemoved, "subject")
	case "datum":
		c.each(g, DataAdded, DataRemoved, "datum")
	case "recipient":
		c.each(g, RecipientAdded, RecipientRemoved, "recipient")
	case "profiling":
		c.each(g, ProfilingAdded, ProfilingRemoved, "activity")
	case "decides":
		c.each(g, DecisionAdded, DecisionRemoved, "activity")
	case "controller-per":
		c.one(g, ControllerChanged)
	case "scope", "when":
		c.one(g, ScopeChanged)
	case "special-ground":
		c.one(g, GroundChanged)
	default: // basis, consent
		c.one(g, BasisChanged)
	}
}

// one tells of all that a group holds at once.
func (c *comparison) one(g *group, kind Kind) {
	x := found{owners: []owner{g.owner}}
	x.Change = Change{Kind: kind, Of: g.owner.kind, ID: g.owner.id, Old: place(g.removed), New: place(g.added)}
	if x.Of == "controller" {
		x.Of = "party"
	}
	x.Args = args(g.aspect, values(g.removed), values(g.added))
	x.Narrows = kind == VisibilityNarrower || c.lessAsked(g)
	x.Activities = c.activitiesWith(g.owner)
	c.found = append(c.found, x)
}

// lessAsked reports whether a consent is for fewer purposes or data, or is no
// longer relied on. One that names none at all is for all those of its activities.
func (c *comparison) lessAsked(g *group) bool {
	if len(g.added) > 0 {
		return false
	}
	switch g.aspect {
	case "purpose", "datum":
		return g.owner.kind == "consent" && len(c.new.byOwner().values(g.owner, g.aspect)) > 0
	case "consent":
		return true
	}
	return false
}

// args are the arguments that are not empty.
func args(field, from, to string) []diag.Arg {
	list := []diag.Arg{{Name: "field", Value: field}, {Name: "from", Value: from}, {Name: "to", Value: to}}
	return slices.DeleteFunc(list, func(a diag.Arg) bool { return a.Value == "" })
}

// each tells of each fact of a group by itself. Where of is the kind of the
// owner, the change is one of the owner; otherwise of the thing that the value names.
func (c *comparison) each(g *group, added, removed Kind, of string) {
	tell := func(kind Kind, f fact) {
		x := found{owners: []owner{g.owner}, Change: Change{Kind: kind, Of: of, ID: f.value}}
		if kind == removed {
			x.Old, x.Narrows = f.path, true
		} else {
			x.New = f.path
		}
		if of == g.owner.kind && f.aspect != "purpose" {
			x.ID = g.owner.id
			x.Args = args(g.aspect, "", f.value)
			if kind == removed {
				x.Args = args(g.aspect, f.value, "")
			}
		}
		x.Activities = c.activitiesWith(g.owner)
		c.found = append(c.found, x)
	}
	for _, f := range g.added {
		tell(added, f)
	}
	for _, f := range g.removed {
		tell(removed, f)
	}
}

// visibility says whether more people see something, or fewer. What has no
// order counts as more.
func visibility(g *group) Kind {
	rank := []string{string(policy.PublicIndexed), string(policy.Public), string(policy.LoggedIn), string(policy.SameCourse), string(policy.Staff), string(policy.OnlySelf)}
	switch g.aspect {
	case "audience":
		if slices.Index(rank, values(g.added)) > slices.Index(rank, values(g.removed)) && len(g.removed) > 0 {
			return VisibilityNarrower
		}
	case "datum":
		if len(g.added) == 0 || values(g.removed) == everything {
			return VisibilityNarrower
		}
	case "removable":
		if len(g.added) > 0 {
			return VisibilityNarrower
		}
	}
	return VisibilityWider
}

// transfer pairs transfers to the same country.
func (c *comparison) transfer(g *group) {
	country := func(f fact) string {
		code, _, _ := strings.Cut(f.value, " ")
		return code
	}
	tell := func(kind Kind, f, other fact) {
		x := found{owners: []owner{g.owner}}
		x.Change = Change{Kind: kind, Of: g.owner.kind, ID: g.owner.id, New: f.path, Narrows: kind == TransferRemoved}
		x.Args = args("transfer", terms(other), terms(f))
		if kind == TransferRemoved {
			x.Old, x.New, x.Args = f.path, "", args("transfer", terms(f), "")
		} else {
			x.Old = other.path
		}
		x.Args = append(x.Args, diag.Arg{Name: "country", Value: country(f)})
		x.Activities = c.activitiesWith(g.owner)
		c.found = append(c.found, x)
	}
	for _, f := range g.added {
		i := slices.IndexFunc(g.removed, func(r fact) bool { return country(r) == country(f) })
		if i < 0 {
			tell(TransferAdded, f, fact{})
			continue
		}
		tell(TransferChanged, f, g.removed[i])
	}
	for _, f := range g.removed {
		if !slices.ContainsFunc(g.added, func(a fact) bool { return country(a) == country(f) }) {
			tell(TransferRemoved, f, fact{})
		}
	}
}

// terms is a transfer as people write it: "US adequacy (EU) 2023/1795".
func terms(f fact) string {
	return strings.TrimSpace(unjoin.Replace(f.value))
}

var unjoin = strings.NewReplacer("%20", " ", "%25", "%")

// retention pairs the rules that are gone with those that came: by id, and
// otherwise a single one with a single one.
func (c *comparison) retention(g *group) {
	tell := func(kind Kind, old, new *fact) {
		x := found{owners: []owner{g.owner}, Change: Change{Kind: kind, Of: "retention", Narrows: kind == RetentionShorter}}
		if old != nil {
			x.Old = old.path
			x.ID = c.old.ruleID(old.value)
		}
		if new != nil {
			x.New = new.path
			x.ID = c.new.ruleID(new.value)
		}
		x.Activities = c.activitiesWith(g.owner)
		x.Args = c.periods(old, new)
		c.found = append(c.found, x)
	}
	left := slices.Clone(g.removed)
	for i := range g.added {
		f := &g.added[i]
		j := slices.IndexFunc(left, func(r fact) bool { return c.old.ruleID(r.value) == c.new.ruleID(f.value) })
		if j < 0 && len(g.added) == 1 && len(g.removed) == 1 {
			j = 0
		}
		if j < 0 {
			tell(RetentionChanged, nil, f)
			continue
		}
		old := left[j]
		left = slices.Delete(left, j, j+1)
		tell(compareRules(c.old.rules[old.value], c.new.rules[f.value]), &old, f)
	}
	for i := range left {
		tell(RetentionChanged, &left[i], nil)
	}
}

// ruleID is the id of the rule that says so, or what was said in its place.
func (c *collection) ruleID(says string) string {
	if r := c.rules[says]; r != nil {
		return r.ID
	}
	return terms(fact{value: strings.TrimPrefix(says, "unknown ")})
}

// periods gives the periods of two rules, where each has one and no steps.
func (c *comparison) periods(old, new *fact) []diag.Arg {
	if old == nil || new == nil {
		return nil
	}
	a, b := c.old.rules[old.value], c.new.rules[new.value]
	if a == nil || b == nil || len(a.Stages)+len(b.Stages) > 0 || a.Lasts != "" || b.Lasts != "" {
		return nil
	}
	return []diag.Arg{{Name: "from", Value: a.Period.String()}, {Name: "to", Value: b.Period.String()}}
}
