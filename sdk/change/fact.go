package change

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// An owner is the thing that a fact is about: its kind, as references name it,
// and its id.
type owner struct{ kind, id string }

// A fact is one thing that a policy says and that is no wording: that the
// activity enrolment (owner) has the datum (aspect) email (value). A policy is
// a set of facts, so the order of its lists does not count.
type fact struct {
	owner         owner
	aspect, value string
	path          diag.Path // where it stands; no part of what it says
}

// is is the aspect of the fact that a thing exists.
const is = "is"

// compareFacts orders facts by what they say.
func compareFacts(a, b fact) int {
	return cmp.Or(compareOwners(a.owner, b.owner), cmp.Compare(a.aspect, b.aspect), cmp.Compare(a.value, b.value))
}

func compareOwners(a, b owner) int {
	return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.id, b.id))
}

// A part is what counts only where two policies both have it: the words of a
// text in one language, the controllers of one scope.
type part struct {
	owner    owner
	aspect   string
	language locale.Tag // empty for what has none
	said     []string   // as it is now, then as it was before editorial changes
	path     diag.Path
}

func compareParts(a, b part) int {
	return cmp.Or(compareOwners(a.owner, b.owner), cmp.Compare(a.aspect, b.aspect), cmp.Compare(a.language, b.language))
}

// agree reports whether two parts say the same, now or before editorial changes.
func agree(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// A collection is what one policy says: what is material, and details that are
// not. All lists are sorted, and nothing stands in them twice.
type collection struct {
	doc     *policy.Document
	facts   []fact
	details []fact
	parts   []part
	rules   map[string]*policy.Retention // by what they say
	owned   owned                        // the facts by owner, once they are asked for
}

// collect gathers what the policy says.
func collect(doc *policy.Document) *collection {
	c := &collection{doc: doc, rules: map[string]*policy.Retention{}}
	c.document()
	c.parties()
	c.people()
	c.purposes("/purposes", doc.Purposes)
	c.activities()
	c.recipients()
	c.shown()
	c.consents()
	c.technologies()
	c.forms()
	c.house()
	c.facts = set(c.facts, compareFacts)
	c.details = set(c.details, compareFacts)
	// Of things with the same id, the first one counts.
	slices.SortStableFunc(c.parts, compareParts)
	c.parts = slices.CompactFunc(c.parts, func(a, b part) bool { return compareParts(a, b) == 0 })
	return c
}

func set(list []fact, compare func(a, b fact) int) []fact {
	slices.SortStableFunc(list, compare)
	return slices.CompactFunc(list, func(a, b fact) bool { return compare(a, b) == 0 })
}

// material adds facts that the fingerprint holds, one for each value that is
// not empty.
func (c *collection) material(o owner, path diag.Path, aspect string, values ...string) {
	c.facts = add(c.facts, o, path, aspect, values)
}

// detail adds facts that people may want to know of and that change nothing of
// what they were promised.
func (c *collection) detail(o owner, path diag.Path, aspect string, values ...string) {
	c.details = add(c.details, o, path, aspect, values)
}

func add(list []fact, o owner, path diag.Path, aspect string, values []string) []fact {
	for i, v := range values {
		if v == "" {
			continue
		}
		at := path
		if len(values) > 1 {
			at = path.Index(i)
		}
		list = append(list, fact{o, aspect, v, at})
	}
	return list
}

// thing adds the fact that something exists.
func (c *collection) thing(o owner, path diag.Path) {
	c.facts = append(c.facts, fact{o, is, "so", path})
}

// text adds the words of a text, one part a language.
func (c *collection) text(o owner, path diag.Path, aspect string, t policy.Text) {
	for _, tag := range languages(c.doc, t) {
		if now := squeeze(t.In(tag)); now != "" {
			said := c.before(o, tag, now)
			c.parts = append(c.parts, part{o, aspect, tag, said, path.Key(aspect)})
		}
	}
}

// languages are those in which the policy gives a text: the declared ones, and
// those of the text where none is declared.
func languages(doc *policy.Document, t policy.Text) []locale.Tag {
	if len(doc.Languages) > 0 {
		return doc.Languages
	}
	tags := make([]locale.Tag, 0, len(t))
	for tag := range t {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	return tags
}

// before gives the words of a text, and those that it had before editorial
// changes, from the latest back.
func (c *collection) before(o owner, tag locale.Tag, now string) []string {
	said := []string{now}
	for i := 0; i < len(said); i++ {
		for j := range c.doc.Editorial {
			e := &c.doc.Editorial[j]
			earlier := squeeze(e.Before)
			if markOf(e) == o && (e.Language == tag || e.Language == "") && squeeze(e.After) == said[i] &&
				earlier != "" && !slices.Contains(said, earlier) {
				said = append(said, earlier)
			}
		}
	}
	return said
}

// markOf is what an editorial change is about.
func markOf(e *policy.EditorialChange) owner {
	if e.Consent != "" {
		return owner{"consent", e.Consent}
	}
	return owner{"purpose", e.Purpose}
}

// squeeze makes one space of all white space: authors break lines where it
// suits them.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// strs makes strings of words of the model.
func strs[S ~string](list []S) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

// yes is the value of a fact that either holds or not.
func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// all stands for a list that is left out and then reaches everything.
func all(ids []string) []string {
	if len(ids) == 0 {
		return []string{everything}
	}
	return ids
}

// everything is the value of a list that is left out; no id has this form.
const everything = "*"

// joined makes one value of several, with what separates them escaped.
func joined(values ...string) string {
	values = slices.Clone(values) // they may be those of the policy
	for i, v := range values {
		values[i] = joint.Replace(v)
	}
	return strings.Join(values, " ")
}

var joint = strings.NewReplacer("%", "%25", " ", "%20")
