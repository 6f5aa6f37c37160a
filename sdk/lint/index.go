package lint

import (
	"iter"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// An index is what one walk over the document sees, in its order, and where
// each id stands. It is built once for all rules, so that none of them takes
// more time than the policy is long.
type index struct {
	definitions []definition
	references  []reference
	texts       []phrase

	first   map[key]int               // the first definition of a kind with an id
	uses    map[key]int               // how many references there are to it from elsewhere
	ownActs map[law.ActID]int         // the policy's own acts, by their place in the list
	scopes  map[policy.ScopeKind]bool // kinds of scope of which at least one says who is controller

	byKind     map[string][]string        // the ids of a kind, in order
	vocabulary map[string]diag.Vocabulary // the same for comparing, made when a kind is first asked for
	compared   int                        // ids held against mistyped ones so far

	relations
	roles roles
}

// A key names a thing: ids are unique in their kind.
type key struct{ kind, id string }

// A definition is a thing that has an id, which may be empty.
type definition struct {
	path     diag.Path
	kind, id string
}

// A reference is an id that points to something else.
type reference struct {
	path     diag.Path
	kind, id string
}

// A phrase is a text that is not empty, and the name of its field.
type phrase struct {
	path  diag.Path
	field string
	text  policy.Text
}

func newIndex(doc *policy.Document) index {
	x := index{
		first: map[key]int{}, uses: map[key]int{}, ownActs: map[law.ActID]int{}, scopes: map[policy.ScopeKind]bool{},
		byKind: map[string][]string{}, vocabulary: map[string]diag.Vocabulary{},
	}
	doc.Walk(policy.Visitor{
		Text:      func(path diag.Path, field string, t policy.Text) { x.texts = append(x.texts, phrase{path, field, t}) },
		Reference: func(path diag.Path, kind, id string) { x.references = append(x.references, reference{path, kind, id}) },
		Define:    x.define,
	})
	for _, r := range x.references {
		k := key{r.kind, r.id}
		if i, ok := x.first[k]; ok && !within(r.path, x.definitions[i].path) {
			x.uses[k]++
		}
	}
	for i := range doc.Acts {
		if _, ok := x.ownActs[doc.Acts[i].ID]; !ok {
			x.ownActs[doc.Acts[i].ID] = i
		}
	}
	for i := range doc.Scopes {
		if s := &doc.Scopes[i]; len(s.Controllers) > 0 {
			x.scopes[s.Kind] = true
		}
	}
	return x
}

func (x *index) define(path diag.Path, kind, id string) {
	if _, ok := x.first[key{kind, id}]; !ok && id != "" {
		x.first[key{kind, id}] = len(x.definitions)
		x.byKind[kind] = append(x.byKind[kind], id)
	}
	x.definitions = append(x.definitions, definition{path, kind, id})
}

// defined reports whether the policy has a thing of the kind with the id.
func (x *index) defined(kind, id string) bool {
	_, ok := x.first[key{kind, id}]
	return ok
}

// within reports whether a path leads to a part of what the other one leads to.
func within(path, whole diag.Path) bool {
	rest, ok := strings.CutPrefix(string(path), string(whole))
	return ok && strings.HasPrefix(rest, "/")
}

// entry is the path of a list's entry, or of a member of it.
func entry(list string, i int, members ...string) diag.Path {
	path := "/" + list + "/" + strconv.Itoa(i)
	for _, m := range members {
		path += "/" + m
	}
	return diag.Path(path)
}

// bases lists every legal basis that the policy states, with its path.
func (p *pass) bases() iter.Seq2[diag.Path, *policy.Basis] {
	return func(yield func(diag.Path, *policy.Basis) bool) {
		if b := p.doc.DefaultBasis; b != nil && !yield("/defaultBasis", b) {
			return
		}
		for i := range p.doc.Activities {
			if b := p.doc.Activities[i].Basis; b != nil && !yield(entry("activities", i, "basis"), b) {
				return
			}
		}
	}
}
