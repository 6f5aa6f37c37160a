package policyfile

import (
	"iter"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
)

// A place is where a value stands. What the value holds stands in a row in the
// same slice: the members of a mapping with their keys, or the entries of a list.
type place struct {
	key          string
	line, column int32
	from         int32 // the line on which its key begins, or the entry itself; 0 for the document
	first, count int32
}

// places holds the place of each value, that of the document first. It takes a
// tenth of the memory of the parser's nodes, which are let go for it.
type places []place

// mostMembers is how many members of a mapping have a place. No mapping of the
// model has as many keys, and no text as many languages.
const mostMembers = 256

// newPlaces takes the places out of nodes.
func newPlaces(root *yaml.Node) places {
	size := count(root)
	all, row := make(places, 0, size), make([]*yaml.Node, 0, size)
	all, row = append(all, placeOf("", root, 0)), append(row, root)
	opened := map[*yaml.Node]place{} // what aliases stand for, so that it is there once
	for i := 0; i < len(row); i++ {
		n := follow(row[i])
		row[i] = nil
		if done, ok := opened[n]; ok {
			all[i].first, all[i].count = done.first, done.count
			continue
		}
		first := len(all)
		for j, child := range n.Content {
			key, from, skip := "", child.Line, n.Kind == yaml.MappingNode
			if skip && j%2 == 1 && len(all)-first < mostMembers {
				key, skip = placedKey(n.Content[j-1])
				from = n.Content[j-1].Line
			}
			if !skip {
				all, row = append(all, placeOf(key, child, from)), append(row, child)
			}
		}
		all[i].first, all[i].count = int32(first), int32(len(all)-first)
		if n.Anchor != "" {
			opened[n] = all[i]
		}
	}
	return all
}

// count is how many values a node holds, itself among them. The parser has made
// sure that they are not too deep.
func count(n *yaml.Node) int {
	values := 1
	for _, child := range n.Content {
		values += count(child)
	}
	if n.Kind == yaml.MappingNode {
		values -= len(n.Content) / 2 // the keys
	}
	return values
}

func placeOf(key string, n *yaml.Node, from int) place {
	return place{key: key, line: int32(n.Line), column: int32(n.Column), from: int32(from)}
}

// placedKey gives a key of the model, or a language; skip says that it is neither.
func placedKey(n *yaml.Node) (key string, skip bool) {
	n = follow(n)
	if known, ok := modelKeys()[n.Value]; ok && n.Kind == yaml.ScalarNode {
		return known, false
	}
	tag, ok := locale.Parse(n.Value)
	return string(tag), !ok || n.Kind != yaml.ScalarNode || string(tag) != n.Value
}

// modelKeys holds every key that a mapping of the model has.
var modelKeys = sync.OnceValue(func() map[string]string {
	all := shapes{}
	all.of(documentShape().typ, "")
	keys := map[string]string{}
	for _, s := range all {
		for _, key := range s.keys {
			keys[key] = key
		}
	}
	return keys
})

// at gives the place of the value with the path, or of its nearest known ancestor.
func (all places) at(p diag.Path) place {
	var last place
	for here := range all.along(p) {
		last = here
	}
	return last
}

// lines gives the lines on which the values along a path begin, each with its
// key: 0 for the document, and so on inwards.
func (all places) lines(p diag.Path) iter.Seq[int] {
	return func(yield func(int) bool) {
		for here := range all.along(p) {
			if !yield(int(here.from)) {
				return
			}
		}
	}
}

// along gives the places that a path leads through, as far as they are known.
func (all places) along(p diag.Path) iter.Seq[place] {
	return func(yield func(place) bool) {
		here := all[0]
		if !yield(here) || p == "" {
			return
		}
		for step := range strings.SplitSeq(strings.TrimPrefix(string(p), "/"), "/") {
			next, ok := all.child(here, step)
			if !ok || !yield(next) {
				return
			}
			here = next
		}
	}
}

// child gives the member or entry of a place.
func (all places) child(of place, step string) (place, bool) {
	row := all[of.first : of.first+of.count]
	if len(row) == 0 {
		return place{}, false
	}
	if row[0].key == "" {
		i, err := strconv.Atoi(step)
		if err != nil || i < 0 || i >= len(row) {
			return place{}, false
		}
		return row[i], true
	}
	for _, member := range row {
		if member.key == step {
			return member, true
		}
	}
	return place{}, false
}
