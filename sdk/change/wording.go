package change

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// details finds what differs beside the material facts. One change tells of all
// that differs in one thing.
func (c *comparison) details() {
	list := groups(c.old.details, c.new.details)
	for i := range list {
		g := &list[i]
		if has(c.old.facts, g.owner) != has(c.new.facts, g.owner) {
			continue // that it is new or gone is told
		}
		kind := detailKind(g)
		if n := len(c.found); n > 0 && c.found[n-1].owners[0] == g.owner && c.found[n-1].Kind == kind {
			last := &c.found[n-1]
			for j := range last.Args {
				if last.Args[j].Name == "field" {
					last.Args[j].Value += ", " + g.aspect
				}
			}
			continue
		}
		x := found{owners: []owner{g.owner}, Change: Change{Kind: kind, Of: g.owner.kind, ID: g.owner.id, Old: place(g.removed), New: place(g.added)}}
		if g.owner.kind == "language" {
			x.Languages = []locale.Tag{locale.Tag(g.owner.id)}
		} else {
			x.Args = []diag.Arg{{Name: "field", Value: g.aspect}}
			x.Activities = c.activitiesWith(g.owner)
		}
		c.found = append(c.found, x)
	}
}

func detailKind(g *group) Kind {
	switch g.owner.kind {
	case "language":
		if len(g.added) > 0 {
			return LanguageAdded
		}
		return LanguageRemoved
	case "contact", "party":
		return ContactChanged
	case "right":
		return RightChanged
	case "processor", "system":
		return ProcessorChanged
	case "form":
		return FormChanged
	case "activity":
		if g.aspect == "processor" || g.aspect == "system" {
			return ProcessorChanged
		}
	}
	return DetailChanged
}

// A phrase is one text of a policy and the place that it has in any policy: the
// thing that it belongs to, and the names of the fields that lead to it.
type phrase struct {
	owner owner
	field string
	path  diag.Path
	text  policy.Text
}

// phrases lists the texts of a policy in its order.
func phrases(doc *policy.Document) []phrase {
	type definition struct {
		path  string
		owner owner
	}
	var within []definition // the things that the walk is in
	var list []phrase
	doc.Walk(policy.Visitor{
		Define: func(path diag.Path, kind, id string) {
			for n := len(within); n > 0 && !strings.HasPrefix(string(path), within[n-1].path+"/"); n = len(within) {
				within = within[:n-1]
			}
			within = append(within, definition{string(path), owner{kind, id}})
		},
		Text: func(path diag.Path, _ string, t policy.Text) {
			for n := len(within); n > 0 && !strings.HasPrefix(string(path), within[n-1].path+"/"); n = len(within) {
				within = within[:n-1]
			}
			p := phrase{path: path, text: t, field: string(path)}
			if n := len(within); n > 0 {
				p.owner, p.field = within[n-1].owner, strings.TrimPrefix(p.field, within[n-1].path)
			}
			p.field = unnumbered(p.field)
			list = append(list, p)
		},
	})
	return list
}

// unnumbered takes the places in lists out of a path: "rights/how".
func unnumbered(path string) string {
	steps := strings.Split(strings.TrimPrefix(path, "/"), "/")
	steps = slices.DeleteFunc(steps, func(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' })
	return strings.Join(steps, "/")
}

// A spot is where texts stand in any policy.
type spot struct {
	owner owner
	field string
}

// wording finds texts with other words, in the languages that both policies
// have. Texts that stand in a list are held against each other as a set.
func (c *comparison) wording() {
	shared := shared(c.old.doc, c.new.doc)
	old, new := map[spot][]phrase{}, map[spot][]phrase{}
	var spots []spot
	for _, from := range []struct {
		doc *policy.Document
		at  map[spot][]phrase
	}{{c.old.doc, old}, {c.new.doc, new}} {
		for _, p := range phrases(from.doc) {
			s := spot{p.owner, p.field}
			if len(old[s])+len(new[s]) == 0 {
				spots = append(spots, s)
			}
			from.at[s] = append(from.at[s], p)
		}
	}
	for _, s := range spots {
		if c.told(s.owner) {
			continue
		}
		var differ []locale.Tag
		for _, tag := range shared {
			a, b := said(old[s], tag), said(new[s], tag)
			if !slices.Equal(a, b) && !(isPart(s) && len(a) > 0 && len(b) > 0) {
				differ = append(differ, tag)
			}
		}
		if len(differ) > 0 {
			c.reworded(s, old[s], new[s], differ)
		}
	}
}

// told reports whether a thing is new or gone, so that its words need no mention.
func (c *comparison) told(o owner) bool {
	return slices.ContainsFunc([][2][]fact{{c.old.facts, c.new.facts}, {c.old.details, c.new.details}}, func(lists [2][]fact) bool {
		return has(lists[0], o) != has(lists[1], o)
	})
}

// isPart reports whether the words are material; then they have been compared.
func isPart(s spot) bool {
	return s.owner.kind == "purpose" || s.owner.kind == "consent" && (s.field == "text" || s.field == "audienceText")
}

func said(list []phrase, tag locale.Tag) []string {
	var words []string
	for i := range list {
		if s := squeeze(list[i].text.In(tag)); s != "" {
			words = append(words, s)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// shared gives the languages in which texts are compared: those that both
// policies declare, or that texts are in where one declares none.
func shared(old, new *policy.Document) []locale.Tag {
	a, b := spoken(old), spoken(new)
	return slices.DeleteFunc(slices.Clone(b), func(tag locale.Tag) bool { return !slices.Contains(a, tag) })
}

func spoken(doc *policy.Document) []locale.Tag {
	if len(doc.Languages) > 0 {
		return doc.Languages
	}
	list := []locale.Tag{}
	doc.Walk(policy.Visitor{Text: func(_ diag.Path, _ string, t policy.Text) {
		for _, tag := range languages(doc, t) {
			if !slices.Contains(list, tag) {
				list = append(list, tag)
			}
		}
	}})
	slices.Sort(list)
	return list
}

func (c *comparison) reworded(s spot, old, new []phrase, in []locale.Tag) {
	x := found{owners: []owner{s.owner}, Change: Change{Kind: Wording, Of: s.owner.kind, ID: s.owner.id, Languages: in}}
	if len(old) > 0 {
		x.Old = old[0].path
	}
	if len(new) > 0 {
		x.New = new[0].path
	}
	x.Args = []diag.Arg{{Name: "field", Value: s.field}}
	first, _, _ := strings.Cut(s.field, "/")
	switch {
	case s.owner.kind == "party" && s.field == "name", s.owner.kind == "recipient" && s.field == "name", s.owner.kind == "datum" && s.field == "label":
		x.Kind = Renamed
	case first == "rights":
		x.Kind = RightChanged
	case s.owner.kind == "contact":
		x.Kind = ContactChanged
	}
	x.Activities = c.activitiesWith(s.owner)
	c.found = append(c.found, x)
}
