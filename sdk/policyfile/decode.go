package policyfile

import (
	"encoding"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A decoder fills a document from nodes and collects what is wrong with them.
type decoder struct {
	source   *source
	limits   Limits
	findings diag.List
	path     []byte       // of the value at hand
	key      string       // the last member name on the path
	entry    bool         // the value is an entry of the list with that name
	depth    int          // of mappings and lists
	open     []*yaml.Node // what the aliases that the decoder is inside of stand for
	copied   int          // values and keys that aliases brought in
	brought  int          // bytes of text in them
	spent    int          // bytes that the document takes, and the paths of its values
	stopped  bool
	tooLarge bool // the document was given up
}

// document fills the document, or gives false if the root is no mapping.
func (d *decoder) document(root *yaml.Node, doc *policy.Document) bool {
	if root.Kind != yaml.MappingNode {
		d.report(root, "type-wrong", "a policy must be a mapping; it begins with lines such as: id: evening-school")
		return false
	}
	d.value(root, documentShape(), reflect.ValueOf(doc).Elem())
	return true
}

// value fills v from a node.
func (d *decoder) value(n *yaml.Node, s *shape, v reflect.Value) {
	if d.stopped {
		return
	}
	if n.Kind == yaml.AliasNode {
		d.alias(n, s, v)
		return
	}
	if len(d.open) > 0 && !d.bring(n) {
		return
	}
	if !d.spend(n, len(d.path)) || d.refused(n) {
		return
	}
	switch s.form {
	case partForm:
		if !d.spend(n, int(s.element.typ.Size())) {
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, s.element, v.Elem())
	case listForm, mappingForm:
		d.collection(n, s, v)
	case textForm:
		d.text(n, v)
	default:
		d.scalar(n, s, v)
	}
}

// valueRoom is how much memory a value may take on average, in bytes, with its
// path. Half of it is plenty for a policy; but a few characters can stand for a
// large and empty structure.
const valueRoom = 80

// textRoom is what a text in a few languages takes, in bytes.
const textRoom = 340

// spend notes that the document takes so many bytes more. It stops the decoder
// if that is too much.
func (d *decoder) spend(n *yaml.Node, bytes int) bool {
	if d.spent += bytes; d.spent <= max(d.limits.Values*valueRoom, leastRoom) {
		return true
	}
	d.giveUp(n)
	return false
}

// giveUp stops the decoder, since the document becomes too large.
func (d *decoder) giveUp(n *yaml.Node) {
	d.stopped, d.tooLarge = true, true
	limit := diag.Arg{Name: "limit", Value: strconv.Itoa(d.limits.Values)}
	if len(d.open) > 0 {
		d.report(d.open[0], "alias-too-many", "aliases of what is marked here bring in more than {limit} values; write fewer of them", limit)
		return
	}
	d.report(n, "too-many-values", "what stands up to here takes as much memory as {limit} values; a policy of that size is most likely not one", limit)
}

// leastRoom is what a document may take in any case, in bytes.
const leastRoom = 1 << 20

// alias fills v from what the alias stands for.
func (d *decoder) alias(n *yaml.Node, s *shape, v reflect.Value) {
	target := follow(n)
	for _, o := range d.open {
		if o == target {
			d.report(n, "alias-cycle", "this alias stands inside of what it names, so that it would have no end; write the value out")
			return
		}
	}
	d.open = append(d.open, target)
	d.value(target, s, v)
	d.open = d.open[:len(d.open)-1]
}

const noValue = "{key} has no value; write one, or remove it"

// refused reports, and says so, if a node has a tag or no value, or holds what
// cannot be seen.
func (d *decoder) refused(n *yaml.Node) bool {
	switch {
	case n.Style&yaml.TaggedStyle != 0:
		d.report(n, "tag-refused", `{key} has a tag, which a policy does not need; leave it out, or put text that begins with "!" in quotation marks`, d.name())
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value == "":
		d.report(n, "value-missing", noValue, d.name())
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null":
		d.report(n, "value-missing", "{key} is null; write a value, or remove it, or put the word in quotation marks if it is meant", d.name())
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return d.unseen(n)
	default:
		return false
	}
	return true
}

// unseen reports an escape for a character that could not stand in the file
// itself, and says so.
func (d *decoder) unseen(n *yaml.Node) bool {
	for _, r := range n.Value {
		if code, _ := unwelcome(r, utf8.RuneLen(r)); code != "" {
			d.report(n, code, "{key} holds an escape for the character {character}, which cannot be seen and does not belong here; remove it",
				d.name(), diag.Arg{Name: "character", Value: codePoint(r)})
			return true
		}
	}
	return false
}

// collection fills a list or a mapping, one step further in.
func (d *decoder) collection(n *yaml.Node, s *shape, v reflect.Value) {
	if d.depth++; d.depth > d.limits.Depth {
		d.report(n, "too-deep", "mappings and lists stand more than {limit} deep inside each other here",
			diag.Arg{Name: "limit", Value: strconv.Itoa(d.limits.Depth)})
	} else if s.form == listForm {
		d.list(n, s, v)
	} else {
		d.mapping(n, s, v)
	}
	d.depth--
}

func (d *decoder) list(n *yaml.Node, s *shape, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		d.report(n, "type-wrong", `{key} must be a list; begin each entry with "- ", or write [ ] around it`, d.name())
		onlyEntry(n, s, v)
		return
	}
	if !d.spend(n, len(n.Content)*int(s.element.typ.Size())) {
		return
	}
	v.Set(reflect.MakeSlice(s.typ, len(n.Content), len(n.Content)))
	length := len(d.path)
	for i, entry := range n.Content {
		if d.stopped {
			return
		}
		d.entry, d.path = true, strconv.AppendInt(append(d.path, '/'), int64(i), 10)
		d.value(entry, s.element, v.Index(i))
		d.path = d.path[:length]
	}
}

