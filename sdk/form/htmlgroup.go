package form

import (
	"slices"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/locale"
)

// A block is what stands in a form at one place: the fields of a group, those of
// which only one is to be filled in, or one field.
type block struct {
	group  *Group
	oneOf  string
	fields []*Field
}

// blocks puts together what belongs together, each at the place of its first
// field.
func blocks(fields []*Field, with func(*Field) (*Group, string)) []block {
	var list []block
	for _, f := range fields {
		group, oneOf := with(f)
		at := slices.IndexFunc(list, func(b block) bool {
			return (group != nil || oneOf != "") && b.group == group && b.oneOf == oneOf
		})
		if at < 0 {
			at = len(list)
			list = append(list, block{group: group, oneOf: oneOf})
		}
		list[at].fields = append(list[at].fields, f)
	}
	return list
}

func (h *html) groups() []block {
	return blocks(h.printed, func(f *Field) (*Group, string) {
		if g := h.d.group(f.Group); g != nil {
			return g, ""
		}
		return nil, f.OneOf
	})
}

func sets(fields []*Field) []block {
	return blocks(fields, func(f *Field) (*Group, string) { return nil, f.OneOf })
}

// onPage gives the fields in the order in which they are printed.
func (h *html) onPage() []*Field {
	var list []*Field
	for _, b := range h.groups() {
		for _, set := range sets(b.fields) {
			list = append(list, set.fields...)
		}
	}
	return list
}

func (h *html) fields() {
	for _, b := range h.groups() {
		if b.group != nil {
			h.group(b.group, b.fields)
		} else {
			h.set(b)
		}
	}
}

// group writes the fields under a heading of their own.
func (h *html) group(g *Group, fields []*Field) {
	hint := h.p.id(g.ID, "grouphint")
	hints := h.conditions(g.If, nil)
	if g.Hint != "" {
		hints = append(hints, g.Hint)
	}
	h.raw(`<fieldset class="lagrum-group"`)
	if len(hints) > 0 {
		h.attr("aria-describedby", hint)
	}
	h.when(g.If, nil)
	h.raw(">\n")
	if g.Label != "" {
		h.raw("<legend>")
		h.heading(1, "", g.Label)
		h.raw("</legend>\n")
	}
	h.sentences("lagrum-hint", hint, hints)
	for _, b := range sets(fields) {
		h.set(b)
	}
	h.raw("</fieldset>\n")
}

// set writes fields of which only one is to be filled in, or any field.
func (h *html) set(b block) {
	if len(b.fields) == 1 {
		h.field(b.fields[0], h.d.mayBeEmpty(b.fields[0]))
		return
	}
	var labels []string
	for _, f := range b.fields {
		labels = append(labels, locale.Small(f.Label))
	}
	may, w := h.d.mayBeEmpty(b.fields[0]), wordOneOf
	if may {
		w = wordOnlyOne
	}
	h.raw(`<fieldset class="lagrum-set">` + "\n<legend>")
	h.text(locale.Capital(h.d.say(w, locale.Arg{Name: "labels", Value: h.d.listOr(labels)})))
	h.optional(may)
	h.raw("</legend>\n")
	for _, f := range b.fields {
		h.field(f, false)
	}
	h.raw("</fieldset>\n")
}

// when tells a script on which answers what is printed depends.
func (h *html) when(c *Condition, needsYes []string) {
	if c != nil {
		h.attr("data-if-field", c.Field)
		if len(c.Is) > 0 {
			h.attr("data-if-is", jsonList(c.Is))
		}
	}
	if len(needsYes) > 0 {
		h.attr("data-needs-yes", jsonList(needsYes))
	}
}

func jsonList(list []string) string {
	w := wire.NewWriter(nil).BeginArray()
	for _, s := range list {
		w.String(s)
	}
	return string(w.EndArray().Bytes())
}
