package change

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
)

// A comparison gathers what differs between two collections.
type comparison struct {
	old, new *collection
	found    []found

	linked map[owner][]owner // by thing, what took it up or dropped it
	silent []owner           // things that are new or gone and told of by those
}

// found is a change and the owners of the facts behind it.
type found struct {
	Change
	owners []owner
}

// A group is the facts of one aspect of one owner that differ.
type group struct {
	owner         owner
	aspect        string
	removed       []fact // in the older policy only
	added         []fact // in the newer one only
	before, after bool   // whether the owner is in the older and in the newer policy
}

// groups gives what differs between two sorted lists of facts.
func groups(old, new []fact) []group {
	var list []group
	last := func(f fact) *group {
		if n := len(list); n > 0 && list[n-1].owner == f.owner && list[n-1].aspect == f.aspect {
			return &list[n-1]
		}
		list = append(list, group{owner: f.owner, aspect: f.aspect, before: has(old, f.owner), after: has(new, f.owner)})
		return &list[len(list)-1]
	}
	i, j := 0, 0
	for i < len(old) || j < len(new) {
		switch {
		case j == len(new) || i < len(old) && compareFacts(old[i], new[j]) < 0:
			g := last(old[i])
			g.removed = append(g.removed, old[i])
			i++
		case i == len(old) || compareFacts(old[i], new[j]) > 0:
			g := last(new[j])
			g.added = append(g.added, new[j])
			j++
		default:
			i, j = i+1, j+1
		}
	}
	return list
}

// has reports whether a sorted list has a fact of the owner.
func has(list []fact, o owner) bool {
	_, ok := slices.BinarySearchFunc(list, o, func(f fact, o owner) int { return compareOwners(f.owner, o) })
	return ok
}

// terms finds what differs among material facts. Of a thing that is new or
// gone, that alone is told, not all that belongs to it; and not even that where
// another change tells that it was taken up or dropped.
func (c *comparison) terms() {
	list := groups(c.old.facts, c.new.facts)
	c.linked = map[owner][]owner{}
	for i := range list {
		for _, f := range slices.Concat(list[i].added, list[i].removed) {
			if thing := (owner{thingOf(f.aspect), f.value}); thing != f.owner {
				c.linked[thing] = append(c.linked[thing], f.owner)
			}
		}
	}
	for i := range list {
		g := &list[i]
		switch {
		case g.before && g.after, g.aspect == "special", g.aspect == "transfer", g.owner == whole, g.owner == combination:
			c.classify(g) // special and transfer are too weighty to be told only by the thing's name
		case g.aspect == is && len(c.linked[g.owner]) == 0:
			c.appeared(g)
		case g.aspect == is:
			c.silent = append(c.silent, g.owner)
		}
	}
	if len(c.found) == 0 { // each is told by another, as where a purpose is a part of itself
		for i := range list {
			if list[i].aspect == is {
				c.appeared(&list[i])
			}
		}
	}
}

// telling gives the changes that tell of a thing for which there is none of its
// own: those of what took it up or dropped it.
func (c *comparison) telling(thing owner) []int {
	var list []int
	seen := []owner{thing}
	for i := 0; i < len(seen); i++ {
		for j := range c.found {
			if slices.Contains(c.found[j].owners, seen[i]) {
				list = append(list, j)
			}
		}
		for _, o := range c.linked[seen[i]] {
			if !slices.Contains(seen, o) {
				seen = append(seen, o)
			}
		}
	}
	return list
}

// thingOf gives the kind of the thing that an aspect names by its id.
func thingOf(aspect string) string {
	switch aspect {
	case "purpose", "datum", "recipient", "subject", "controller":
		return aspect
	case "audience":
		return "recipient"
	}
	return ""
}