// onlyEntry takes a word that stands where a list should for its only entry, so
// that what it refers to does not seem unused as well.
func onlyEntry(n *yaml.Node, s *shape, v reflect.Value) {
	if n.Kind != yaml.ScalarNode || s.element.form != stringForm || n.Value == "" {
		return
	}
	if advice, _ := check(n.Value, s.element.rule); advice == "" {
		v.Set(reflect.MakeSlice(s.typ, 1, 1))
		v.Index(0).SetString(n.Value)
	}
}

func (d *decoder) mapping(n *yaml.Node, s *shape, v reflect.Value) {
	if n.Kind != yaml.MappingNode {
		d.report(n, "type-wrong", "{key} must be a mapping; write lines of the form \"name: value\" with names such as {keys}",
			d.name(), diag.Arg{Name: "keys", Value: enumerate(s.keys, 4)})
		return
	}
	seen := make([]bool, len(s.members))
	length, outer := len(d.path), d.key
	for i := 0; i+1 < len(n.Content) && !d.stopped; i += 2 {
		at, ok := d.member(n, i, s, seen)
		if !ok {
			continue
		}
		m := s.members[at]
		d.key, d.entry, d.path = m.name, false, append(append(d.path, '/'), m.name...)
		d.value(n.Content[i+1], m.shape, m.of(v))
		d.key, d.path = outer, d.path[:length]
	}
}

// member finds what the key at a place of the mapping names. It reports a key
// that names nothing, or what was named before; then the first counts.
func (d *decoder) member(n *yaml.Node, i int, s *shape, seen []bool) (at int, ok bool) {
	key, ok := d.scalarKey(n.Content[i])
	if !ok {
		return 0, false
	}
	at, ok = s.index[key.Value]
	if !ok && cutByComma(n, i) {
		d.report(key, "format-wrong", cutAdvice)
		return 0, false
	}
	if !ok {
		d.reportUnknown(key, n, s)
		return 0, false
	}
	if seen[at] {
		d.reportKey(key, "key-duplicate", "{name} stands here a second time; the first one counts, so remove one of them")
		return 0, false
	}
	seen[at] = true
	return at, true
}

// cutByComma reports whether a key within { } is the rest of a text that was
// meant to hold a comma: {sv: Namn, adress}.
func cutByComma(n *yaml.Node, i int) bool {
	value := n.Content[i+1]
	return i > 0 && n.Style&yaml.FlowStyle != 0 && value.Kind == yaml.ScalarNode && value.Tag == "!!null" && value.Value == ""
}

const cutAdvice = "within { } a comma ends the text, and this is taken for a key; put the whole text in quotation marks"

// scalarKey gives a key that is a text, and reports one that is not.
func (d *decoder) scalarKey(key *yaml.Node) (*yaml.Node, bool) {
	target := follow(key)
	switch {
	case target.Kind != yaml.ScalarNode:
		d.report(key, "type-wrong", "a key is a text; remove the brackets, or put the key in quotation marks")
	case target.Tag == "!!merge" && target.Style == 0:
		d.report(key, "key-merge", `"<<" merges another mapping into this one, which a policy does not do; write the keys out, so that everybody can read what applies here`)
	case target.Style&yaml.TaggedStyle != 0:
		d.report(key, "tag-refused", "a key has no tag; leave it out")
	default:
		return target, key == target && len(d.open) == 0 || d.bring(target)
	}
	return nil, false
}

