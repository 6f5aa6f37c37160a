package form

import (
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/sdk/policy"
)

// selection writes a list of which one is chosen. Nothing is chosen at first.
func (h *html) selection(f *Field) {
	h.raw("<select")
	h.control(f)
	h.raw(">\n<option value=\"\">").word(wordPrompt).raw("</option>\n")
	chosen := h.chosen(f)
	for i, o := range f.choices() {
		h.raw("<option").attr("value", o.Value)
		if i == chosen {
			h.raw(" selected")
		}
		h.raw(">").text(h.d.answerWords(f, o.Value)).raw("</option>\n")
	}
	h.raw("</select>\n")
}

// chosen gives the place of the one option that is among the values, or -1: of
// several, browsers would show the last.
func (h *html) chosen(f *Field) int {
	return slices.IndexFunc(f.choices(), func(o Option) bool { return h.has(f.Name, o.Value) })
}

// boxes writes boxes or buttons under a legend.
func (h *html) boxes(f *Field, mayBeEmpty bool) {
	h.raw(`<fieldset class="lagrum-ask"`)
	if f.Control == policy.RadioControl {
		h.raw(` role="radiogroup"`) // of the roles of a fieldset the one that may be told wrong (WAI-ARIA 1.2, aria-invalid)
		h.wrong(f)
	}
	h.described(f)
	h.raw(">\n<legend>").text(labelOf(f))
	h.optional(mayBeEmpty)
	h.raw("</legend>\n")
	h.sentences("lagrum-hint", h.p.id(f.Name, "hint"), h.hints(f))
	h.problems(f)
	chosen := h.chosen(f)
	for i, o := range f.choices() {
		ticked := i == chosen || f.isList() && h.has(f.Name, o.Value)
		h.box(f, optionPart(i), o.Value, h.d.answerWords(f, o.Value), ticked)
	}
	h.raw("</fieldset>\n")
}

// optionPart is the id of an option: the first has that of the field, so that a
// link to the field leads there.
func optionPart(i int) string {
	if i == 0 {
		return ""
	}
	return "option" + strconv.Itoa(i+1)
}

// box writes a box or button with its label.
func (h *html) box(f *Field, part, value, label string, ticked bool) {
	id := h.p.id(f.Name, part)
	h.raw(`<div class="lagrum-choice"><input`)
	if f.Control == policy.RadioControl || f.isConsent() && f.Required {
		h.raw(` type="radio"`)
	} else {
		h.raw(` type="checkbox"`)
	}
	h.attr("id", id).attr("name", f.Name).attr("value", value)
	if f.isList() {
		h.wrong(f)
	}
	if ticked {
		h.raw(" checked")
	}
	h.raw("><label").attr("for", id).raw(">").text(label).raw("</label></div>\n")
}

// keep writes the answer to the question whether a text that may tell too much
// is to be sent as it is. It stays as it was answered.
func (h *html) keep(f *Field) {
	name := KeepName(f.Name)
	kept := len(f.Screen) > 0 && h.has(name, Yes)
	asked := false
	for i := range h.state.Problems {
		p := &h.state.Problems[i]
		asked = asked || p.Asks && p.Field == f.Name
	}
	if !kept && !asked {
		return
	}
	id := h.p.id(f.Name, "keep")
	h.raw(`<div class="lagrum-choice lagrum-keep"><input type="checkbox"`).attr("id", id).attr("name", name).attr("value", Yes)
	if asked {
		h.attr("aria-describedby", h.p.id(f.Name, "error"))
	}
	if kept {
		h.raw(" checked")
	}
	h.raw("><label").attr("for", id).raw(">").word(wordKeep).raw("</label></div>\n")
}