// appeared tells of a thing that is new or gone.
func (c *comparison) appeared(g *group) {
	x := found{Change: Change{Of: g.owner.kind, ID: g.owner.id}, owners: []owner{g.owner}}
	x.Old, x.New = place(g.removed), place(g.added)
	gone := len(g.removed) > 0
	x.Narrows = gone
	x.Activities = c.activitiesWith(g.owner)
	pick := func(added, removed Kind) {
		x.Kind = added
		if gone {
			x.Kind = removed
		}
	}
	switch g.owner.kind {
	case "activity":
		c.activity(&x, gone)
	case "purpose":
		pick(PurposeAdded, PurposeRemoved)
	case "subject":
		pick(SubjectAdded, SubjectRemoved)
	case "datum":
		pick(DataAdded, DataRemoved)
	case "recipient":
		pick(RecipientAdded, RecipientRemoved)
	case "visibility":
		pick(VisibilityWider, VisibilityNarrower)
	case "consent":
		pick(ConsentAdded, ConsentRemoved)
	case "technology":
		pick(TechnologyAdded, TechnologyRemoved)
	case "controller":
		pick(ControllerAdded, ControllerRemoved)
		x.Of = "party"
	}
	c.found = append(c.found, x)
}

// activity tells of an activity that is new or gone: as one for a new purpose,
// or one that ended with its purpose, where it is so.
func (c *comparison) activity(x *found, gone bool) {
	x.Kind = ActivityAdded
	here, there := c.new, c.old
	if gone {
		x.Kind = ActivityRemoved
		here, there = c.old, c.new
	}
	for _, id := range here.byOwner().values(owner{"activity", x.ID}, "purpose") {
		if purpose := (owner{"purpose", id}); !has(there.facts, purpose) {
			x.Kind = PurposeAdded
			if gone {
				x.Kind = PurposeRemoved
			}
			return
		}
	}
}

// place is where the first of the facts stands.
func place(list []fact) diag.Path {
	if len(list) == 0 {
		return ""
	}
	return list[0].path
}

// values joins what facts say, for an argument.
func values(list []fact) string {
	var out []string
	for i := range list {
		out = append(out, list[i].value)
	}
	return strings.Join(out, ", ")
}

// parts finds what differs among the parts that both policies have.
func (c *comparison) parts() {
	for i, j := 0, 0; i < len(c.old.parts) && j < len(c.new.parts); {
		a, b := &c.old.parts[i], &c.new.parts[j]
		switch order := compareParts(*a, *b); {
		case order < 0:
			i++
			continue
		case order > 0:
			j++
			continue
		}
		i, j = i+1, j+1
		if a.said[0] == b.said[0] {
			continue
		}
		kind := Editorial
		if !agree(a.said, b.said) {
			kind = partKind(a.owner.kind)
		}
		c.part(kind, a, b)
	}
}

func partKind(of string) Kind {
	switch of {
	case "purpose":
		return PurposeText
	case "consent":
		return ConsentText
	}
	return ControllerChanged
}

// part tells of a part that differs. The languages of one text come together.
func (c *comparison) part(kind Kind, a, b *part) {
	if n := len(c.found); n > 0 {
		if last := &c.found[n-1]; last.Kind == kind && last.owners[0] == a.owner && last.Arg("field") == a.aspect {
			last.Languages = append(last.Languages, b.language)
			return
		}
	}
	x := found{owners: []owner{a.owner}, Change: Change{Kind: kind, Of: a.owner.kind, ID: a.owner.id, Old: a.path, New: b.path}}
	x.Args = []diag.Arg{{Name: "field", Value: a.aspect}}
	if b.language != "" {
		x.Languages = append(x.Languages, b.language)
	}
	if reason := c.reason(a, b); kind == Editorial && reason != "" {
		x.Args = append(x.Args, diag.Arg{Name: "reason", Value: reason})
	}
	x.Activities = c.activitiesWith(a.owner)
	c.found = append(c.found, x)
}

// reason is the author's own for an editorial change, of the newer policy or,
// where a change was taken back, of the older.
func (c *comparison) reason(a, b *part) string {
	for _, doc := range []*collection{c.new, c.old} {
		for i := range doc.doc.Editorial {
			e := &doc.doc.Editorial[i]
			after := squeeze(e.After)
			if markOf(e) == a.owner && (after == b.said[0] || after == a.said[0]) {
				return e.Reason
			}
		}
	}
	return ""
}