// text fills a policy.Text.
func (d *decoder) text(n *yaml.Node, v reflect.Value) {
	if !d.spend(n, textRoom+len(n.Content)*textRoom/8) {
		return
	}
	switch n.Kind {
	case yaml.ScalarNode:
		v.Set(reflect.ValueOf(policy.Text{locale.Any: n.Value}))
	case yaml.MappingNode:
		v.Set(reflect.ValueOf(d.languages(n)))
	default:
		d.report(n, "type-wrong", "{key} must be a text, or a mapping from language to text such as {sv: …, en: …}", d.name())
	}
}

// languages reads a mapping from language to text.
func (d *decoder) languages(n *yaml.Node) policy.Text {
	t := make(policy.Text, len(n.Content)/2)
	length, outer := len(d.path), d.key
	for i := 0; i+1 < len(n.Content) && !d.stopped; i += 2 {
		key, ok := d.scalarKey(n.Content[i])
		if !ok {
			continue
		}
		tag, ok := locale.Parse(key.Value)
		if _, there := t[tag]; !ok && cutByComma(n, i) {
			d.report(key, "format-wrong", cutAdvice)
			continue
		} else if !ok || string(tag) != key.Value {
			d.reportLanguage(key, n, tag)
			continue
		} else if there {
			d.reportKey(key, "key-duplicate", "{name} stands here a second time; the first one counts, so remove one of them")
			continue
		}
		d.key, d.entry, d.path = key.Value, false, append(append(d.path, '/'), key.Value...)
		value := follow(n.Content[i+1])
		if (value != n.Content[i+1] || len(d.open) > 0) && !d.bring(value) {
			return t
		}
		if value.Kind != yaml.ScalarNode {
			d.report(value, "type-wrong", "the text in {key} must be a plain text, and no list or mapping", d.name())
		} else if !d.refused(value) {
			t[tag] = value.Value
		}
		d.key, d.path = outer, d.path[:length]
	}
	return t
}

// scalar fills what is written as one word or text.
func (d *decoder) scalar(n *yaml.Node, s *shape, v reflect.Value) {
	if n.Kind != yaml.ScalarNode {
		d.report(n, "type-wrong", "{key} must be a plain text, and no list or mapping", d.name())
		return
	}
	switch s.form {
	case boolForm:
		if n.Style != 0 || n.Value != "true" && n.Value != "false" {
			d.report(n, "type-wrong", "{key} must be true or false, without quotation marks", d.name())
			return
		}
		v.SetBool(n.Value == "true")
	case countForm:
		count, err := strconv.Atoi(n.Value)
		if n.Style != 0 || err != nil || count < 1 {
			d.report(n, "type-wrong", "{key} must be a whole number from 1 on, without quotation marks", d.name())
			return
		}
		v.SetInt(int64(count))
	case wordForm:
		if d.wellFormed(n, s) {
			if err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(n.Value)); err != nil {
				d.report(n, "format-wrong", adviceFor(s.typ), d.name())
			}
		}
	case rankForm:
		if d.wellFormed(n, s) {
			setRank(v, n.Value)
		}
	default:
		if d.wellFormed(n, s) {
			v.SetString(n.Value)
		}
	}
}

// setRank gives a numbered vocabulary the value with the name. The format has
// made sure that there is one.
func setRank(v reflect.Value, name string) {
	for i := range uint64(math.MaxUint8 + 1) {
		if v.SetUint(i); v.Interface().(fmt.Stringer).String() == name {
			return
		}
	}
	v.SetZero()
}

// wellFormed checks a text against its format, and reports what is wrong.
func (d *decoder) wellFormed(n *yaml.Node, s *shape) bool {
	if s.rule == "" && s.form != wordForm {
		return true
	}
	if n.Value == "" {
		d.report(n, "value-missing", noValue, d.name())
		return false
	}
	advice, args := check(n.Value, s.rule)
	if advice == "" {
		return true
	}
	d.report(n, "format-wrong", advice, append([]diag.Arg{d.name()}, args...)...)
	if meant, ok := meantBy(n.Value, s.rule); ok {
		d.mend(n.Value, meant)
	}
	return false
}
